/** Paths on their way to an LMS, kept in this browser under their nonce until it has taken them. */
import { decodePath } from '../../courses/model/path.ts';
import { digest } from './digest.ts';
import type { Store } from './storage.ts';

export interface Kept {
  read(nonce: string): string | undefined;
  /** Paths of this learner for this content, whatever their nonce: for an LMS record that has been emptied. */
  all(hash: string): string[];
  write(path: string): boolean;
  clear(nonce: string): void;
  /** The path that another window of this learner is saving just now, from what the browser tells of it. */
  heard(told: Pick<StorageEvent, 'key' | 'newValue'>): string | undefined;
}

const PREFIX = 'standpoint.kept.';

/** @param learner the LMS's id of who learns: offices share computers, so one learner's copy is never another's */
export function keptIn(store: Store, learner: string): Kept {
  // The id itself stays with the LMS.
  const mark = digest(learner);
  const open = (value: string | undefined): string | undefined => {
    const [whose, path] = value?.split(' ') ?? [];
    return whose === mark ? path : undefined;
  };
  return {
    read: (nonce) => open(store.get(PREFIX + nonce)),
    all: (hash) =>
      store
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .flatMap((key) => open(store.get(key)) ?? [])
        .filter((path) => path.split('.')[1] === hash.slice(0, 8)),
    write: (path) => store.set(PREFIX + decodePath(path).nonce, `${mark} ${path}`),
    clear: (nonce) => store.remove(PREFIX + nonce),
    heard: ({ key, newValue }) => (key?.startsWith(PREFIX) ? open(newValue ?? undefined) : undefined),
  };
}
