import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { startLearner } from '../support/learners.ts';

const PAGES = ['/', '/modules/tiny/security', '/account/sign-in', '/no-such-page', '/attempts/none'];

describe('every page', () => {
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  test.each(PAGES)('%s runs only our own scripts, is framed by nobody else, and is not sniffed', async (url) => {
    const { headers, body } = await running.visitor().get(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(body).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))|\son[a-z]+="/);
  });

  test(nameOf('quirk.plain-http'), async () => {
    const { headers } = await running.visitor().get('/');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  test('sets no cookie that a script or another site could use', async () => {
    const { visitor } = await startLearner(running);
    const set = [await running.visitor().get('/'), await visitor.get('/')].flatMap((one) => one.cookies);
    for (const one of set) expect(one).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });

  test('a page to read leaves no session behind', async () => {
    const visitor = running.visitor();
    for (const url of PAGES) await visitor.get(url);
    expect(visitor.cookies()).not.toContain('session');
  });
});

describe('a commit is answered to a program, whatever it says that it takes:', () => {
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  test.each([
    ['kept', 200, (path: string) => ({ path })],
    ['impossible', 422, () => ({ path: 'suspend_data' })],
    ['unreadable', 400, () => '{"path": '],
    ['too long', 413, (path: string) => ({ path: path.padEnd(200_000, '.a:b') })],
  ])('one that is %s, in JSON that nobody stores or sniffs', async (_what, status, body) => {
    const learner = await startLearner(running);
    const url = `/attempts/${learner.id}/path`;
    const answer = await learner.visitor.put(url, body(learner.paths(0)[0] ?? ''), { accept: 'text/html' });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('where people come over HTTPS', () => {
  test('cookies are tied to this host and to HTTPS, and HTTPS is promised', async () => {
    const running = await startApp({ env: { BASE_URL: 'https://learn.example.org' } });
    const visitor = running.visitor();
    const page = await visitor.get('/modules/tiny/security');
    const started = await visitor.post('/modules/tiny/security/attempts');
    expect(page.headers['strict-transport-security']).toContain('max-age=');
    const cookies = [...page.cookies, ...started.cookies];
    expect(cookies.map((one) => one.name).sort()).toEqual(['__Host-csrf', '__Host-session']);
    for (const one of cookies) {
      expect(one).toMatchObject({ secure: true, httpOnly: true, path: '/' });
      expect(one.domain).toBeUndefined();
    }
    expect((await visitor.get(started.headers.location ?? '')).statusCode).toBe(200);
    await running.close();
  });

  test('a way in by password is kept for thirty days, a guest’s for four hundred', async () => {
    const running = await startApp();
    const { visitor } = await startLearner(running);
    await visitor.get('/account/keep');
    const kept = await visitor.post('/account/keep', { email: 'a@example.org', password: 'kettle harbour moss' });
    expect(kept.cookies.find((one) => one.name === 'session')?.maxAge).toBe(30 * 86_400);
    const other = running.visitor();
    await other.get('/modules/tiny/security');
    const started = await other.post('/modules/tiny/security/attempts');
    expect(started.cookies.find((one) => one.name === 'session')?.maxAge).toBe(400 * 86_400);
    await running.close();
  });
});
