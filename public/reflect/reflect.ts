/**
 * Between the player and reflect.js, the package's second script: what a learner takes away from the module. It is
 * fetched when the learner first opens a part of it, so the first view never waits for it.
 */
import type { Attempt } from '../player/attempt.ts';
import type { PackageContent } from '../player/package-content.ts';
import type { Having } from '../player/reflecting.ts';
import type * as shared from '../player/shared.ts';
import type { Page } from '../player/views/page.ts';

export interface Kit {
  readonly pkg: PackageContent;
  readonly attempt: Attempt;
  /** Where the practice page is: this server where it plays here, or the one that the package is connected to. */
  readonly site: string | undefined;
  readonly now: Date;
  /** What the learner wrote in a scene of their own way; empty where nothing, or where the tab has been closed since. */
  readonly words: (scenario: string, scene: string) => string;
  /** Removes all of that from this tab; the answer brings it back. */
  readonly forgetWords: () => () => void;
}

/** The page of a part, by the name that its button carries. */
export type Reflect = (part: string, having: Having) => Page;

declare global {
  interface Window {
    standpointReflect?: Reflect;
    standpointShared?: typeof shared;
  }
}
