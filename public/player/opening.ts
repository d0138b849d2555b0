/** What a launch finds, and what follows from it: nothing of the learner's is overwritten without a word. */
import { carryOver } from '../../courses/model/carry-over.ts';
import { type Comparison, comparePaths } from '../../courses/model/compare.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { decodePath } from '../../courses/model/path.ts';
import { type Attempt, attemptOf, newAttempt } from './attempt.ts';
import type { Kept } from './kept.ts';
import type { PackageContent } from './package-content.ts';

export type Opening =
  | { readonly kind: 'go'; readonly attempt: Attempt; readonly save: boolean; readonly notice?: Notice }
  /** The record cannot be read: it stays as it is until the learner starts again. */
  | { readonly kind: 'unreadable'; readonly otherVersion: boolean; readonly fresh: Attempt }
  /** The LMS's record is empty, and this browser has decisions that it did not take. */
  | { readonly kind: 'offer'; readonly mine: Attempt; readonly notice: Notice; readonly fresh: Attempt };

/** What the learner is told as the module opens. */
export interface Notice {
  /** What this device had kept is used, or is given up for what the LMS holds. */
  readonly device?: 'kept' | 'diverged' | undefined;
  /** The attempt is of another version. `changed` names the story that goes on at the first point that differs. */
  readonly version?: 'updated' | { readonly changed: string } | undefined;
}

type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** @param held the path that the LMS gave, unread */
export function openAttempt(pkg: PackageContent, held: string, kept: Kept, random: Random): Opening {
  if (held === '') {
    const fresh = newAttempt(pkg, random);
    const copies = kept.all().sort((one, other) => other.length - one.length);
    const mine = copies.map((copy) => read(pkg, copy)).find(hasDecisions);
    if (!mine) return { kind: 'go', attempt: fresh, save: true };
    return { kind: 'offer', mine: mine.attempt, notice: { device: 'kept', version: mine.version }, fresh };
  }
  const found = read(pkg, held);
  if (typeof found === 'object') return resume(found, pkg, kept);
  return { kind: 'unreadable', otherVersion: found === 'foreign', fresh: newAttempt(pkg, random) };
}

interface Readable {
  readonly attempt: Attempt;
  /** Set where it was carried over from another version: an updated package resets nobody (moodle-mod_hvp#168 did). */
  readonly version?: Notice['version'];
}

type Read = Readable | 'foreign' | 'unreadable';

function read(pkg: PackageContent, path: string): Read {
  try {
    return { attempt: attemptOf(pkg, path) };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    if (error.code !== 'path.foreign') return 'unreadable';
    const carried = carryOver(pkg.content, pkg.hash, decodePath(path));
    if (!carried) return 'foreign';
    const [first] = carried.changed;
    return {
      attempt: attemptOf(pkg, carried.path),
      version: first === undefined ? 'updated' : { changed: first },
    };
  }
}

function hasDecisions(one: Read): one is Readable {
  if (typeof one !== 'object') return false;
  const { current, kept } = one.attempt.replayed.path;
  return current.length + kept.length > 0;
}

/** What the LMS holds and what this device kept are compared in this version, whichever version each is of. */
function resume(found: Readable, pkg: PackageContent, kept: Kept): Opening {
  const { nonce } = found.attempt.replayed.path;
  const copy = kept.read(nonce);
  const mine = copy === undefined ? undefined : read(pkg, copy);
  const stands = typeof mine === 'object' ? comparePaths(found.attempt.replayed, mine.attempt.replayed) : undefined;
  // The LMS wins: another computer may have gone on from there. What cannot be read is nobody's to throw away.
  if (stands && stands !== 'ahead') kept.clear(nonce);
  // A copy that comes to the same in this version may have gone further in its own.
  const isMine = typeof mine === 'object' && (stands === 'ahead' || stands === 'same');
  const { attempt, version = found.version } = isMine ? mine : found;
  const device = stands === 'ahead' ? 'kept' : stands === 'diverged' ? stands : undefined;
  return {
    kind: 'go',
    attempt,
    // A pass is said again: an LMS may have lost it and kept the path.
    save: stands === 'ahead' || found.version !== undefined || attempt.outcome.passed,
    ...((device || version) && { notice: { device, version } }),
  };
}

/** The attempt of `path` where it has gone on from this one; else how it stands to it, or nothing where it is unreadable. */
export function further(pkg: PackageContent, attempt: Attempt, path: string): Attempt | Comparison | undefined {
  const other = read(pkg, path);
  if (typeof other !== 'object') return undefined;
  const stands = comparePaths(attempt.replayed, other.attempt.replayed);
  return stands === 'ahead' ? other.attempt : stands;
}
