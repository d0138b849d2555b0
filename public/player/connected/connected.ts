/** What a connected package can do more: `connected.js` leaves it at the window, where the player finds it. */
import type { Outcome } from '../../../courses/model/outcome.ts';
import type { Lms } from '../lms/lms.ts';
import type { PackageContent } from '../package-content.ts';

export interface Connected {
  /**
   * What to play: newer words for what is carried, or the content that the path names; what is carried where the server
   * has nothing better, or does not say so in time.
   * @param path as the LMS gave it, unread; empty for a new attempt
   */
  content(carried: PackageContent, path: string): Promise<PackageContent>;
  /** A page on which a learner reads how far they have come was shown: certificates of what is passed are offered there. */
  standing(standing: Standing): void;
}

export interface Standing {
  readonly main: HTMLElement;
  /** The list of stories, or the page after the last of them. */
  readonly page: 'stories' | 'result';
  readonly outcome: Outcome;
  /** What was played. */
  readonly pkg: PackageContent;
  readonly path: string;
  readonly lms: Lms;
}
