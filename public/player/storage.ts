/** Browser storage that may refuse at any call: private windows, policies, full disks, sandboxed frames. */
export interface Store {
  get(key: string): string | undefined;
  /** Whether it is kept, read back to be sure. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): string[];
}

/** @param storage a function, as even reading the property `localStorage` throws where a browser blocks it */
export function storeOf(storage: () => Storage): Store {
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const get = (key: string): string | undefined => attempt(() => storage().getItem(key) ?? undefined, undefined);
  return {
    get,
    set: (key, value) => {
      attempt(() => storage().setItem(key, value), undefined);
      return get(key) === value;
    },
    remove: (key) => attempt(() => storage().removeItem(key), undefined),
    keys: () => attempt(() => Object.keys(storage()), []),
  };
}

/** What a key holds as JSON; nothing where it holds none, as other scripts of the same host may write there too. */
export function readObject<T extends object>(store: Store, key: string): Partial<T> {
  try {
    return Object(JSON.parse(store.get(key) ?? ''));
  } catch {
    return {};
  }
}
