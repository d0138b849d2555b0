import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { startCertifying } from '../support/certificates.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { startLearner } from '../support/learners.ts';
import { readPdf } from '../support/read-pdf.ts';
import { twoModules } from '../support/two-modules.ts';
import type { Visitor } from '../support/visitor.ts';

const HERE = '/courses/tiny/certificate';

let running: TestApp;
beforeAll(async () => {
  running = await startCertifying({ content: twoModules });
});
afterAll(() => running.close());

async function pass(module: 'scr' | 'nei', visitor: Visitor = running.visitor()): Promise<Visitor> {
  const learner = await startLearner(running, visitor, `/modules/tiny/${module}/attempts`);
  expect((await learner.commit(learner.passing())).statusCode).toBe(200);
  return visitor;
}

async function passAll(): Promise<Visitor> {
  return pass('nei', await pass('scr'));
}

async function certifyCourse(visitor: Visitor, name = 'Amara Okafor'): Promise<string> {
  await visitor.get(HERE);
  const made = await visitor.post(HERE, { name, look: 'right' });
  expect(made.statusCode).toBe(303);
  return made.headers.location ?? '';
}

const recordAt = (address: string) => {
  const row = running.app.db.raw
    .prepare<[string], { record: string }>('SELECT record FROM certificate WHERE code = ?')
    .get(address.replace('/certificates/', ''));
  return JSON.parse(row?.record ?? '{}');
};

describe('a certificate for the whole course is refused', () => {
  test('to a visitor who has begun nothing, with every module to go', async () => {
    const visitor = running.visitor();
    const page = await visitor.get(HERE);
    expect(page.body).toContain('2 of 2 modules to go');
    await visitor.get('/account/sign-in');
    expect((await visitor.post(HERE, { name: 'Nobody Yet' })).statusCode).toBe(409);
  });

  test('to a learner with one module to go, who is led to it', async () => {
    const visitor = await pass('scr');
    const page = await visitor.get(HERE);
    expect(page.body).toContain('1 of 2 modules to go');
    expect(page.body).toContain('href="/modules/tiny/nei"');
    expect(page.body).not.toContain('name="name"');
    await visitor.get('/account/keep');
    expect((await visitor.post(HERE, { name: 'Half Way' })).statusCode).toBe(409);
  });

  test('where only the columns of the database claim a pass: the paths are replayed', async () => {
    const visitor = await pass('scr');
    const { id } = await startLearner(running, visitor, '/modules/tiny/nei/attempts');
    running.app.db.raw
      .prepare('UPDATE attempt SET passed = 1, complete = 1, percent = 100, passed_at = 1 WHERE id = ?')
      .run(id);
    await visitor.get('/account/keep');
    expect((await visitor.post(HERE, { name: 'Not Really' })).statusCode).toBe(409);
  });

  test('for a course that is not there', async () => {
    expect((await running.visitor().get('/courses/nothing/certificate')).statusCode).toBe(404);
  });
});

