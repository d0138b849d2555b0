import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { startLearner } from '../support/learners.ts';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

const PASSWORD = 'kettle harbour moss';

describe('my record', () => {
  test('is nobody else’s: a visitor is asked to sign in, and led back', async () => {
    for (const url of ['/account', '/account/record.json', '/account/erase']) {
      const refused = await running.visitor().get(url);
      expect(refused.statusCode).toBe(303);
      expect(refused.headers.location).toMatch(/^\/account\/sign-in\?next=\/account/);
    }
  });

  test('shows a guest what they began, and that only this browser finds it', async () => {
    const { visitor, id } = await startLearner(running);
    const page = await visitor.get('/account');
    expect(page.body).toContain(`href="/attempts/${id}"`);
    expect(page.body).toContain('Started');
    expect(page.body).toContain('Keep my record');
  });

  test('says how far each attempt is, and offers a certificate for one that was passed, also after a worse run', async () => {
    const learner = await startLearner(running);
    const [one = ''] = learner.paths(0, 1);
    await learner.commit(one);
    expect((await learner.visitor.get('/account')).body).toContain('Last saved 23 November 2026');
    expect((await learner.visitor.get('/account')).body).not.toContain(`/attempts/${learner.id}/certificate`);
    const passed = await startLearner(running);
    expect((await passed.commit(passed.passing())).statusCode).toBe(200);
    running.app.db.raw.prepare('UPDATE attempt SET passed = 0 WHERE id = ?').run(passed.id);
    const page = await passed.visitor.get('/account');
    expect(page.body).toMatch(/Passed with \d+%/);
    expect(page.body).toContain(`href="/attempts/${passed.id}/certificate"`);
  });

  test('can be taken away as data: every path, those set aside too, and nobody else’s', async () => {
    const learner = await startLearner(running);
    const other = await startLearner(running);
    const [mine = ''] = learner.paths(0, 1);
    const [way = ''] = learner.paths(1, 1);
    await learner.commit(mine);
    expect((await learner.commit(way, mine)).statusCode).toBe(200);
    const email = 'taker@example.org';
    await learner.visitor.get('/account/keep');
    await learner.visitor.post('/account/keep', { email, password: PASSWORD, name: 'Tess Taker' });
    const data = await learner.visitor.get('/account/record.json');
    expect(data.headers['content-disposition']).toContain('attachment');
    expect(data.json()).toMatchObject({
      person: { email, name: 'Tess Taker' },
      attempts: [{ id: learner.id, path: way, setAside: [{ path: mine }] }],
      certificates: [],
    });
    expect(data.body).not.toContain(other.id);
  });

  test('a learner whose session ended in the middle signs in again, lands in their attempt, and goes on', async () => {
    const learner = await startLearner(running);
    const email = 'returning@example.org';
    await learner.visitor.get('/account/keep');
    await learner.visitor.post('/account/keep', { email, password: PASSWORD });
    running.wait(31 * 86_400_000);
    const [path = ''] = learner.paths(0, 1);
    expect((await learner.commit(path)).statusCode).toBe(401);
    const form = await learner.visitor.get(`/account/sign-in?next=/attempts/${learner.id}`);
    const next = /name="next" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
    const entered = await learner.visitor.post('/account/sign-in', { email, password: PASSWORD, next });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, `/attempts/${learner.id}`]);
    expect((await learner.visitor.get(`/attempts/${learner.id}`)).statusCode).toBe(200);
    expect((await learner.commit(path)).statusCode).toBe(200);
  });

  test('once deleted, no table holds the name or the address, its certificate is not found, and the file is overwritten', async () => {
    const own = await startApp({ env: { BASE_URL: 'http://learn.example.org' } });
    const learner = await startLearner(own);
    await learner.commit(learner.passing());
    await learner.visitor.get('/account/keep');
    const way = { email: 'zenobia@example.org', password: PASSWORD, name: 'Zenobia Quill' };
    await learner.visitor.post('/account/keep', way);
    await learner.visitor.get(`/attempts/${learner.id}/certificate`);
    const issued = await learner.visitor.post(`/attempts/${learner.id}/certificate`, { name: way.name, look: 'right' });
    expect(issued.statusCode).toBe(303);
    const certificate = issued.headers.location ?? '';
    expect((await own.visitor().get(certificate)).statusCode).toBe(200);

    await learner.visitor.get('/account/erase');
    const erased = await learner.visitor.post('/account/erase', { password: PASSWORD });
    expect([erased.statusCode, erased.headers.location]).toEqual([303, '/']);
    expect((await own.visitor().get(certificate)).statusCode).toBe(404);
    expect((await learner.visitor.get(`/attempts/${learner.id}`)).statusCode).toBe(404);
    expect(own.app.attempts.stored(learner.id)?.passedAt).toBeInstanceOf(Date);

    const bytes = Buffer.concat(
      ['standpoint.db', 'standpoint.db-wal'].map((name) => readFileSync(path.join(own.dataDir, name))),
    );
    const found = [learner.nonce, 'zenobia', 'Zenobia', 'Quill'].filter((one) => bytes.includes(one));
    expect(found).toEqual([learner.nonce]);
    await own.close();
  });
});
