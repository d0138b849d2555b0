/** Everything that is held about one person, as data they can take elsewhere (UK GDPR, articles 15 and 20). */
import type { Person } from '../../db/people.ts';
import type { App } from '../app.ts';

export function exportRecord(app: App, { learnerId, name, email, guest }: Person) {
  const attempts = learnerId === undefined ? [] : app.attempts.ofLearner(learnerId);
  const setAside = learnerId === undefined ? [] : app.people.setAside(learnerId);
  const certificates = learnerId === undefined ? [] : app.people.certificates(learnerId);
  return {
    exportedAt: app.clock(),
    person: guest ? { guest } : { name, email },
    attempts: attempts.map(({ learnerId: _, ...attempt }) => ({
      ...attempt,
      setAside: setAside.filter((one) => one.attemptId === attempt.id).map(({ path, at }) => ({ path, at })),
    })),
    certificates,
  };
}
