/** What the test remembers in this browser between launches, so that an LMS which forgets is noticed. */
import { digest } from '../player/digest.ts';
import type { Store } from '../player/storage.ts';
import type { Results } from './checks.ts';
import type { Place } from './place.ts';

export interface Notes {
  readonly launches: number;
  /** What was saved last. */
  readonly place: Place;
  readonly results: Results;
}

/** @param learner the LMS's id of who learns: of it only a digest is kept, to tell test learners apart */
export function notesIn(store: Store, learner: string) {
  const key = `standpoint.self-test.${digest(learner)}`;
  return {
    read: (): Notes | undefined => {
      const text = store.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    /** Whether the browser keeps it. */
    write: (notes: Notes): boolean => store.set(key, JSON.stringify(notes)),
    clear: (): void => store.remove(key),
  };
}
