/**
 * The outbox slot: one an attempt, in this browser's storage, holding the whole path until the server has it. Storage
 * may refuse at any call (private windows, policies, a full disk), so every call says how it went.
 */
export interface Slot {
  readonly read: () => string | undefined;
  /** Whether the path is kept, read back to be sure. */
  readonly write: (path: string) => boolean;
  /** Empties the slot, unless it holds something newer than `path` by now. */
  readonly clear: (path: string) => void;
  /** Moves `path` out of the slot for good, so that it is neither sent again nor lost. */
  readonly setAside: (path: string) => void;
}

export function slotOf(attemptId: string, storage: () => Storage): Slot {
  const key = `standpoint.outbox.${attemptId}`;
  const read = (): string | undefined => attempted(() => storage().getItem(key)) ?? undefined;
  const clear = (path: string): void => {
    if (read() === path) attempted(() => storage().removeItem(key));
  };
  return {
    read,
    write: (path) => {
      attempted(() => storage().setItem(key, path));
      return read() === path;
    },
    clear,
    setAside: (path) => {
      const aside = `standpoint.set-aside.${attemptId}`;
      attempted(() => {
        const others = (storage().getItem(aside) ?? '').split('\n').filter((one) => one && !goesOnFrom(one, path));
        storage().setItem(aside, [...others, path].join('\n'));
      });
      clear(path);
    },
  };
}

/** One way grows a decision at a time: it stands there once, as long as it is. Marks as `courses/model/path.ts` has them. */
const goesOnFrom = (one: string, path: string): boolean =>
  path === one || (path.startsWith(one) && ['.', '/'].includes(path.charAt(one.length)));

/** Even reading the property `localStorage` throws where a browser blocks it. */
function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
