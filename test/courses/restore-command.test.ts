/** `versions` and `restore`, as a person types them, with the server running beside. */
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../../server/root.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { runStandpoint } from '../support/command.ts';

const [OLD, NEW, NEWER] = ['0'.repeat(64), `ab1${'1'.repeat(61)}`, `ab2${'2'.repeat(61)}`];
const GUIDANCE = 'guidance/communicating-online@2025-08-20.json';

let running: TestApp;
let scratch: string;
let out: string;
beforeEach(async () => {
  running = await startApp();
  scratch = mkdtempSync(path.join(tmpdir(), 'standpoint-restore-'));
  out = path.join(scratch, 'later');
  vi.stubEnv('DATA_DIR', running.dataDir);
  vi.stubEnv('BASE_URL', undefined);
  publish(OLD, undefined);
  publish(NEW, {
    'course.yaml': 'id: later # new',
    'notes.md': 'A note',
    [GUIDANCE]: readFileSync(inCourses(GUIDANCE)),
  });
  publish(NEWER, { 'course.yaml': 'id: later # newer' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true, force: true });
  await running.close();
});

const inCourses = (name: string): string => path.join(root, 'courses', name);

/** A day after what was published before. */
function publish(hash: string, files: Record<string, string | Buffer> | undefined): void {
  running.wait(24 * 60 * 60 * 1000);
  const { course } = running.content;
  const source = files && Object.entries(files).map(([name, bytes]) => ({ name, gzip: gzipSync(bytes) }));
  running.app.published.publish(hash, { ...running.content, course: { ...course, id: 'later' } }, source);
}

const restore = (...words: string[]) => runStandpoint('restore', ...words);

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one !== 'guidance');
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

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
    expect(ran.err.replace(running.dataDir, 'DATA')).toContain(said);
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

  test.each([
    ['a folder with something in it', () => mkdirSync(path.join(out, 'mine'), { recursive: true })],
    ['a file', () => writeFileSync(out, 'mine')],
  ])('%s at the place', async (_, make) => {
    const what = () => (fs.statSync(out).isFile() ? readFileSync(out, 'utf8') : readdirSync(out));
    make();
    const was = what();
    const ran = await restore('later', '--out', out);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(`There is something at ${out}, and nothing is written over.`);
    expect(readdirSync(scratch)).toEqual(['later']);
    expect(what()).toEqual(was);
  });

  test('a link at the place, which leads on to where it led', async () => {
    mkdirSync(path.join(scratch, 'mine'));
    symlinkSync('mine', out);
    const ran = await restore('later', '--out', out);
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringContaining(`Nothing was restored. There is something at ${out}`),
    ]);
    expect(readdirSync(scratch).sort()).toEqual(['later', 'mine']);
    expect(readdirSync(path.join(scratch, 'mine'))).toEqual([]);
  });

  test('a folder that somebody else writes to meanwhile', async () => {
    beforehand('renameSync', () => {
      mkdirSync(out);
      writeFileSync(path.join(out, 'mine'), 'mine');
    });
    const ran = await restore('later', '--out', out);
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringContaining(`Nothing was restored. There is something at ${out}`),
    ]);
    expect(filesOf(out)).toEqual({ mine: 'mine' });
    expect(readdirSync(scratch)).toEqual(['later']);
  });

  test.each([
    ['a full disk', 'writeFileSync', 'ENOSPC', 'There is no room left in'],
    ['a folder that is not theirs', 'mkdirSync', 'EACCES', 'You may not write to'],
    ['a disk that is only to be read', 'mkdirSync', 'EROFS', 'You may not write to'],
  ] as const)('%s', async (_, act, code, said) => {
    let count = 0;
    beforehand(act, (file) => {
      if (!String(file).startsWith(scratch)) return;
      count += 1;
      // The first file is written whole, and the second cannot be.
      if (act === 'mkdirSync' || count === 2) throw Object.assign(new Error(code), { code });
    });
    const ran = await restore('later', '--version', 'ab1', '--out', out);
    expect(ran).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`Nothing was restored. ${said} ${scratch}.`),
    });
    expect(readdirSync(scratch)).toEqual([]);
  });
});

/** Something happens each time before the file system does what it is asked for. */
function beforehand(act: 'writeFileSync' | 'mkdirSync' | 'renameSync', happens: (file: unknown) => void): void {
  const real = fs[act];
  const put = (one: unknown): void => {
    Object.assign(fs, { [act]: one });
    syncBuiltinESMExports();
  };
  put((...args: unknown[]) => {
    happens(args[0]);
    return (real as (...args: unknown[]) => unknown)(...args);
  });
  onTestFinished(() => put(real));
}

describe('an author has back', () => {
  test('what learners start, and is told what to do next', async () => {
    const { code, out: said } = await restore('later', '--out', out);
    expect(code).toBe(0);
    expect(said.split('\n')).toEqual([
      `${out}: later, version ab222222, published on 26 November 2026 at 12:00, 1 file`,
      `See whether all is well with: npm run --silent standpoint -- check "${out}"`,
      'To publish it again, put it in the place of courses/later and start the server.',
    ]);
    expect(filesOf(out)).toEqual({ 'course.yaml': 'id: later # newer' });
    expect(readdirSync(scratch)).toEqual(['later']);
  });

  test('an earlier version, by the first letters of its name, in an empty folder too', async () => {
    mkdirSync(out);
    expect((await restore('later', '--version', 'AB1', '--out', out)).code).toBe(0);
    expect(filesOf(out)).toEqual({ 'course.yaml': 'id: later # new', 'notes.md': 'A note' });
  });

  test('what was published again last, though it was published first', async () => {
    publish(NEW, undefined);
    await restore('later', '--out', out);
    expect(filesOf(out)).toMatchObject({ 'course.yaml': 'id: later # new' });
  });

  test('the guidance too where it is not here as it was', async () => {
    publish(NEWER, { 'course.yaml': 'id: later', [GUIDANCE]: '{"as": "it was"}' });
    const ran = await restore('later', '--out', out);
    expect(ran.out).toContain(`move ${GUIDANCE} to courses/guidance first.`);
    expect(filesOf(out)).toEqual({ 'course.yaml': 'id: later', [GUIDANCE]: '{"as": "it was"}' });
  });

  test('a folder of another name, and is told to give it the name of the course', async () => {
    const { out: said } = await restore('later', '--out', path.join(scratch, 'other'));
    expect(said).toContain('Name the folder later first');
    expect(existsSync(path.join(scratch, 'other/course.yaml'))).toBe(true);
  });

  test('their course when no server runs', async () => {
    await running.app.close();
    expect((await restore('later', '--out', out)).code).toBe(0);
  });
});

describe('versions', () => {
  test('lists what was published and when, which one learners start, and which cannot be had back', async () => {
    publish(NEW, undefined);
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
