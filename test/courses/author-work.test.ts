/** What an author has published is not lost with the folder that it was written in. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDb } from '../../db/client.ts';
import { versionQueries } from '../../db/versions.ts';
import { compileCourses, coursesOnDisk } from '../../server/compiled-courses.ts';
import { readCourse } from '../../server/course-files.ts';
import { publishCourses } from '../../server/publish-courses.ts';
import { root } from '../../server/root.ts';
import { serverBundle } from '../../server/server-bundle.ts';
import { nameOf } from '../conformance/requirements.ts';
import { startApp } from '../support/app.ts';
import { runStandpoint } from '../support/command.ts';
import { runServer } from '../support/server-process.ts';

// Processes are started and killed here, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const COURSE = 'communicating-online';
const outfile = path.join(root, 'dist/test/publish-and-die.js');

let scratch: string;
let dataDir: string;
let author: string;
let restored: number;
beforeAll(async () => {
  await build({ ...serverBundle, entryPoints: ['test/support/publish-and-die.ts'], outfile });
});
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'standpoint-author-'));
  dataDir = path.join(scratch, 'data');
  author = path.join(scratch, 'courses', COURSE);
  restored = 0;
  cpSync(path.join(root, 'courses', COURSE), author, { recursive: true });
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('BASE_URL', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

function filesOf(folder: string): Files {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
}

const compiled = () => ({ folder: path.dirname(author), file: path.join(scratch, 'courses.json') });

const compile = () => compileCourses(compiled().folder, compiled().file);

/** A sentence that learners read, and a comment that only the author does. */
function edit(words: string): Files {
  const file = path.join(author, 'course.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${words} # ${words}, as agreed`));
  return filesOf(author);
}

/** Publishes what the folder holds, in a process that is killed after so many rows, or once all is published. */
async function publishAndDie(rows: number, ...how: string[]): Promise<void> {
  const { folder, file } = compiled();
  const child = spawn(process.execPath, [outfile, folder, file, String(rows), ...how], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'fatal' },
    stdio: 'inherit',
  });
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
}

/** The files of the newest version, from the command; and that they make the very content that they were published as. */
async function restore(): Promise<Files> {
  restored += 1;
  const folder = path.join(scratch, String(restored), COURSE);
  mkdirSync(path.dirname(folder));
  const ran = await runStandpoint('restore', COURSE, '--out', folder);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { hash = 'none' } = readCourse(folder, () => true);
  expect(ran.out).toContain(`version ${hash.slice(0, 8)}, published`);
  return filesOf(folder);
}

/** What a database holds after a kill: each version, and whether all of its files are there. */
function kept(): { versions: number; files: number[]; integrity: unknown } {
  const db = openDb({ dataDir, migrations: path.join(root, 'db/migrations') });
  const versions = versionQueries(db);
  const all = versions.all(COURSE);
  const files = all.map((one) => versions.source(one.hash).length);
  const integrity = db.raw.pragma('integrity_check', { simple: true });
  db.close();
  return { versions: all.length, files, integrity };
}

describe(nameOf('hurt.author-work-lost'), () => {
  test('the folder is gone', async () => {
    const before = edit('What was written');
    await compile();
    await publishAndDie(Number.POSITIVE_INFINITY);
    rmSync(author, { recursive: true });
    expect(await restore()).toEqual(before);
  });

  test('the server was killed amid publishing: the version before is whole, or the new one is', async () => {
    const first = edit('First');
    await compile();
    await publishAndDie(Number.POSITIVE_INFINITY);
    const second = edit('Second');
    await compile();
    const count = Object.keys(first).length + 1;
    // The row of the version, those of its files and its guidance, and which version is the newest.
    for (const rows of [1, 2, count, count + 1, count + 2]) {
      await publishAndDie(rows);
      expect(kept()).toEqual({ versions: 1, files: [count], integrity: 'ok' });
    }
    expect(await restore()).toEqual(first);
    await publishAndDie(count + 3);
    expect(kept()).toEqual({ versions: 2, files: [count, count], integrity: 'ok' });
    expect(await restore()).toEqual(second);
  });

  test('that test sees the loss where a version and its files are not published in one', async () => {
    await compile();
    await publishAndDie(3, 'mutant');
    expect(kept()).toEqual({ versions: 1, files: [1], integrity: 'ok' });
  });

  test('the disk was full when it was to be published: what was published before is there, and room is all it needs', async () => {
    const running = await startApp({ dataDir });
    const publish = async () => publishCourses(running.app, await coursesOnDisk(compiled()));
    const first = edit('First');
    await publish();
    const { raw } = running.app.db;
    raw.pragma('wal_checkpoint(TRUNCATE)');
    const second = edit('Second');
    // Nothing fits; then the version does, and its files do not.
    const pages = Number(raw.pragma('page_count', { simple: true }));
    const content = Buffer.byteLength(JSON.stringify(running.app.published.newest(COURSE)?.content));
    for (const room of [1, Math.ceil(content / 4096) + 4]) {
      raw.pragma(`max_page_count = ${pages + room}`);
      await expect(publish()).rejects.toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    }
    expect(versionQueries(running.app.db).all(COURSE)).toHaveLength(1);
    expect(await restore()).toEqual(first);
    raw.pragma('max_page_count = 1000000');
    await publish();
    expect(await restore()).toEqual(second);
    await running.close();
  });

  test('nothing was written into the author’s files by a check, a build, a start or publishing', async () => {
    appendFileSync(path.join(author, 'course.yaml'), '# A line without an end');
    const folders = [author, path.join(root, 'courses', COURSE), path.join(root, 'courses/guidance')];
    const before = folders.map(touched);
    await runStandpoint('check', author);
    await runStandpoint('coverage', author);
    await compile();
    const running = await startApp({ dataDir: path.join(scratch, 'other') });
    publishCourses(running.app, await coursesOnDisk(compiled()));
    await running.close();
    const server = runServer({ DATA_DIR: dataDir });
    await server.ready;
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect((await runStandpoint('restore', COURSE, '--out', author)).code).toBe(1);
    expect(folders.map(touched)).toEqual(before);
    writeFileSync(path.join(author, 'notes.md'), readFileSync(path.join(author, 'notes.md')));
    expect(touched(author)).not.toEqual(before[0]);
  });
});

/** Changes with any write to a file of the folder, even of the bytes that it had. */
function touched(folder: string): unknown[] {
  const names = ['.', ...readdirSync(folder)];
  return names.map((name) => {
    const { ctimeNs, mtimeNs, size, mode, ino } = statSync(path.join(folder, name), { bigint: true });
    return [name, ctimeNs, mtimeNs, size, mode, ino];
  });
}
