import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { startLearner, type TestLearner } from '../support/learners.ts';
import { routesOf } from '../support/routes.ts';
import type { Visitor } from '../support/visitor.ts';

/**
 * Who may use each route: `anyone` gets the same answer as everybody; a route of `the person` shows what is their own, and
 * asks a visitor to sign in; a route of
 * `whoever has the token` asks for that and for no cookie; to all but `the owner` of the attempt in its address a route is as good as not there.
 */
const WHO = {
  anyone: [
    'GET /',
    'GET /assets/*',
    'GET /about',
    'GET /accessibility',
    'GET /privacy',
    'GET /gallery',
    'GET /healthz',
    'GET /courses/:course',
    'GET /courses/:course/about',
    'GET /courses/:course/coverage',
    'GET /courses/:course/content.json',
    'GET /courses/:course/certificate',
    'POST /courses/:course/certificate',
    'GET /modules/:course/:module',
    'GET /modules/:course/:module/transcript',
    'GET /modules/:course/:module/ways',
    'GET /modules/:course/:module/together',
    'GET /modules/:course/:module/sheet',
    'GET /practice',
    'GET /courses/:course/packages',
    'GET /courses/:course/packages/:file',
    'GET /modules/:course/:module/packages',
    'GET /packages/help/:system',
    'GET /packages/self-test/:file',
    'GET /modules/:course/:module/packages/:file',
    'POST /modules/:course/:module/attempts',
    'GET /play/:hash/:module/*',
    // Whoever has the token: it is the key, and it is in the address.
    'GET /packages/:token/:file',
    'GET /connected/:course/content.json',
    'GET /certificates/:code',
    'GET /verify',
    'GET /verify/:code',
    'GET /.well-known/standpoint-keys.json',
    'GET /account/keep',
    'POST /account/keep',
    'GET /account/sign-in',
    'POST /account/sign-in',
    'POST /account/sign-out',
  ],
  'whoever has the token': ['POST /connected/certificates'],
  'the person': ['GET /account', 'GET /account/record.json', 'GET /account/erase', 'POST /account/erase'],
  'the owner': [
    'GET /attempts/:id',
    'PUT /attempts/:id/path',
    'GET /attempts/:id/certificate',
    'POST /attempts/:id/certificate',
  ],
} as const;

let running: TestApp;
let owner: TestLearner;
let strangers: Record<'a visitor' | 'a guest' | 'another learner', Visitor>;

beforeAll(async () => {
  running = await startApp();
  owner = await startLearner(running);
  const { visitor: guest } = await startLearner(running);
  const { visitor: learner } = await startLearner(running);
  await learner.get('/account/keep');
  await learner.post('/account/keep', { email: 'another@example.org', password: 'kettle harbour moss' });
  const visitor = running.visitor();
  await visitor.get('/account/sign-in');
  strangers = { 'a visitor': visitor, 'a guest': guest, 'another learner': learner };
});
afterAll(() => running.close());

function ask(who: Visitor, route: string): Promise<LightMyRequestResponse> {
  const [method = '', pattern = ''] = route.split(' ');
  const url = pattern
    .replace(':id', owner.id)
    .replace(':course', 'tiny')
    .replace(':module', 'security')
    .replace(':hash', running.hash)
    .replace(':file', 'scorm12.zip')
    .replace(':code', 'AAAA-AAAA-AAAA');
  if (method === 'GET') return who.get(url);
  return method === 'PUT' ? who.put(url, { path: owner.paths(0, 1)[0] }) : who.post(url);
}

test('every route says who may use it', () => {
  const said: string[] = Object.values(WHO).flat();
  expect(routesOf(running.app).filter((route) => !said.includes(route))).toEqual([]);
});

describe('to somebody else', () => {
  test.each(WHO['the owner'])('%s is as good as not there, and changes nothing', async (route) => {
    const before = owner.stored();
    for (const [who, stranger] of Object.entries(strangers)) {
      const refused = await ask(stranger, route);
      const signedOut = who === 'a visitor' && route.startsWith('PUT');
      expect([who, refused.statusCode]).toEqual([who, signedOut ? 401 : 404]);
      expect(refused.body).not.toContain(owner.nonce);
    }
    expect(owner.stored()).toEqual(before);
    expect((await ask(owner.visitor, route)).statusCode).not.toBe(404);
  });
});

describe('to a visitor', () => {
  test.each(WHO['the person'])('%s opens after signing in only', async (route) => {
    const refused = await ask(strangers['a visitor'], route);
    expect([refused.statusCode, refused.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/account\/sign-in\?next=/),
    ]);
  });

  const pages = WHO.anyone.filter((route) => route.startsWith('GET') && !/account/.test(route));
  test.each(pages)('%s answers as it does to everybody', async (route) => {
    const { statusCode } = await ask(strangers['a visitor'], route);
    for (const who of [strangers['a guest'], strangers['another learner'], owner.visitor]) {
      expect((await ask(who, route)).statusCode).toBe(statusCode);
    }
  });
});

test.each(WHO['whoever has the token'])('%s does nothing for somebody who is only signed in', async (route) => {
  const url = route.split(' ')[1] ?? '';
  const refused = await owner.visitor.post(url, {
    ...{ token: 'spc_guessed', carried: running.hash, hash: running.hash, path: owner.passing(), name: 'Ada' },
  });
  expect(refused.statusCode).toBe(403);
});

describe('another site cannot press a button here', () => {
  const forms = [...WHO.anyone, ...WHO['the person'], ...WHO['the owner']].filter((route) => route.startsWith('POST'));
  test.each(forms)('%s without the token of its page is refused in words', async (route) => {
    const url = (route.split(' ')[1] ?? '')
      .replace(':id', owner.id)
      .replace(':course', 'tiny')
      .replace(':module', 'security');
    const headers = {
      cookie: owner.visitor.cookies(),
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    };
    for (const payload of ['', '_csrf=', '_csrf=made.up', 'email=a%40example.org&password=kettle+harbour+moss']) {
      const refused = await running.app.inject({ method: 'POST', url, headers, payload });
      expect(refused.statusCode).toBe(403);
      expect(refused.body).toContain('This form has expired');
      expect(refused.cookies.filter((one) => one.name === 'session')).toEqual([]);
    }
  });

  test('a path that another site sends is refused, and changes nothing', async () => {
    const before = owner.stored();
    const [path] = owner.paths(0, 1);
    for (const from of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      expect((await owner.visitor.put(`/attempts/${owner.id}/path`, { path }, from)).statusCode).toBe(403);
    }
    expect(owner.stored()).toEqual(before);
  });
});
