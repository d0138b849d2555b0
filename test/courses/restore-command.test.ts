/** `versions` and `restore`, as a person types them, with the server running beside. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runStandpoint } from '../support/command.ts';
import { GUIDANCE, type LaterCourse, NEW, NEWER, publishLater, textsOf } from '../support/later-course.ts';

let later: LaterCourse;
let scratch: string;
let out: string;
beforeEach(async () => {
  later = await publishLater();
  ({ scratch, out } = later);
});
afterEach(() => later.end());

const restore = (...words: string[]) => runStandpoint('restore', ...words);

describe('an author who cannot have a course back is told why, and nothing is written:', () => {
  test.each([
    ['no course', [], /^No course was named\. Usage: restore/],
    ['two courses', ['later', 'tiny', '--out', 'x'], /^One course at a time, and “tiny” came after it\./],
    ['no folder', ['later'], /^--out must name a folder that is yet to be made\./],
    ['a folder in none', ['later', '--out', '/none/later'], /^There is no folder \/none to write to\./],
    ['the folder one is in', ['later', '--out', '.'], /^You are in that folder\. Name one that is yet to be made\./],
  ])('%s', async (_, words, said) => {
    const ran = await restore(...words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(said);
  });

  test.each([
    ['a course that was never published', ['none'], 'There is no course “none” in DATA. Published there: later, tiny.'],
    [
      'a version that there is not',
      ['later', '--version', 'f'],
      'later has no version “f”. See them with: versions later.',
    ],
    ['a version of no name', ['later', '--version', ''], 'later has no version “”.'],
    [
      'a version that may be two',
      ['later', '--version', 'ab'],
      '“ab” may be ab2222222222 (26 November 2026 at 12:00) or ab1111111111 (25 November 2026 at 12:00). Give more of it.',
    ],
  ])('%s', async (_, words, said) => {
    const ran = await restore(...words, '--out', out);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.replace(later.running.dataDir, 'DATA')).toContain(said);
    expect(readdirSync(scratch)).toEqual([]);
  });

  test('a version from before files were kept', async () => {
    const ran = await restore('later', '--version', '000', '--out', out);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(
      /^Version 00000000 was published before files were kept, .* versions later\. .* start the server/,
    );
    expect(readdirSync(scratch)).toEqual([]);
  });

  test('a data folder without a database, which is not made', async () => {
    vi.stubEnv('DATA_DIR', path.join(scratch, 'elsewhere'));
    for (const words of [
      ['restore', 'later', '--out', out],
      ['versions', 'later'],
    ]) {
      const ran = await runStandpoint(...words);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toBe(
        `There is no database in ${path.join(scratch, 'elsewhere')}. Set DATA_DIR to the folder that the server uses.`,
      );
    }
    expect(readdirSync(scratch)).toEqual([]);
  });

  test('a database that is none', async () => {
    const elsewhere = path.join(scratch, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, 'standpoint.db'), 'This is a letter, not a database. '.repeat(100));
    vi.stubEnv('DATA_DIR', elsewhere);
    const ran = await restore('later', '--out', out);
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringContaining('Standpoint cannot open its database: standpoint.db'),
    ]);
  });
});

describe('an author has back', () => {
  test('what learners start, and is told what to do next', async () => {
    const { code, out: said } = await restore('later', '--out', out);
    expect(code).toBe(0);
    expect(said.split('\n')).toEqual([
      `${out}: later, version ab222222, published on 26 November 2026 at 12:00, 1 file`,
      `See whether all is well with: npm run --silent standpoint -- check "${out}"`,
      'To publish it again, put it in the place of courses/later and start the server.',
    ]);
    expect(textsOf(out)).toEqual({ 'course.yaml': 'id: later # newer' });
    expect(readdirSync(scratch)).toEqual(['later']);
  });

  test('an earlier version, by the first letters of its name, in an empty folder too', async () => {
    mkdirSync(out);
    expect((await restore('later', '--version', 'AB1', '--out', out)).code).toBe(0);
    expect(textsOf(out)).toEqual({ 'course.yaml': 'id: later # new', 'notes.md': 'A note' });
  });

  test('what was published again last, though it was published first', async () => {
    later.publish(NEW);
    await restore('later', '--out', out);
    expect(textsOf(out)).toMatchObject({ 'course.yaml': 'id: later # new' });
  });

  test('the guidance too where it is not here as it was', async () => {
    later.publish(NEWER, { 'course.yaml': 'id: later', [GUIDANCE]: '{"as": "it was"}' });
    const ran = await restore('later', '--out', out);
    expect(ran.out).toContain(`move ${GUIDANCE} to courses/guidance first.`);
    expect(textsOf(out)).toEqual({ 'course.yaml': 'id: later', [GUIDANCE]: '{"as": "it was"}' });
  });

  test('a folder of another name, and is told to give it the name of the course', async () => {
    const { out: said } = await restore('later', '--out', path.join(scratch, 'other'));
    expect(said).toContain('Name the folder later first');
    expect(existsSync(path.join(scratch, 'other/course.yaml'))).toBe(true);
  });

  test('their course when no server runs', async () => {
    await later.running.app.close();
    expect((await restore('later', '--out', out)).code).toBe(0);
  });
});

describe('versions', () => {
  test('lists what was published and when, which one learners start, and which cannot be had back', async () => {
    later.publish(NEW);
    expect((await runStandpoint('versions', 'later')).out.split('\n')).toEqual([
      'ab222222  26 November 2026 at 12:00',
      'ab111111  25 November 2026 at 12:00  what learners start',
      '00000000  24 November 2026 at 12:00  without its files',
      'Have the files of one back with: restore later --version VERSION --out FOLDER',
    ]);
  });

  test('says what is wrong with the words', async () => {
    for (const [words, said] of [
      [[], 'No course was named.'],
      [['later', 'tiny'], 'One course at a time'],
      [['none'], 'There is no course “none”'],
    ] as const) {
      const ran = await runStandpoint('versions', ...words);
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(said)]);
    }
  });
});
