/** What the test remembers in this browser between launches, so that an LMS which forgets is noticed. */
import { digest } from '../player/digest.ts';
import { readObject, type Store } from '../player/storage.ts';
import type { CheckId, Results } from './checks.ts';
import type { Place } from './place.ts';

export interface Notes<Id extends string = CheckId> {
  readonly launches: number;
  /** What was saved last. */
  readonly place: Place;
  readonly results: Results<Id>;
  /** A digest of the cmi5 registration. */
  readonly registration?: string;
}

/** @param learner the LMS's id of who learns: of it only a digest is kept, to tell test learners apart */
export function notesIn<Id extends string = CheckId>(store: Store, learner: string) {
  const key = `standpoint.self-test.${digest(learner)}`;
  return {
    read: (): Notes<Id> | undefined => {
      const { launches, place, results, ...more } = readObject<Notes<Id>>(store, key);
      return launches && place && results ? { launches, place, results, ...more } : undefined;
    },
    /** Whether the browser keeps it. */
    write: (notes: Notes<Id>): boolean => store.set(key, JSON.stringify(notes)),
    clear: (): void => store.remove(key),
  };
}

/** What is noted, unless it is of another run: another test learner's, or one whose record was reset at the end. */
export function noted<Id extends string>(notes: Notes<Id> | undefined, held: Place | undefined): Notes<Id> | undefined {
  const isOther = held !== undefined && held.nonce !== notes?.place.nonce;
  const isOver = held === undefined && (notes?.launches ?? 0) > 2;
  return isOther || isOver ? undefined : notes;
}
