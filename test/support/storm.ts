/**
 * kill -9 amid commits: the real server in a process of its own, learners who commit as fast as it answers, and a kill
 * at any moment. Afterwards the database must hold every path that was acknowledged. `npm test` runs a short one,
 * `npm run bench` a long one.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Content } from '../../courses/model/content.ts';
import { type Guest, guestAttempts } from '../bench/visitors.ts';
import { runServer } from './server-process.ts';
import { bestAnswer, growingPaths } from './walks.ts';

export interface StormOptions {
  /** The server to run, a file that node can start. */
  readonly server: string;
  readonly kills: number;
  readonly learners: number;
}

export interface StormResult {
  readonly acknowledged: number;
  /** Acknowledged commits that the database does not hold afterwards. */
  readonly lost: number;
  /** What SQLite's integrity check says of the database after the last kill. */
  readonly integrity: string;
}

interface Learner {
  readonly id: string;
  readonly cookie: string;
  /** Every path of the attempt as it grows; each holds those before it. */
  readonly paths: readonly string[];
  /** How many of them the server has acknowledged. */
  acknowledged: number;
}

/** Acknowledgements between two kills: at least, and the spread above it. */
const FEWEST = 60;
const SPREAD = 240;

export async function storm({ server, kills, learners: count }: StormOptions): Promise<StormResult> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'standpoint-storm-'));
  try {
    const first = await startServer(server, dataDir);
    const guests = await guestAttempts(first.url, count);
    // Three times what each would need if all were equally quick.
    const paths = Math.ceil((3 * kills * (FEWEST + SPREAD)) / count);
    const learners = withDatabase(dataDir, (db) => guests.map((guest) => learnerOf(db, guest, paths)));
    await end(first.child);
    const result = { acknowledged: 0, lost: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const before = sum(learners);
      await commitUntilKilled(await startServer(server, dataDir), learners, FEWEST + ((kill * 97) % SPREAD));
      result.acknowledged += sum(learners) - before;
      result.lost += withDatabase(dataDir, (db) => lostBy(db, learners));
    }
    const integrity = withDatabase(dataDir, (db) => String(db.pragma('integrity_check', { simple: true })));
    return { ...result, integrity };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const sum = (learners: readonly Learner[]): number => learners.reduce((all, one) => all + one.acknowledged, 0);

/** All learners at once, each waiting for an answer before the next commit; the kill falls between any two of them. */
async function commitUntilKilled(running: Running, learners: Learner[], acknowledgements: number): Promise<void> {
  let left = acknowledgements;
  await Promise.all(
    learners.map(async (learner) => {
      while (running.child.exitCode === null && running.child.signalCode === null) {
        if (!(await commitNext(running.url, learner))) return;
        left -= 1;
        if (left === 0) running.child.kill('SIGKILL');
      }
    }),
  );
  await end(running.child);
}

/** Whether the server acknowledged one more path; not once it has died. */
async function commitNext(url: string, learner: Learner): Promise<boolean> {
  const next = learner.paths[learner.acknowledged];
  if (next === undefined) throw new Error('The storm has run out of paths to commit.');
  let response: Response;
  try {
    response = await fetch(`${url}/attempts/${learner.id}/path`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: learner.cookie, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ path: next }),
    });
  } catch {
    return false;
  }
  if (response.status !== 200) throw new Error(`A commit was answered with ${response.status}.`);
  // The status line is the acknowledgement; the body may be cut off by the kill.
  learner.acknowledged += 1;
  await response.text().catch(() => '');
  return true;
}

/** How many acknowledged commits are missing. Each learner then goes on from what is there. */
function lostBy(db: Database.Database, learners: Learner[]): number {
  const find = db.prepare<[string], { path: string }>('SELECT path FROM attempt WHERE id = ?');
  let lost = 0;
  for (const learner of learners) {
    const held = learner.paths.indexOf(find.get(learner.id)?.path ?? '') + 1;
    lost += Math.max(0, learner.acknowledged - held);
    learner.acknowledged = held;
  }
  return lost;
}

function learnerOf(db: Database.Database, guest: Guest, paths: number): Learner {
  const row = db
    .prepare<[string], { nonce: string; hash: string; module: string; content: string }>(
      `SELECT nonce, version_hash AS hash, module_id AS module, content
       FROM attempt JOIN published_version ON hash = version_hash WHERE id = ?`,
    )
    .get(guest.id);
  if (!row) throw new Error(`The attempt ${guest.id} was not stored.`);
  const content = JSON.parse(row.content) as Content;
  const played = { ...content, modules: content.modules.filter((one) => one.id === row.module) };
  return { ...guest, paths: growingPaths(played, row.hash, row.nonce, bestAnswer, paths), acknowledged: 0 };
}

function withDatabase<T>(dataDir: string, work: (db: Database.Database) => T): T {
  const db = new Database(path.join(dataDir, 'standpoint.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
}

async function startServer(server: string, dataDir: string): Promise<Running> {
  const { child, ready } = runServer({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal' }, server);
  return { child, url: await ready };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
