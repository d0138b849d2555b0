import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { compileCourses, coursesOnDisk } from '../../server/compiled-courses.ts';
import { readConfig } from '../../server/config.ts';
import { contentHash } from '../../server/content-hash.ts';
import { publishCourses } from '../../server/publish-courses.ts';
import { root } from '../../server/root.ts';
import { startApp } from '../support/app.ts';

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
