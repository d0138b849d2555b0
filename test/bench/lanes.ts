/** Learners who commit: for each a session, an attempt, and the bodies of its commits in their order. */
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Flags } from '../../courses/model/conditions.ts';
import { type Content, selectModules } from '../../courses/model/content.ts';
import type { Decision } from '../../courses/model/decisions.ts';
import { anyAnswer, growingPaths } from '../support/walks.ts';
import type { Running } from './processes.ts';
import { guestAttempts } from './visitors.ts';

export interface Lane {
  readonly path: string;
  readonly cookie: string;
  readonly bodies: readonly string[];
}

export const commitHeaders = (cookie: string): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'application/json',
  'sec-fetch-site': 'same-origin',
  cookie,
});

/** What an attempt plays, read from the server's database: its content, and what its paths begin with. */
export interface Played {
  readonly content: Content;
  readonly hash: string;
  readonly nonce: string;
}

export function playedBy({ dataDir }: Running, ids: readonly string[]): Played[] {
  const db = new Database(path.join(dataDir, 'standpoint.db'), { readonly: true });
  const find = db.prepare<[string], { nonce: string; hash: string; content: string; module: string }>(
    `SELECT nonce, version_hash AS hash, content, module_id AS module
     FROM attempt JOIN published_version ON hash = version_hash WHERE id = ?`,
  );
  const played = ids.map((id) => {
    const row = find.get(id);
    if (!row) throw new Error(`The attempt ${id} was not stored.`);
    const content: Content = JSON.parse(row.content);
    return { content: selectModules(content, [row.module]), hash: row.hash, nonce: row.nonce };
  });
  db.close();
  return played;
}

/** One guest, one attempt and one ever-growing path a connection: every commit is new to the server. */
export async function prepareLanes(server: Running, connections: number, commits: number): Promise<Lane[]> {
  const guests = await guestAttempts(server.url, connections);
  const played = playedBy(
    server,
    guests.map((one) => one.id),
  );
  let seed = 1;
  const pick = (n: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  return guests.flatMap(({ id, cookie }, index) => {
    const one = played[index];
    if (!one) return [];
    const choose = (decision: Decision, flags: Flags) => anyAnswer(decision, flags, pick);
    const paths = growingPaths(one.content, one.hash, one.nonce, choose, commits);
    return [{ path: `/attempts/${id}/path`, cookie, bodies: paths.map((path) => JSON.stringify({ path })) }];
  });
}
