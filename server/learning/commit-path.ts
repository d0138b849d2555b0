/** Protocol 3, the server's side: a commit is (attempt, whole path), and nothing that was acknowledged is lost. */
import { comparePaths, extendsPath, mayReplace } from '../../courses/model/compare.ts';
import type { Content } from '../../courses/model/content.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { type Outcome, outcome } from '../../courses/model/outcome.ts';
import { PATH_LIMIT } from '../../courses/model/path.ts';
import { type Replayed, replay } from '../../courses/model/replay.ts';
import type { CommitTarget } from '../../db/commit-statements.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import type { LastReplays } from './last-replays.ts';

export interface Commit {
  /** Of the session that sends it. Its signature has been checked. */
  readonly token: string;
  readonly attemptId: string;
  /** What was sent; undefined where it could not be read. */
  readonly body: Body | undefined;
}

interface Body {
  readonly path: string;
  /** The learner's choice between two ways: keep `path` where `instead` is still what is stored. */
  readonly instead?: string;
}

/** What the server holds after a commit, and what it has come to. */
export interface Kept {
  readonly path: string;
  readonly outcome: Outcome;
}

/**
 * Resolves once the path is on disk. All of it happens inside the shared transaction: the stored path must be read
 * there, as other commits of the same tick may have come first, and session and attempt are read there because a read
 * outside it takes a lock of its own, which cost a commit a quarter of its time.
 * @throws AppError signed-out, attempt-not-found, commit-malformed, path-too-long, path-impossible with `token`,
 * path-diverged with the stored `path`; looked for in this order
 */
export function commitPath(app: App, replays: LastReplays, commit: Commit): Promise<Kept> {
  const now = app.clock();
  return app.db.groupCommit.run(() => {
    const attempt = app.attempts.ofSession(commit.token, commit.attemptId, now);
    if (attempt === 'session-ended') throw new AppError('signed-out');
    if (attempt === 'not-theirs') throw new AppError('attempt-not-found');
    if (!commit.body) throw new AppError('commit-malformed');
    if (commit.body.path.length > PATH_LIMIT) throw new AppError('path-too-long');
    const content = app.published.module(attempt.versionHash, attempt.moduleId);
    if (!content) throw new Error(`Attempt ${attempt.id} plays a module that was never published.`);
    return decide(app, replays, content, attempt, commit.body, now);
  });
}

function decide(app: App, replays: LastReplays, content: Content, stored: CommitTarget, body: Body, now: Date): Kept {
  const last = replays.of(stored.id);
  const incoming = follow(content, stored, body.path, last);
  const keep = (): Kept => {
    const reached = outcome(content, incoming);
    app.attempts.keepPath(stored.id, body.path, reached, now);
    replays.keep(stored.id, incoming);
    return { path: body.path, outcome: reached };
  };
  if (extendsPath(stored.path, body.path)) return keep();
  const before = replay(content, stored.versionHash, stored.path, last);
  const comparison = comparePaths(before, incoming);
  if (comparison === 'ahead') return keep();
  const standing = outcome(content, before);
  if (comparison !== 'diverged') return { path: stored.path, outcome: standing };
  const chosen = body.instead === stored.path && mayReplace(standing, outcome(content, incoming));
  if (!chosen) throw new AppError('path-diverged', { path: stored.path });
  app.attempts.setAside(stored.id, stored.path, now);
  return keep();
}

function follow(content: Content, attempt: CommitTarget, path: string, last: Replayed | undefined): Replayed {
  try {
    const replayed = replay(content, attempt.versionHash, path, last);
    if (replayed.path.nonce === attempt.nonce) return replayed;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new AppError('path-impossible', { token: error.detail.token ?? 0, reason: error.message });
  }
  throw new AppError('path-impossible', { token: 0, reason: 'The path belongs to another attempt.' });
}
