/** The one connection. WAL so that readers never wait, FULL so that an acknowledged commit survives a power cut. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { FolderInUseError, lockFolder } from './lock.ts';
import * as schema from './schema.ts';

export interface Db {
  readonly orm: BetterSQLite3Database<typeof schema>;
  readonly raw: Database.Database;
  readonly groupCommit: GroupCommit;
  readonly close: () => void;
}

export interface DbOptions {
  readonly dataDir: string;
  readonly migrations: string;
}

/**
 * Opens DATA_DIR/standpoint.db, brings its tables up to date, and answers with the connection.
 * @throws FolderInUseError where another server has it open
 */
export function openDb({ dataDir, migrations }: DbOptions): Db {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataDir);
  const db = connect(dataDir);
  migrate(db.orm, { migrationsFolder: migrations });
  const close = () => {
    db.close();
    unlock();
  };
  return { ...db, close };
}

/**
 * For a command beside the server: a short write waits its turn, and the server reads it at its next question. Where no
 * server runs, it is opened as one would. Nothing that a running server keeps in memory may be written through it.
 */
export function openDbBeside(options: DbOptions): Db {
  try {
    return openDb(options);
  } catch (error) {
    // The server that holds the folder has brought the tables up to date.
    if (error instanceof FolderInUseError) return connect(options.dataDir);
    throw error;
  }
}

function connect(dataDir: string): Db {
  const raw = new Database(path.join(dataDir, 'standpoint.db'));
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  // What is deleted is overwritten with zeros: somebody who asks to be forgotten is not left behind in free pages.
  raw.pragma('secure_delete = ON');
  raw.pragma('busy_timeout = 5000');
  const orm = drizzle(raw, { schema });
  return { orm, raw, groupCommit: createGroupCommit(raw), close: () => raw.close() };
}
