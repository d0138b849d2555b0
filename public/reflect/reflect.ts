/**
 * Between the player and reflect.js, the package's second script: what a learner takes away from the module. It is
 * fetched when the learner first opens a part of it, so the first view never waits for it. Types only: the player hands
 * over the functions that both need, so that no package carries them twice.
 */
import type { Attempt, latestTake } from '../player/attempt.ts';
import type { PackageContent } from '../player/package-content.ts';
import type { mapView } from '../player/views/map.ts';
import type { Page } from '../player/views/page.ts';
import type { ratingWord } from '../player/views/rating.ts';
import type { endingOf, sureButNot, trailOf } from '../player/views/trail.ts';

export interface Kit {
  readonly pkg: PackageContent;
  readonly attempt: Attempt;
  /** Where the practice page is: this server where it plays here, or what the package's settings say. */
  readonly site: string | undefined;
  readonly now: Date;
  /** What the learner wrote in a scene of their own way; empty where nothing, or where the tab has been closed since. */
  readonly words: (scenario: string, scene: string) => string;
  readonly views: {
    readonly latestTake: typeof latestTake;
    readonly trailOf: typeof trailOf;
    readonly endingOf: typeof endingOf;
    readonly sureButNot: typeof sureButNot;
    /** As text: each of the two scripts has an Html of its own. */
    readonly drawMap: (...stops: Parameters<typeof mapView>) => string;
    readonly ratingWord: typeof ratingWord;
  };
}

/** The page of a part, by the name that its button carries. */
export type Reflect = (part: string, kit: Kit) => Page;

declare global {
  interface Window {
    standpointReflect?: Reflect;
  }
}
