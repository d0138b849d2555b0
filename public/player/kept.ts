/** Paths on their way to an LMS, kept in this browser under their nonce until it has taken them. */
import { decodePath } from '../../courses/model/path.ts';
import { digest } from './digest.ts';
import type { Store } from './storage.ts';

export interface Kept {
  read(nonce: string): string | undefined;
  /** Paths of this learner for these modules, whatever their nonce and version: for an LMS record that has been emptied. */
  all(): string[];
  write(path: string): boolean;
  /** Removes this learner's own copy. */
  clear(nonce: string): void;
  /** The path that another window of this learner is saving just now, from what the browser tells of it. */
  heard(told: Pick<StorageEvent, 'key' | 'newValue'>): string | undefined;
}

const PREFIX = 'standpoint.kept.';

/** Where an LMS does not say who learns. */
const NOBODY = digest('');

/**
 * @param learner the LMS's id of who learns: offices share computers, so one learner's copy is never another's. Where it
 * is empty, only the nonce in the LMS's own record says whose a copy is, and it opens that one alone.
 * @param ids of the course and of its modules that are launched. They stay the same from one version to the next, and the
 * packages of one LMS share a store.
 */
export function keptIn(store: Store, learner: string, ids: readonly string[]): Kept {
  // The id itself stays with the LMS.
  const mark = digest(learner);
  const owner = (value: string | undefined): string | undefined => value?.split(' ')[0];
  const open = (value: string | undefined): string | undefined =>
    [owner(value), mark].includes(NOBODY) || owner(value) === mark ? value?.split(' ')[1] : undefined;
  const at = (nonce: string): string | undefined => store.get(PREFIX + nonce);
  return {
    read: (nonce) => open(at(nonce)),
    all: () =>
      store
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => store.get(key)?.split(' ') ?? [])
        .filter(([whose, , of]) => mark !== NOBODY && whose === mark && of?.split('.').every((id) => ids.includes(id)))
        .flatMap(([, path]) => path ?? []),
    write: (path) => {
      const { nonce } = decodePath(path);
      // A launch that does not hear who learns takes nobody's name off a copy.
      const whose = mark === NOBODY ? (owner(at(nonce)) ?? mark) : mark;
      return store.set(PREFIX + nonce, `${whose} ${path} ${ids.join('.')}`);
    },
    clear: (nonce) => {
      if (open(at(nonce)) !== undefined) store.remove(PREFIX + nonce);
    },
    heard: ({ key, newValue }) => (key?.startsWith(PREFIX) ? open(newValue ?? undefined) : undefined),
  };
}
