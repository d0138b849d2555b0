/** Start: the learner's attempt of a module goes on; one is made where there is none. */
import { emptyPath, encodePath } from '../../courses/model/path.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { randomId } from '../ids.ts';

export interface Start {
  readonly learnerId: string;
  readonly courseId: string;
  readonly moduleId: string;
  /** Asked for the newest version: an attempt of an older one is left as it is. */
  readonly newest: boolean;
}

/**
 * The id of the attempt to go on with. An attempt stays on the version that it began with, and a finished one is taken
 * again inside it, so a second attempt is made only where the learner asks for a version they have not begun.
 * @throws AppError not-found where the course has no such module
 */
export async function startAttempt(app: App, start: Start): Promise<string> {
  const { learnerId, courseId, moduleId, newest } = start;
  const version = app.published.newest(courseId);
  const taught = version?.content.modules.some((one) => one.id === moduleId);
  const now = app.clock();
  // In the one transaction, so that a double click makes one attempt.
  return app.db.groupCommit.run(() => {
    const begun = app.attempts.latest(learnerId, courseId, moduleId, newest ? version?.hash : undefined);
    if (begun) return begun.id;
    if (!version || !taught) throw new AppError('not-found');
    const id = randomId(16);
    const nonce = randomId(10);
    const path = encodePath(emptyPath(version.hash, nonce));
    const made = { id, learnerId, versionHash: version.hash, courseId, moduleId, nonce, path };
    app.attempts.insert({ ...made, startedAt: now, savedAt: now });
    return id;
  });
}
