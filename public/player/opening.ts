/** What a launch finds, and what follows from it: nothing of the learner's is overwritten without a word. */
import { carryOver } from '../../courses/model/carry-over.ts';
import { type Comparison, comparePaths } from '../../courses/model/compare.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { decodePath, type Path } from '../../courses/model/path.ts';
import { type Attempt, attemptOf, newAttempt } from './attempt.ts';
import type { Kept } from './kept.ts';
import type { PackageContent } from './package-content.ts';

export type Opening =
  | { readonly kind: 'go'; readonly attempt: Attempt; readonly save: boolean; readonly notice?: Notice }
  /** The record cannot be read: it stays as it is until the learner starts again. */
  | { readonly kind: 'unreadable'; readonly otherVersion: boolean; readonly fresh: Attempt }
  /** The LMS's record is empty, and this browser has decisions that it did not take. */
  | { readonly kind: 'offer'; readonly mine: Attempt; readonly fresh: Attempt };

/** What the learner is told as the module opens. `changed` names the story that goes on at the first point that differs. */
export type Notice = 'kept' | 'diverged' | 'updated' | { readonly changed: string };

type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** @param held the path that the LMS gave, unread */
export function openAttempt(pkg: PackageContent, held: string, kept: Kept, random: Random): Opening {
  if (held === '') {
    const fresh = newAttempt(pkg, random);
    const mine = kept.all(pkg.hash).flatMap((path) => readable(pkg, path) ?? []);
    const best = mine.find((one) => one.replayed.path.current.length + one.replayed.path.kept.length > 0);
    return best ? { kind: 'offer', mine: best, fresh } : { kind: 'go', attempt: fresh, save: true };
  }
  try {
    return resume(pkg, attemptOf(pkg, held), kept);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const otherVersion = error.code === 'path.foreign';
    const updated = otherVersion ? update(pkg, decodePath(held), kept) : undefined;
    if (updated) return updated;
    return { kind: 'unreadable', otherVersion, fresh: newAttempt(pkg, random) };
  }
}

/**
 * The attempt of another version goes on in this one: an updated package resets nobody (moodle-mod_hvp#168 did). What this
 * device kept of it is carried over as well, and counts where it only knows more.
 */
function update(pkg: PackageContent, held: Path, kept: Kept): Opening | undefined {
  const carried = carryOver(pkg.content, pkg.hash, held);
  if (!carried) return undefined;
  const copy = kept.read(held.nonce);
  const mine = copy === undefined ? undefined : carryOver(pkg.content, pkg.hash, decodePath(copy));
  const ahead = mine && comparePaths(attemptOf(pkg, carried.path).replayed, attemptOf(pkg, mine.path).replayed);
  const { path, changed } = mine && ahead === 'ahead' ? mine : carried;
  const [first] = changed;
  return {
    kind: 'go',
    attempt: attemptOf(pkg, path),
    save: true,
    notice: first === undefined ? 'updated' : { changed: first },
  };
}

function resume(pkg: PackageContent, attempt: Attempt, kept: Kept): Opening {
  const { nonce } = attempt.replayed.path;
  const copy = kept.read(nonce);
  const mine = copy === undefined ? undefined : further(pkg, attempt, copy);
  if (typeof mine === 'object') return { kind: 'go', attempt: mine, save: true, notice: 'kept' };
  // The LMS wins: another computer may have gone on from there. What cannot be read is nobody's to throw away.
  if (mine) kept.clear(nonce);
  // A pass is said again: an LMS may have lost it and kept the path.
  return { kind: 'go', attempt, save: attempt.outcome.passed, ...(mine === 'diverged' && { notice: 'diverged' }) };
}

/** The attempt of `path` where it has gone on from this one; else how it stands to it, or nothing where it is unreadable. */
export function further(pkg: PackageContent, attempt: Attempt, path: string): Attempt | Comparison | undefined {
  const other = readable(pkg, path);
  const stands = other && comparePaths(attempt.replayed, other.replayed);
  return stands === 'ahead' ? other : stands;
}

function readable(pkg: PackageContent, path: string): Attempt | undefined {
  try {
    return attemptOf(pkg, path);
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}
