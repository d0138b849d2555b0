/** No LMS: the path is kept in this browser, and the player says so. */
import type { Store } from '../storage.ts';
import type { Lms } from './lms.ts';

/** @param name tells one package's path from another's: its content and its modules */
export function openAlone(store: Store, name: string, refused: boolean): Lms {
  const key = `standpoint.alone.${name}`;
  return {
    kind: 'alone',
    refused,
    path: store.get(key) ?? '',
    mode: 'normal',
    learner: '',
    save: ({ path }) => store.set(key, path),
    answered: () => {},
    receipt: () => undefined,
    end: () => undefined,
  };
}
