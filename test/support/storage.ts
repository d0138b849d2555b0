/** Browser storage for tests that need no browser. */

/** Works as localStorage does; several pages may share it. */
export function memoryStorage(): () => Storage {
  const values = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => {
      values.delete(key);
    },
    setItem: (key, value) => {
      values.set(key, value);
    },
  };
  return () => storage;
}

/** As in a browser that blocks storage: even asking for it throws. */
export function refusingStorage(): Storage {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}
