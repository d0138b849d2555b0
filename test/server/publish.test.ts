import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { versionQueries } from '../../db/versions.ts';
import { buildApp } from '../../server/app.ts';
import { compileCourses, coursesOnDisk } from '../../server/compiled-courses.ts';
import { readConfig } from '../../server/config.ts';
import { contentHash } from '../../server/content-hash.ts';
import { publishCourses } from '../../server/publish-courses.ts';
import { root } from '../../server/root.ts';
import { startApp, type TestApp } from '../support/app.ts';

let scratch: string;
let folder: string;
let file: string;
let courseFile: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'standpoint-courses-'));
  folder = path.join(scratch, 'courses');
  file = path.join(scratch, 'dist/courses.json');
  courseFile = path.join(folder, 'communicating-online/course.yaml');
  cpSync(path.join(root, 'courses/communicating-online'), path.dirname(courseFile), { recursive: true });
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const read = () => coursesOnDisk({ folder, file });
const retitle = (title: string) =>
  writeFileSync(courseFile, readFileSync(courseFile, 'utf8').replace(/^title: .*$/m, `title: ${title}`));

describe('at a start,', () => {
  test('a course with mistakes is named with file and line, and what was published before stays up', async () => {
    const running = await startApp();
    expect(publishCourses(running.app, await read())).toEqual([]);
    const before = running.app.published.newest('communicating-online')?.hash;
    const lines = readFileSync(courseFile, 'utf8').split('\n').length;
    appendFileSync(courseFile, 'colour: red\n');
    const complaints = publishCourses(running.app, await read());
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('The course communicating-online is not published');
    expect(complaints[0]).toContain('The version published before stays up.');
    expect(complaints[0]).toContain(`course.yaml:${lines} `);
    expect(running.app.published.newest('communicating-online')?.hash).toBe(before);
    await running.close();
  });

  test('a corrected course is published, and the version before it can still be played', async () => {
    const running = await startApp();
    publishCourses(running.app, await read());
    const before = running.app.published.newest('communicating-online')?.hash ?? '';
    retitle('A corrected title');
    expect(publishCourses(running.app, await read())).toEqual([]);
    expect(running.app.published.newest('communicating-online')?.content.course.title).toBe('A corrected title');
    expect(running.app.published.version(before)?.content.course.title).not.toBe('A corrected title');
    await running.close();
  });

  test('a server with nothing to teach says so and does not start', async () => {
    const app = await buildApp({ config: readConfig({ DATA_DIR: path.join(scratch, 'data'), LOG_LEVEL: 'fatal' }) });
    expect(() => publishCourses(app, [])).toThrow('There is no folder with a course.yaml in courses');
    appendFileSync(courseFile, 'colour: red\n');
    const broken = await read();
    expect(() => publishCourses(app, broken)).toThrow(/no course can be published[\s\S]*course\.yaml:\d+ /);
    await app.close();
  });
});

describe('a published version keeps', () => {
  const GUIDANCE = 'guidance/communicating-online@2025-08-20.json';
  let running: TestApp;
  beforeEach(async () => {
    running = await startApp();
  });
  afterEach(() => running.close());

  async function publish(): Promise<Record<string, string>> {
    expect(publishCourses(running.app, await read())).toEqual([]);
    const { hash = '' } = running.app.published.newest('communicating-online') ?? {};
    const kept = versionQueries(running.app.db).source(hash);
    return Object.fromEntries(kept.map(({ name, gzip }) => [name, gunzipSync(gzip).toString('base64')]));
  }

  function onDisk(): Record<string, string> {
    const folder = path.dirname(courseFile);
    const files = readdirSync(folder).map((name) => [name, path.join(folder, name)]);
    const all = [...files, [GUIDANCE, path.join(root, 'courses', GUIDANCE)]];
    return Object.fromEntries(all.map(([name = '', file = '']) => [name, readFileSync(file).toString('base64')]));
  }

  test('the files of its folder and its guidance, byte for byte, also with bytes that are no text', async () => {
    appendFileSync(courseFile, Buffer.concat([Buffer.from('# caf'), Buffer.from([0xe9, 0x0d, 0x0a])]));
    writeFileSync(path.join(path.dirname(courseFile), 'later.yaml'), '# A module that is yet to be written.\n');
    const kept = await publish();
    expect(kept).toEqual(onDisk());
    expect(Object.keys(kept)).toEqual(
      expect.arrayContaining(['course.yaml', 'later.yaml', 'notes.md', 'security.yaml']),
    );
  });

  test('the same files where the build compiled them, and the newest of those that differ in no word', async () => {
    await compileCourses(folder, file);
    expect(await publish()).toEqual(onDisk());
    const { hash } = running.app.published.newest('communicating-online') ?? {};
    appendFileSync(courseFile, '# Why the pass mark is 60.\n');
    rmSync(path.join(path.dirname(courseFile), 'notes.md'));
    expect(await publish()).toEqual(onDisk());
    expect(running.app.published.newest('communicating-online')?.hash).toBe(hash);
  });

  test('its files when a later one is published, or the same again by somebody who has none', async () => {
    const before = onDisk();
    await publish();
    const first = running.app.published.newest('communicating-online');
    retitle('A corrected title');
    await publish();
    if (first) running.app.published.publish(first.hash, first.content);
    const kept = versionQueries(running.app.db).source(first?.hash ?? '');
    expect(kept.map(({ name, gzip }) => [name, gunzipSync(gzip).toString('base64')])).toEqual(
      Object.entries(before).sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });

  test('no lock of an editor and nothing of a restoring that was killed, and is published all the same', async () => {
    const before = onDisk();
    cpSync(path.dirname(courseFile), path.join(folder, '.communicating-online-x1'), { recursive: true });
    symlinkSync('ada@desk.1234', path.join(path.dirname(courseFile), '.#security.yaml'));
    await compileCourses(folder, file);
    expect(await publish()).toEqual(before);
  });
});

describe('what the build compiled', () => {
  test('is what reading the files gives, and its hash is over its very bytes', async () => {
    const direct = await read();
    await compileCourses(folder, file);
    const compiled = await read();
    expect(compiled).toEqual(direct);
    for (const { content, hash } of compiled) expect(content && contentHash(content)).toBe(hash);
  });

  test.each([
    ['a word is changed', () => retitle('Another title')],
    ['a file is added', () => writeFileSync(path.join(path.dirname(courseFile), 'other.yaml'), 'id: other\n')],
    ['a file goes', () => rmSync(path.join(path.dirname(courseFile), 'security.yaml'))],
    ['a note is changed', () => appendFileSync(path.join(path.dirname(courseFile), 'notes.md'), 'Another note.\n')],
    [
      'a course is added',
      () => {
        mkdirSync(path.join(folder, 'second'));
        writeFileSync(path.join(folder, 'second/course.yaml'), 'id: second\n');
      },
    ],
  ])('counts no longer once %s', async (_, change) => {
    await compileCourses(folder, file);
    const compiled = await read();
    change();
    const now = await read();
    expect(now).not.toEqual(compiled);
    rmSync(file);
    expect(now).toEqual(await read());
  });
});
