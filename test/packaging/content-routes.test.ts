/** What a connected package is answered when it asks what to play. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import { contentHash } from '../../server/content-hash.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { twoModules } from '../support/two-modules.ts';

let running: TestApp;
beforeAll(async () => {
  running = await startApp({ content: twoModules });
});
afterAll(() => running.close());

const ask = (query: Record<string, string>, course = 'tiny') =>
  running.app.inject({
    url: `/connected/${course}/content.json?${new URLSearchParams({ modules: 'scr', hash: running.hash, ...query })}`,
    headers: { accept: 'application/json', origin: 'https://lms.example.org', cookie: 'session=somebody' },
  });

/** Publishes a version of the course, a minute after the last. */
function publish(change: (content: Content) => void): string {
  const content = structuredClone(twoModules);
  change(content);
  running.wait(60_000);
  running.app.published.publish(contentHash(content), content);
  return contentHash(content);
}

const reworded = (words: string) => (content: Content) => {
  for (const module of content.modules) module.title = `${module.title} ${words}`;
};
const restructured = (content: Content) => Object.assign(content.course, { passMark: 61 });

describe('a package is answered with nothing, and plays what it carries', () => {
  test('where it carries the newest', async () => {
    running.app.published.publish(running.hash, twoModules);
    const { statusCode, body } = await ask({});
    expect([statusCode, body]).toEqual([204, '']);
  });

  test('where more than words has changed', async () => {
    publish(restructured);
    expect((await ask({})).statusCode).toBe(204);
  });

  test('where the server never knew what it carries', async () => {
    publish(reworded('now'));
    expect((await ask({ hash: 'f'.repeat(64) })).statusCode).toBe(204);
  });

  test('where the server went back to what it had before', async () => {
    const later = publish(reworded('later'));
    running.app.published.publish(running.hash, twoModules);
    expect((await ask({ hash: later })).statusCode).toBe(204);
  });

  test('where its module is no more, or its path names what the server never knew', async () => {
    publish((content) => Object.assign(content, { modules: content.modules.slice(1) }));
    expect((await ask({})).statusCode).toBe(204);
    expect((await ask({ path: 'ffffffff' })).statusCode).toBe(204);
  });
});

test('a new attempt gets the newest words, of its own modules only, to whichever site asks and without a cookie', async () => {
  const newest = publish((content) => {
    reworded('anew')(content);
    // What the package does not play may change as it likes.
    content.modules[1]?.scenarios[0]?.scenes.pop();
  });
  const answer = await ask({});
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(answer.json()).toMatchObject({ format: 1, hash: newest, modules: ['scr'] });
  expect(answer.json().content.modules.map((one: { title: string }) => one.title)).toEqual(['Joyce’s screenshot anew']);
});

test('a path gets the very content that it names, whatever has changed since', async () => {
  const named = publish(restructured);
  publish(reworded('at last'));
  const answer = await ask({ path: named.slice(0, 8), modules: 'scr,nei' });
  expect(answer.json()).toMatchObject({ hash: named, content: { course: { passMark: 61 } } });
});

describe('a question that cannot be read is refused, and any page may read that', () => {
  test.each<[string, Record<string, string>, string, number]>([
    ['another course', {}, 'none', 404],
    ['a hash that is none', { hash: 'x' }, 'tiny', 400],
    ['a path that is none', { path: '../../etc' }, 'tiny', 400],
    ['no module', { modules: '' }, 'tiny', 400],
  ])('%s', async (_, query, course, status) => {
    const { statusCode, headers } = await ask(query, course);
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([status, '*']);
  });
});

test('many who ask for one set of modules, in whatever order, have it looked out once', async () => {
  const { app, hash } = running;
  const [first = '', second = ''] = twoModules.modules.map((one) => one.id);
  const part = app.published.part(hash, [first, second]);
  expect(part?.modules.map((one) => one.id)).toEqual([first, second]);
  for (const ids of [
    [second, first],
    [second, first, second],
    [first, 'none', second],
  ]) {
    expect(app.published.part(hash, ids)).toBe(part);
  }
  expect(app.published.part(hash, ['none'])?.modules).toEqual([]);
  expect(app.published.part('0'.repeat(64), [first])).toBeUndefined();
  expect(app.published.module(hash, 'none')).toBeUndefined();
});
