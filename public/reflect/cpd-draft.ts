/**
 * The words of a CPD draft: in this tab's session storage as they are typed, or in local storage once the learner says
 * "Keep on this device", for office computers are shared. Nothing here sends anything.
 */
import { readObject } from '../player/shared.ts';
import type { Store } from '../player/storage.ts';

/** By the ids of fields. */
type Words = Readonly<Record<string, string>>;

interface Held {
  readonly now: Words;
  /** As they were last copied or downloaded. */
  readonly taken: Words;
}

export interface CpdDraft {
  /** Undefined where the learner has not written in this field. */
  word(field: string): string | undefined;
  /** False where this browser keeps nothing: the words are on the page only. */
  write(field: string, words: string): boolean;
  /** The learner has these words elsewhere now. */
  took(words: Words): void;
  isOnDevice(): boolean;
  /** Moves the words to the device, or back to this tab. False where the browser refuses. */
  keepOnDevice(yes: boolean): boolean;
  /** Removes them from everywhere; the answer brings them back. */
  clear(): () => void;
  /** Whether words would be gone with this tab. */
  wouldLose(): boolean;
}

export const DRAFT_KEY = 'standpoint.cpd.';

export function cpdDraftOf(tab: Store, device: Store, nonce: string): CpdDraft {
  const key = DRAFT_KEY + nonce;
  let held: Held = { now: {}, taken: {} };
  const isOnDevice = (): boolean => device.get(key) !== undefined;
  // Read each time: the same draft may be open in another tab, and its other fields are not to be overwritten.
  const read = (): Held => {
    const store = isOnDevice() ? device : tab;
    if (store.get(key)) held = { now: {}, taken: {}, ...readObject<Held>(store, key) };
    return held;
  };
  const keep = (next: Held): boolean => {
    held = next;
    return (isOnDevice() ? device : tab).set(key, JSON.stringify(next));
  };
  return {
    word: (field) => read().now[field],
    write: (field, words) => keep({ ...read(), now: { ...read().now, [field]: words } }),
    took: (words) => void keep({ ...read(), taken: { ...read().taken, ...words } }),
    isOnDevice,
    keepOnDevice: (yes) => {
      const [from, to] = yes ? [tab, device] : [device, tab];
      if (!to.set(key, JSON.stringify(read()))) return false;
      from.remove(key);
      return true;
    },
    clear: () => {
      const [was, store] = [read(), isOnDevice() ? device : tab];
      held = { now: {}, taken: {} };
      for (const one of [tab, device]) one.remove(key);
      return () => {
        held = was;
        store.set(key, JSON.stringify(was));
      };
    },
    wouldLose: () => {
      const { now, taken } = read();
      return !isOnDevice() && Object.entries(now).some(([field, words]) => words.trim() && words !== taken[field]);
    },
  };
}
