/**
 * What a reload must not lose and nobody else may see: the view, tentative answers, and the learner's own words. It is
 * kept in this tab's session storage under the attempt's nonce, and is gone when the tab is closed.
 */
import type { View } from './state.ts';
import { readObject, type Store } from './storage.ts';

/** A tentative answer: what is ticked, marked or ordered, how sure, and the words of a reflection. */
export interface Draft {
  readonly chosen?: readonly string[];
  readonly confidence?: string;
  readonly words?: string;
}

interface Remembered {
  readonly view?: View;
  /** The path that the view belongs to: another device may have gone on since. */
  readonly path?: string;
  readonly drafts?: Readonly<Record<string, Draft>>;
  /** Chats that have arrived, so that they do not arrive twice. */
  readonly arrived?: Readonly<Record<string, number>>;
}

export interface Memory {
  view(path: string): View | undefined;
  setView(view: View, path: string): void;
  draft(key: string): Draft;
  setDraft(key: string, draft: Draft): void;
  arrived(key: string): number;
  setArrived(key: string, count: number): void;
  /** Removes what the learner wrote in stories for themselves; the answer brings it back. */
  forgetWords(): () => void;
  /** Whether there are words of a CPD draft in this tab, which reflect.js looks after. */
  hasCpdDraft(): boolean;
}

export function memoryOf(store: Store, nonce: string): Memory {
  const key = `standpoint.tab.${nonce}`;
  let now: Remembered = readObject(store, key);
  const keep = (next: Partial<Remembered>): void => {
    now = { ...now, ...next };
    store.set(key, JSON.stringify(now));
  };
  return {
    view: (path) => (now.path === path ? now.view : undefined),
    setView: (view, path) => keep({ view, path }),
    draft: (name) => now.drafts?.[name] ?? {},
    setDraft: (name, draft) => keep({ drafts: { ...now.drafts, [name]: draft } }),
    arrived: (name) => now.arrived?.[name] ?? 0,
    forgetWords: () => {
      const was = now.drafts;
      keep({ drafts: Object.fromEntries(Object.entries(was ?? {}).filter(([, one]) => one.words === undefined)) });
      return () => keep({ drafts: { ...was, ...now.drafts } });
    },
    hasCpdDraft: () => store.get(`standpoint.cpd.${nonce}`) !== undefined,
    setArrived: (name, count) => keep({ arrived: { ...now.arrived, [name]: count } }),
  };
}
