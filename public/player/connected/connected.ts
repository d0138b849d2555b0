/** What a connected package can do more: `connected.js` leaves it at the window, where the player finds it. */
import type { Lms } from '../lms/lms.ts';
import type { PackageContent } from '../package-content.ts';

export interface Connected {
  /**
   * What to play: newer words for what is carried, or the content that the path names; what is carried where the server
   * has nothing better, or does not say so in time.
   * @param path as the LMS gave it, unread; empty for a new attempt
   */
  content(carried: PackageContent, path: string): Promise<PackageContent>;
  /** The page on which a learner reads that they have passed has been shown: a certificate is offered there. */
  passed(passed: Passed): void;
}

export interface Passed {
  readonly main: HTMLElement;
  /** What was played. */
  readonly pkg: PackageContent;
  readonly path: string;
  readonly lms: Lms;
}
