/** Protocol 3, the server's side: a commit is (attempt, whole path), and nothing that was acknowledged is lost. */
import { comparePaths, extendsPath, mayReplace } from '../../courses/model/compare.ts';
import type { Content } from '../../courses/model/content.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { type Outcome, outcome } from '../../courses/model/outcome.ts';
import { PATH_LIMIT } from '../../courses/model/path.ts';
import { type Replayed, replay } from '../../courses/model/replay.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';

export interface Commit {
  readonly attemptId: string;
  readonly versionHash: string;
  readonly moduleId: string;
  readonly path: string;
  /** The learner's choice between two ways: keep `path` where `instead` is still what is stored. */
  readonly instead?: string | undefined;
}

/** What the server holds after a commit, and what it has come to. */
export interface Kept {
  readonly path: string;
  readonly outcome: Outcome;
}

/**
 * Resolves once the path is on disk.
 * @throws AppError path-too-long, path-impossible with `token`, path-diverged with the stored `path`
 */
export function commitPath(app: App, commit: Commit): Promise<Kept> {
  if (commit.path.length > PATH_LIMIT) throw new AppError('path-too-long');
  const content = app.published.module(commit.versionHash, commit.moduleId);
  if (!content) throw new Error(`Attempt ${commit.attemptId} plays a module that was never published.`);
  const incoming = follow(content, commit);
  const now = app.clock();
  return app.db.groupCommit.run(() => decide(app, content, commit, incoming, now));
}

/** Inside the transaction: what is stored is read here again, as other commits of this tick may have come first. */
function decide(app: App, content: Content, commit: Commit, incoming: Replayed, now: Date): Kept {
  const stored = app.attempts.stored(commit.attemptId);
  if (!stored) throw new AppError('attempt-not-found');
  if (incoming.path.nonce !== stored.nonce) {
    throw new AppError('path-impossible', { token: 0, reason: 'The path belongs to another attempt.' });
  }
  const keep = (): Kept => {
    const reached = outcome(content, incoming);
    app.attempts.keepPath(stored.id, commit.path, reached, now);
    return { path: commit.path, outcome: reached };
  };
  if (extendsPath(stored.path, commit.path)) return keep();
  const before = replay(content, commit.versionHash, stored.path);
  const comparison = comparePaths(before, incoming);
  if (comparison === 'ahead') return keep();
  const standing = outcome(content, before);
  if (comparison !== 'diverged') return { path: stored.path, outcome: standing };
  const chosen = commit.instead === stored.path && mayReplace(standing, outcome(content, incoming));
  if (!chosen) throw new AppError('path-diverged', { path: stored.path });
  app.attempts.setAside(stored.id, stored.path, now);
  return keep();
}

function follow(content: Content, { versionHash, path }: Commit): Replayed {
  try {
    return replay(content, versionHash, path);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new AppError('path-impossible', { token: error.detail.token ?? 0, reason: error.message });
  }
}
