import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Db, openDb } from '../../db/client.ts';
import { root } from '../../server/root.ts';

let folder: string;
let db: Db;
/** Another connection: what it reads is committed. */
let outside: Database.Database;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'standpoint-db-'));
  db = openDb({ dataDir: folder, migrations: path.join(root, 'db/migrations') });
  db.raw.exec('CREATE TABLE note (text TEXT PRIMARY KEY)');
  outside = new Database(path.join(folder, 'standpoint.db'), { readonly: true });
});
afterEach(() => {
  outside.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string): void => {
  db.raw.prepare('INSERT INTO note VALUES (?)').run(text);
};
const committed = (): unknown[] => outside.prepare('SELECT text FROM note ORDER BY text').pluck().all();

describe('the connection in use', () => {
  test('survives a power cut: it writes ahead, and waits for the disk', () => {
    expect(db.raw.pragma('journal_mode', { simple: true })).toBe('wal');
    // 2 is FULL: in WAL mode the log is flushed at each commit. 1, the driver's default there, loses the last ones.
    expect(db.raw.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.raw.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('is the only one: a second server is turned away from the same folder', () => {
    const second = () => openDb({ dataDir: folder, migrations: path.join(root, 'db/migrations') });
    expect(second).toThrow('Another Standpoint is using');
    db.close();
    db = second();
    expect(db.raw.open).toBe(true);
  });
});

describe('a group commit', () => {
  test('answers nobody before their work is on disk', async () => {
    const seen = await Promise.all(
      ['a', 'b', 'c'].map((text) => db.groupCommit.run(() => write(text)).then(() => committed())),
    );
    for (const one of seen) expect(one).toEqual(['a', 'b', 'c']);
  });

  test('shows nothing to others until all of it is on disk', async () => {
    const during: unknown[][] = [];
    await Promise.all(
      ['a', 'b'].map((text) =>
        db.groupCommit.run(() => {
          write(text);
          during.push(committed());
        }),
      ),
    );
    expect(during).toEqual([[], []]);
  });

  test('keeps the others where one piece of work fails, and undoes all that this one wrote', async () => {
    const results = await Promise.allSettled([
      db.groupCommit.run(() => write('a')),
      db.groupCommit.run(() => {
        write('half');
        write('a');
      }),
      db.groupCommit.run(() => write('b')),
    ]);
    expect(results.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(committed()).toEqual(['a', 'b']);
  });

  test('acknowledges nobody where the commit itself fails, and takes the next ones', async () => {
    db.raw.exec('CREATE TABLE child (text TEXT REFERENCES note (text) DEFERRABLE INITIALLY DEFERRED)');
    const orphan = () => db.raw.prepare('INSERT INTO child VALUES (?)').run('nobody');
    const results = await Promise.allSettled([
      db.groupCommit.run(() => write('a')),
      db.groupCommit.run(orphan),
      db.groupCommit.run(() => write('b')),
    ]);
    expect(results.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(committed()).toEqual([]);
    await db.groupCommit.run(() => write('c'));
    expect(committed()).toEqual(['c']);
  });

  test('refuses to join a transaction that somebody left open, which could take the work with it', async () => {
    db.raw.exec('BEGIN');
    await expect(db.groupCommit.run(() => write('a'))).rejects.toThrow('left open');
    await db.groupCommit.run(() => write('b'));
    expect(committed()).toEqual(['b']);
  });
});

describe('when the disk is full', () => {
  /** As on a full disk: the database may not grow by a page. */
  const fill = () => db.raw.pragma(`max_page_count = ${db.raw.pragma('page_count', { simple: true })}`);
  const makeRoom = () => db.raw.pragma('max_page_count = 1000000');
  const large = (letter: string) => letter.repeat(20_000);

  test('nothing is acknowledged, reading goes on, and it recovers without a restart', async () => {
    await db.groupCommit.run(() => write('before'));
    fill();
    const results = await Promise.allSettled(['x', 'y', 'z'].map((one) => db.groupCommit.run(() => write(large(one)))));
    for (const one of results) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } });
    }
    expect(db.raw.prepare('SELECT text FROM note').pluck().all()).toEqual(['before']);
    expect(committed()).toEqual(['before']);
    makeRoom();
    await db.groupCommit.run(() => write('after'));
    expect(committed()).toEqual(['after', 'before']);
  });
});
