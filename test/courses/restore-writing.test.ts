/** What `restore` writes is whole, or is not there, and stands in the place of nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../../server/root.ts';
import { runStandpoint } from '../support/command.ts';
import { type LaterCourse, publishLater, textsOf } from '../support/later-course.ts';

let later: LaterCourse;
let scratch: string;
let out: string;
beforeEach(async () => {
  later = await publishLater();
  ({ scratch, out } = later);
});
afterEach(() => later.end());

const restore = (...words: string[]) => runStandpoint('restore', ...words);

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

describe('nothing is written over, and nothing is left half:', () => {
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
    expect(textsOf(out)).toEqual({ mine: 'mine' });
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

  test('the command was killed after a file was written', async () => {
    const words = ['server/cli/main.ts', 'restore', 'later', '--version', 'ab1', '--out', out];
    const child = spawn(process.execPath, ['--import', dieAfterAFile, ...words], {
      cwd: root,
      env: { PATH: process.env.PATH, DATA_DIR: later.running.dataDir },
      stdio: 'inherit',
    });
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    // A hidden folder beside is what is left, and no course to anybody.
    expect(readdirSync(scratch)).toEqual([expect.stringMatching(/^\.later-/)]);
    expect(existsSync(out)).toBe(false);
    expect((await restore('later', '--version', 'ab1', '--out', out)).code).toBe(0);
    expect(textsOf(out)).toEqual({ 'course.yaml': 'id: later # new', 'notes.md': 'A note' });
  }, 60_000);
});

const dieAfterAFile = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const write = fs.writeFileSync;
  fs.writeFileSync = (...args) => {
    write(...args);
    process.kill(process.pid, 'SIGKILL');
  };
  syncBuiltinESMExports();
`)}`;
