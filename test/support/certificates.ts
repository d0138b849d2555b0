/** Learners who have got as far as a certificate. */
import { startApp, type TestApp, type TestAppOptions } from './app.ts';
import { startLearner, type TestLearner } from './learners.ts';

/** An app with an address of its own, which stands on certificates. */
export const startCertifying = (options: TestAppOptions = {}): Promise<TestApp> =>
  startApp({ env: { BASE_URL: 'http://learn.example.org' }, ...options });

/** A learner whose attempt is stored as passed. */
export async function startPasser(test: TestApp): Promise<TestLearner> {
  const learner = await startLearner(test);
  const committed = await learner.commit(learner.passing());
  if (committed.statusCode !== 200) throw new Error(`The commit answered ${committed.statusCode}.`);
  return learner;
}

/** Passes the module, confirms a name, and answers with the certificate's code. */
export async function certify(test: TestApp, name = 'Amélie Łukasz'): Promise<string> {
  const { visitor, id } = await startPasser(test);
  await visitor.get(`/attempts/${id}/certificate`);
  const made = await visitor.post(`/attempts/${id}/certificate`, { name, look: 'right' });
  const code = /^\/certificates\/(\w+)$/.exec(made.headers.location ?? '')?.[1];
  if (made.statusCode !== 303 || code === undefined) throw new Error(`The form answered ${made.statusCode}.`);
  return code;
}
