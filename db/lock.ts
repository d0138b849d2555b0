/**
 * One server a folder. Group commit, the sweep and the parsed versions all take it that nobody else writes, so a second
 * server is turned away at its start. The lock is SQLite's own on an empty file: the system lifts it when a process
 * ends, however it ends, so nothing stale is left behind by a kill -9, as a file with a process id would be.
 */
import path from 'node:path';
import Database from 'better-sqlite3';

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/**
 * Holds the folder until the answer is called.
 * @throws FolderInUseError where another server holds it
 */
export function lockFolder(folder: string): () => void {
  const lock = new Database(path.join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')) throw error;
    throw new FolderInUseError(`Another Standpoint is using ${folder}.`);
  }
  return () => lock.close();
}
