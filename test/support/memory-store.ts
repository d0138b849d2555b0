import type { Store } from '../../public/player/storage.ts';

/** Browser storage in memory; a full one takes nothing. */
export function memoryStore({ full = false } = {}): Store {
  const held = new Map<string, string>();
  return {
    get: (key) => held.get(key),
    set: (key, value) => {
      if (!full) held.set(key, value);
      return !full;
    },
    remove: (key) => void held.delete(key),
    keys: () => [...held.keys()],
  };
}
