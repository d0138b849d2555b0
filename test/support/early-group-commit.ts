/**
 * The mutant that the kill test must catch: a group commit that answers before its transaction is on disk. It stands in
 * for db/group-commit.ts in a bundle that only that test builds.
 */
import type Database from 'better-sqlite3';
import type { GroupCommit } from '../../db/group-commit.ts';

/** How long what was acknowledged is only in memory. */
const UNSAFE = 20;

export function createGroupCommit(raw: Database.Database): GroupCommit {
  return {
    run: async (work) => {
      if (!raw.inTransaction) {
        raw.exec('BEGIN IMMEDIATE');
        setTimeout(() => raw.exec('COMMIT'), UNSAFE);
      }
      return work();
    },
  };
}
