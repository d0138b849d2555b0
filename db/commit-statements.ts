/**
 * The four statements of a commit, thousands a second: written as SQL, as the query builder's mapping of rows took a
 * fifth of a commit's time.
 */
import type Database from 'better-sqlite3';
import type { Outcome } from '../courses/model/outcome.ts';

/** Where a commit goes, and what is stored there. */
export interface CommitTarget {
  readonly id: string;
  readonly versionHash: string;
  readonly moduleId: string;
  readonly nonce: string;
  readonly path: string;
}

export interface CommitStatements {
  /** The attempt that a session may commit to. Somebody else's is as good as none. */
  readonly ofSession: (token: string, id: string, now: Date) => CommitTarget | 'session-ended' | 'not-theirs';
  readonly keepPath: (id: string, path: string, outcome: Outcome, now: Date) => void;
}

export function commitStatements(raw: Database.Database): CommitStatements {
  const sessionOf = raw.prepare<[string], [string, number]>('SELECT user_id, expires_at FROM session WHERE token = ?');
  const learnerOf = raw.prepare<[string], string>('SELECT id FROM learner WHERE user_id = ?').pluck();
  const attemptOf = raw.prepare<[string], [string, string, string, string, string]>(
    'SELECT learner_id, version_hash, module_id, nonce, path FROM attempt WHERE id = ?',
  );
  // When it was passed is written once: later runs and later choices of the learner do not move it.
  const keep = raw.prepare<[string, number, number, number, number | null, number, number, number, string]>(
    `UPDATE attempt SET path = ?, finished = ?, complete = ?, passed = ?, percent = ?, saved_at = ?,
       passed_at = coalesce(passed_at, iif(?, ?, NULL)) WHERE id = ?`,
  );
  sessionOf.raw();
  attemptOf.raw();
  return {
    ofSession: (token, id, now) => {
      // Three look-ups by key are quicker than one statement that joins the three tables.
      const session = sessionOf.get(token);
      if (!session || session[1] <= now.getTime()) return 'session-ended';
      const attempt = attemptOf.get(id);
      if (!attempt) return 'not-theirs';
      const [owner, versionHash, moduleId, nonce, path] = attempt;
      return owner === learnerOf.get(session[0]) ? { id, versionHash, moduleId, nonce, path } : 'not-theirs';
    },
    keepPath: (id, path, { complete, passed, percent, modules }, now) => {
      const finished = modules.reduce((sum, one) => sum + one.finished, 0);
      const [done, through, at] = [Number(complete), Number(passed), now.getTime()];
      keep.run(path, finished, done, through, percent ?? null, at, through, at, id);
    },
  };
}
