/** What a page knows of its own end. It does not hear whether it comes back. */
export interface Going {
  /** When it goes for good. */
  readonly gone: Promise<void>;
  isGone(): boolean;
  /** Whether it goes to be loaded again, as far as the keys say: most pages that go are closed. */
  isReload(): boolean;
}

/** Milliseconds between the keys and the end of the page. */
const SOON = 2000;

export function watchGoing(): Going {
  let reloadAsked = Number.NEGATIVE_INFINITY;
  let isGone = false;
  addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'F5' || ((ctrlKey || metaKey) && key.toLowerCase() === 'r')) reloadAsked = performance.now();
  });
  const gone = new Promise<void>((resolve) => {
    addEventListener('pagehide', ({ persisted }) => {
      isGone = !persisted;
      if (isGone) resolve();
    });
  });
  return { gone, isGone: () => isGone, isReload: () => performance.now() - reloadAsked < SOON };
}
