/** The codes of certificates in the strict LRS, in moments that no browser can be brought into. */
import { expect, test } from 'vitest';
import type { Answer, Lrs as Asking } from '../../public/player/cmi5/lrs.ts';
import { notesIn } from '../../public/player/cmi5/notes.ts';
import { ACTIVITY, ACTOR, Lrs } from '../support/strict-lrs/lrs.ts';

/** A session that was launched, with the learner called `name`. */
function launched(name: unknown = ACTOR.name) {
  const lrs = new Lrs({ id: 'urn:uuid:au', url: 'index.html', moveOn: 'CompletedAndPassed' });
  const { registration = '' } = lrs.launch('http://lrs.example/');
  const token = lrs.sessions()[0]?.token;
  const before: (() => void)[] = [];
  const asked: string[] = [];
  let fails = false;
  const asking: Asking = {
    ask: async (method, resource, params, { body, only = {} } = {}): Promise<Answer> => {
      if (method === 'PUT') before.shift()?.();
      asked.push(method);
      if (fails) return { status: 500, text: '' };
      const usual = { authorization: `Basic ${token}`, 'x-experience-api-version': '1.0.3' };
      const conditions = Object.fromEntries(Object.entries(only).map(([key, value]) => [key.toLowerCase(), value]));
      const {
        status,
        headers,
        body: text = '',
      } = lrs.ask({
        method,
        resource: `xapi/${resource}`,
        query: params,
        headers: { ...usual, 'content-type': 'application/json', ...conditions },
        body: JSON.stringify(body),
      });
      return { status, text, ...(headers?.etag && { etag: headers.etag }) };
    },
  };
  const actor = { ...ACTOR, name };
  const query = { endpoint: '', fetch: '', actor: ACTOR, registration, activityId: ACTIVITY };
  const make = (within = (ask: () => Promise<Answer>): Promise<Answer> | undefined => ask()) =>
    notesIn(asking, query, { within });
  const named = notesIn(asking, { ...query, actor }, { within: (ask) => ask() });
  const fail = (): void => {
    fails = true;
  };
  return { lrs, asked, before, make, named, fail };
}

test('a code that another window noted meanwhile is kept, and ours stands behind it', async () => {
  const { lrs, before, make } = launched();
  const notes = make();
  before.push(() => lrs.setCertificate('{"lines":["theirs"]}'));
  expect(await notes.write('ours')).toBe(true);
  expect(lrs.certificate()).toEqual({ lines: ['theirs', 'ours'] });
  expect(await notes.read()).toBe('theirs ours');
  expect(lrs.violations()).toEqual([]);
});

test('nothing is written once the session ends', async () => {
  const { asked, make } = launched();
  expect(await make(() => undefined).write('ours')).toBe(false);
  expect(asked).not.toContain('PUT');
});

test('codes that cannot be read are not written over', async () => {
  const { lrs, asked, make, fail } = launched();
  lrs.setCertificate('{"lines":["theirs"]}');
  fail();
  expect(await make().write('ours')).toBe(false);
  expect(asked).not.toContain('PUT');
  expect(lrs.certificate()).toEqual({ lines: ['theirs'] });
});

test.each([
  ['Okafor, Ada', 'Okafor, Ada'],
  [null, ''],
  [{ en: 'Ada' }, ''],
])('a learner whom the LMS calls %j is offered the name “%s”', (name, offered) => {
  expect(launched(name).named.learnerName).toBe(offered);
});
