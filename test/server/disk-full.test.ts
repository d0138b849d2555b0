import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { startLearner, type TestLearner } from '../support/learners.ts';

let running: TestApp;
let learners: TestLearner[];
beforeAll(async () => {
  running = await startApp();
  learners = [];
  for (let n = 0; n < 12; n += 1) learners.push(await startLearner(running));
});
afterAll(() => running.close());

/** As on a full disk: the file may not grow by a page. The triggers see to it that each write would need one. */
function fill(): void {
  const { raw } = running.app.db;
  raw.exec('CREATE TABLE IF NOT EXISTS filler (bytes BLOB)');
  for (const write of ['UPDATE ON attempt', 'INSERT ON user']) {
    raw.exec(`CREATE TEMP TRIGGER "${write}" AFTER ${write}
      BEGIN INSERT INTO filler VALUES (zeroblob(20000)); END`);
  }
  raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`);
}

function makeRoom(): void {
  const { raw } = running.app.db;
  raw.pragma('max_page_count = 1000000');
  raw.exec('DROP TRIGGER "UPDATE ON attempt"; DROP TRIGGER "INSERT ON user"');
}

test('on a full disk no learner is told "saved" who is not, pages can be read, and room is all it needs', async () => {
  const before = learners.map((one) => one.stored().path);
  const commits = learners.map((one) => one.paths(1, 1)[0] ?? '');
  fill();
  const refused = await Promise.all(learners.map((one, index) => one.commit(commits[index] ?? '')));
  for (const one of refused) expect([one.statusCode, one.json().code]).toEqual([507, 'storage-full']);
  expect(learners.map((one) => one.stored().path)).toEqual(before);

  const [first] = learners;
  expect((await first?.visitor.get(`/attempts/${first.id}`))?.statusCode).toBe(200);
  expect((await running.visitor().get('/')).statusCode).toBe(200);

  makeRoom();
  const taken = await Promise.all(learners.map((one, index) => one.commit(commits[index] ?? '')));
  for (const one of taken) expect(one.statusCode).toBe(200);
  expect(learners.map((one) => one.stored().path)).toEqual(commits);
});

test('on a full disk somebody who starts or keeps a record is told so in words, and can do it later', async () => {
  fill();
  const visitor = running.visitor();
  await visitor.get('/modules/tiny/security');
  const start = () => visitor.post('/modules/tiny/security/attempts');
  const keep = () => visitor.post('/account/keep', { email: 'late@example.org', password: 'kettle harbour moss' });
  for (const refused of [await start(), await keep()]) {
    expect(refused.statusCode).toBe(507);
    expect(refused.body).toContain('We cannot save just now');
  }
  makeRoom();
  expect((await start()).statusCode).toBe(303);
  expect((await keep()).statusCode).toBe(303);
});
