import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { startLearner, type TestLearner } from '../support/learners.ts';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

/** Commits one path after the other until `ended`, each once the one before is acknowledged. */
async function commitUntil(learner: TestLearner, ended: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  for (const one of learner.paths(0, 2_000)) {
    if (ended()) break;
    const answer = await learner.commit(one);
    expect(answer.statusCode).toBe(200);
    acknowledged.push(one);
  }
  return acknowledged;
}

/** A race for one address: the losers pass the check that it is free, and then fail to store their user. */
const race = (email: string) =>
  Array.from({ length: 6 }, async (_, racer) => {
    const visitor = running.visitor();
    await visitor.get('/account/keep');
    return visitor.post('/account/keep', { email, password: `kettle harbour moss ${racer}` });
  });

test('sign-ups that fail, many at once, cost no learner a commit that was acknowledged', async () => {
  const learners = await Promise.all(Array.from({ length: 6 }, () => startLearner(running)));
  let over = false;
  const committing = learners.map((one) => commitUntil(one, () => over));
  const signUps = await Promise.all([1, 2, 3, 4].flatMap((n) => race(`race${n}@example.org`)));
  over = true;
  const acknowledged = await Promise.all(committing);

  expect(signUps.filter((one) => one.statusCode === 303).length).toBe(4);
  expect(signUps.filter((one) => one.statusCode === 422).length).toBe(20);
  // From another connection: what it reads is on disk, and not in a transaction that is still open.
  const outside = new Database(path.join(running.dataDir, 'standpoint.db'), { readonly: true });
  const stored = outside.prepare<[string], string>('SELECT path FROM attempt WHERE id = ?').pluck();
  for (const [index, learner] of learners.entries()) {
    expect(acknowledged[index]?.length).toBeGreaterThan(10);
    expect(stored.get(learner.id)).toBe(acknowledged[index]?.at(-1));
  }
  const users = outside.prepare<[], number>("SELECT count(*) FROM user WHERE email LIKE 'race%'").pluck();
  expect(users.get()).toBe(4);
  outside.close();
}, 60_000);

test('a sign-up that broke off half way does not keep its address from anybody', async () => {
  const { db, clock } = running.app;
  const long = clock().getTime() - 600_000;
  db.raw
    .prepare("INSERT INTO user (id, name, email, created_at, updated_at) VALUES ('half', '', 'half@example.org', ?, ?)")
    .run(long, long);
  const visitor = running.visitor();
  await visitor.get('/account/keep');
  const kept = await visitor.post('/account/keep', { email: 'Half@example.org', password: 'kettle harbour moss' });
  expect(kept.statusCode).toBe(303);
});

test('what lets nobody in is swept at the next start: users without account or session, sessions that have ended', async () => {
  const first = await startApp();
  const guest = await startLearner(first);
  const old = first.app.clock().getTime() - 500 * 86_400_000;
  first.app.db.raw.exec(`
    INSERT INTO user (id, name, email, created_at, updated_at) VALUES ('half', '', 'half@example.org', ${old}, ${old});
    INSERT INTO user (id, name, email, is_anonymous, created_at, updated_at) VALUES ('past', '', 'past@x', 1, ${old}, ${old});
    INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at)
      VALUES ('past', 'past', 'past', ${old}, ${old}, ${old});
    INSERT INTO learner (id, user_id, created_at) VALUES ('past', 'past', ${old});`);
  await first.app.close();
  const second = await startApp({ dataDir: first.dataDir });
  const of = (sql: string) => second.app.db.raw.prepare(sql).pluck().all();
  expect(of("SELECT id FROM user WHERE id IN ('half', 'past')")).toEqual([]);
  expect(of("SELECT id FROM session WHERE id = 'past'")).toEqual([]);
  // The attempts stay, under a number.
  expect(of("SELECT user_id FROM learner WHERE id = 'past'")).toEqual([null]);
  const headers = { cookie: guest.visitor.cookies() };
  expect((await second.app.inject({ url: `/attempts/${guest.id}`, headers })).statusCode).toBe(200);
  await second.app.close();
  await first.close();
});
