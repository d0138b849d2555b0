import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';

// Passwords are slow on purpose, and a busy machine makes them slower.
vi.setConfig({ testTimeout: 60_000 });

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

const PASSWORD = 'kettle harbour moss';
let count = 0;
const address = () => `learner${++count}@example.org`;

async function startModule(visitor: Visitor): Promise<string> {
  await visitor.get('/modules/tiny/security');
  const started = await visitor.post('/modules/tiny/security/attempts');
  expect(started.statusCode).toBe(303);
  return started.headers.location ?? '';
}

async function keep(visitor: Visitor, email: string, password = PASSWORD) {
  await visitor.get('/account/keep');
  return visitor.post('/account/keep', { email, password });
}

async function signIn(visitor: Visitor, email: string, password = PASSWORD, next = '') {
  await visitor.get('/account/sign-in');
  return visitor.post('/account/sign-in', { email, password, ...(next && { next }) });
}

describe('keeping a record', () => {
  test('a form without the token of its page is refused in words', async () => {
    const refused = await running.visitor().post('/account/keep', { email: address(), password: PASSWORD });
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('This form has expired');
  });

  test('everything that is wrong is said at once, and the address stays typed', async () => {
    const visitor = running.visitor();
    await visitor.get('/account/keep');
    const refused = await visitor.post('/account/keep', { email: 'nobody', password: 'short' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Enter an e-mail address like name@example.org');
    expect(refused.body).toContain('Enter a password of 10 characters or more');
    expect(refused.body).toContain('value="nobody"');
    expect(refused.body).not.toContain('short"');
  });

  test('a guest who keeps their record still has the attempt they began', async () => {
    const visitor = running.visitor();
    const attempt = await startModule(visitor);
    expect((await keep(visitor, address())).statusCode).toBe(303);
    expect((await visitor.get(attempt)).statusCode).toBe(200);
    expect((await visitor.get('/account')).body).toContain(attempt);
  });

  test('signing in on another browser finds the attempt, and adds what was done there as a guest', async () => {
    const email = address();
    const home = running.visitor();
    const first = await startModule(home);
    await keep(home, email);

    const work = running.visitor();
    const second = await startModule(work);
    expect((await work.get(first)).statusCode).toBe(404);
    expect((await signIn(work, email)).statusCode).toBe(303);
    expect((await work.get(first)).statusCode).toBe(200);
    expect((await work.get(second)).statusCode).toBe(200);
    expect((await home.get(second)).statusCode).toBe(200);
  });

  test('an address that is taken is refused without saying so, and the guest keeps what they did', async () => {
    const email = address();
    await keep(running.visitor(), email);
    const other = running.visitor();
    const attempt = await startModule(other);
    const refused = await keep(other, email, 'another password');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('If you have one already, sign in instead');
    expect((await other.get(attempt)).statusCode).toBe(200);
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown address get the same words', async () => {
    const email = address();
    await keep(running.visitor(), email);
    const wrong = await signIn(running.visitor(), email, 'not the password');
    const unknown = await signIn(running.visitor(), address(), 'not the password');
    const summary = (body: string) => /<div class="error-summary"[\s\S]*?<\/div>/.exec(body)?.[0];
    expect(wrong.statusCode).toBe(422);
    expect(summary(wrong.body)).toBeTruthy();
    expect(summary(unknown.body)).toBe(summary(wrong.body));
  });

  test('it leads back to where the learner was, and never to another site', async () => {
    const email = address();
    const visitor = running.visitor();
    const attempt = await startModule(visitor);
    await keep(visitor, email);
    expect((await signIn(visitor, email, PASSWORD, attempt)).headers.location).toBe(attempt);
    for (const foreign of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect((await signIn(visitor, email, PASSWORD, foreign)).headers.location).toBe('/account');
    }
  });

  test('a session is new at each sign-in, and the old guest session opens nothing', async () => {
    const email = address();
    await keep(running.visitor(), email);
    const visitor = running.visitor();
    const attempt = await startModule(visitor);
    const before = visitor.cookies();
    await signIn(visitor, email);
    expect(visitor.cookies()).not.toBe(before);
    const stale = await running.app.inject({ url: attempt, headers: { cookie: before, accept: 'text/html' } });
    expect(stale.statusCode).toBe(404);
  });

  test('a forged cookie is nobody', async () => {
    const visitor = running.visitor();
    const attempt = await startModule(visitor);
    const forged = visitor.cookies().replace(/session=([^.;]+)\.[^;]+/, 'session=$1.AAAA');
    const refused = await running.app.inject({ url: attempt, headers: { cookie: forged, accept: 'text/html' } });
    expect(refused.statusCode).toBe(404);
  });

  test('an account’s session ends after thirty days, a guest’s after four hundred', async () => {
    const other = await startApp();
    const guest = other.visitor();
    const attempt = await startModule(guest);
    const visitor = other.visitor();
    await keep(visitor, address());
    other.wait(31 * 86_400_000);
    expect((await visitor.get('/account')).statusCode).toBe(303);
    expect((await guest.get(attempt)).statusCode).toBe(200);
    other.wait(370 * 86_400_000);
    expect((await guest.get(attempt)).statusCode).toBe(404);
    await other.close();
  });
});

describe('guessing', () => {
  test('one account is tried ten times, from wherever; then even its password waits, and other people sign in', async () => {
    const other = await startApp();
    const [victim, bystander] = [address(), address()];
    await keep(other.visitor(), victim);
    await keep(other.visitor(), bystander);
    const codes: number[] = [];
    for (let guess = 0; guess < 10; guess += 1) {
      codes.push((await signIn(other.visitor(), victim.toUpperCase(), `guess number ${guess}`)).statusCode);
    }
    expect(new Set(codes.slice(0, 9))).toEqual(new Set([422]));
    const late = await signIn(other.visitor(), victim);
    expect(late.statusCode).toBe(429);
    expect(late.body).toContain('Wait ten minutes');
    expect(late.body).toContain(`value="${victim}"`);
    expect((await signIn(other.visitor(), bystander)).statusCode).toBe(303);
    await other.close();
  });

  test('a training room of forty keeps its records in the same minute', async () => {
    const other = await startApp();
    const room = Array.from({ length: 40 }, () => keep(other.visitor(), address()));
    for (const kept of await Promise.all(room)) expect(kept.statusCode).toBe(303);
    await other.close();
  });

  test('a form of a megabyte, or with a list where a word is asked for, is refused in words', async () => {
    const visitor = running.visitor();
    await visitor.get('/account/sign-in');
    const large = await visitor.post('/account/sign-in', { email: 'x'.repeat(1_000_000) });
    expect(large.statusCode).toBe(413);
    expect(large.headers['content-type']).toContain('text/html');
    const long = await visitor.post('/account/keep', { email: address(), password: 'x'.repeat(129) });
    expect(long.body).toContain('128 characters or fewer');
  });
});

describe('leaving', () => {
  test('after signing out the record is closed', async () => {
    const visitor = running.visitor();
    const attempt = await startModule(visitor);
    await keep(visitor, address());
    await visitor.get('/account');
    expect((await visitor.post('/account/sign-out')).statusCode).toBe(303);
    expect((await visitor.get(attempt)).statusCode).toBe(404);
  });

  test('a deleted record takes the name and the way in, and leaves decisions that lead to nobody', async () => {
    const email = address();
    const visitor = running.visitor();
    await startModule(visitor);
    await keep(visitor, email);
    await visitor.get('/account/erase');
    const refused = await visitor.post('/account/erase', { password: 'not the password' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Enter the password of this record');
    expect((await visitor.post('/account/erase', { password: PASSWORD })).statusCode).toBe(303);
    expect((await signIn(running.visitor(), email)).statusCode).toBe(422);
    const dump = running.app.db.raw.prepare('SELECT count(*) AS n FROM user WHERE email = ?').get(email);
    expect(dump).toEqual({ n: 0 });
    const orphans = running.app.db.raw.prepare('SELECT count(*) AS n FROM learner WHERE user_id IS NULL').get();
    expect(orphans).toEqual({ n: 1 });
  });
});