describe('a learner who passed every module', () => {
  test('is led to it from the course page and from their record', async () => {
    const visitor = await passAll();
    expect((await visitor.get('/courses/tiny')).body).toContain(`href="${HERE}"`);
    expect((await visitor.get('/account')).body).toContain(`href="${HERE}"`);
    const early = await pass('scr');
    expect((await early.get('/courses/tiny')).body).not.toContain(`href="${HERE}"`);
    expect((await early.get('/account')).body).not.toContain(`href="${HERE}"`);
  });

  test('gets one, however often it is asked for, besides one for each module', async () => {
    const visitor = await passAll();
    await visitor.get(HERE);
    const made = await Promise.all(
      Array.from({ length: 10 }, () => visitor.post(HERE, { name: 'Amara Okafor', look: 'right' })),
    );
    expect(new Set(made.map((one) => one.headers.location)).size).toBe(1);
    expect((await visitor.get(HERE)).headers.location).toBe(made[0]?.headers.location);
    const attempt = /href="(\/attempts\/\w+\/certificate)"/.exec((await visitor.get('/account')).body)?.[1] ?? '';
    expect((await visitor.post(attempt, { name: 'Amara Okafor' })).headers.location).not.toBe(
      made[0]?.headers.location,
    );
  });

  test('finds in it each module with its day, and the points of all of them together', async () => {
    const visitor = await pass('scr');
    running.wait(3 * 86_400_000);
    await pass('nei', visitor);
    const record = recordAt(await certifyCourse(visitor));
    expect(record.module).toBeUndefined();
    const [first, second] = record.modules;
    expect([first.id, second.id]).toEqual(['scr', 'nei']);
    expect(Date.parse(second.passedAt) - Date.parse(first.passedAt)).toBe(3 * 86_400_000);
    expect(record.passedAt).toBe(second.passedAt);
    const order = running.content.guidance.clauses.map((one) => one.id);
    expect(record.practised).toEqual(order.filter((id) => record.practised.includes(id)));
    const attempts = (await visitor.get('/account')).body.matchAll(/href="(\/attempts\/\w+\/certificate)"/g);
    for (const [, address = ''] of attempts) {
      const one = recordAt(
        (await visitor.post(address, { name: 'Amara Okafor', look: 'right' })).headers.location ?? '',
      );
      expect(record.practised).toEqual(expect.arrayContaining(one.practised));
    }
  });

  test('can show it as a page, as a file and to somebody who checks it', async () => {
    const address = await certifyCourse(await passAll());
    const page = await running.visitor().get(address);
    expect(page.body).toContain('finished and passed the course on');
    expect(page.body).toContain('with the modules “Joyce’s screenshot” and “The open door”');
    const check = await running.visitor().get(address.replace('certificates', 'verify'));
    expect(check.body).toContain('<dt>Modules</dt><dd>Joyce’s screenshot, The open door</dd>');
    const file = readPdf((await running.visitor().get(`${address}.pdf`)).rawPayload);
    expect(file).toContainEqual({ tag: 'H2', text: 'A tiny course' });
    expect(file).toContainEqual({
      tag: 'P',
      text: 'edition 0.1, with the modules “Joyce’s screenshot” and “The open door”',
    });
    for (const one of [page, check]) expect(await htmlFaults(one.body)).toEqual([]);
  });

  test('keeps it when they keep their record, and takes it with them when they delete it', async () => {
    const visitor = await passAll();
    const address = await certifyCourse(visitor);
    await visitor.get('/account/keep');
    await visitor.post('/account/keep', {
      email: 'whole@example.org',
      password: 'three words pictured',
      name: 'Amara',
    });
    expect((await visitor.get(HERE)).headers.location).toBe(address);
    expect((await visitor.get('/account/record.json')).json().certificates).toMatchObject([{ attemptId: null }]);
    await visitor.get('/account/erase');
    await visitor.post('/account/erase', { password: 'three words pictured' });
    expect((await running.visitor().get(address.replace('certificates', 'verify'))).statusCode).toBe(404);
  });

  test('loses nothing when a later edition rewords the modules, and has one to go when it adds one', async () => {
    const visitor = await passAll();
    const { course, modules } = twoModules;
    const [first] = modules;
    if (!first) throw new Error('There is no module.');
    running.app.published.publish('1'.repeat(64), { ...twoModules, course: { ...course, edition: '0.2' } });
    expect((await visitor.get(HERE)).body).toContain('name="name"');
    running.app.published.publish('2'.repeat(64), { ...twoModules, modules: [...modules, { ...first, id: 'third' }] });
    expect((await visitor.get(HERE)).body).toContain('1 of 3 modules to go');
    running.app.published.publish(running.hash, twoModules);
  });
});

test('a guest’s certificate goes with them into an account that they already have', async () => {
  const account = { email: 'had@example.org', password: 'three words pictured', name: 'Had One' };
  const first = running.visitor();
  await startLearner(running, first, '/modules/tiny/scr/attempts');
  await first.get('/account/keep');
  await first.post('/account/keep', account);
  const guest = await passAll();
  const address = await certifyCourse(guest);
  await guest.get('/account/sign-in');
  await guest.post('/account/sign-in', account);
  expect((await guest.get(HERE)).headers.location).toBe(address);
});
