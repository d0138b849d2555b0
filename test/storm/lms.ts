/** What the storm asks of an LMS, whatever its format. */
import type { Frame } from 'playwright-core';
import type { UnzippedFile } from '../support/unzip.ts';

/** What an LMS holds of an attempt, in the same words whatever its format. */
export interface Held {
  /** Without the nonce, which is another in each run, and without the version, which an update changes. */
  readonly path: string;
  /** `passed` once it is. */
  readonly status: string;
  readonly score: string;
}

export const bare = (path: string): string => path.replace(/^1\.[0-9a-f]{8}\.[a-z0-9]+/, '1');

/** How a launch goes: all well, with calls that fail or take long, or with nothing to be recorded. */
export type Weather = 'calm' | 'rough' | 'review';

export interface Lms {
  launch(weather: Weather): Promise<Frame>;
  /** Opens the package a second time meanwhile, and goes on in that window. */
  launchAgain(): Promise<Frame>;
  /** Goes on in the other window. */
  changeWindow(): Promise<Frame>;
  closeOther(): Promise<void>;
  reload(): Promise<Frame>;
  reloadFrame(): Promise<Frame>;
  removeFrame(): Promise<void>;
  leave(): Promise<void>;
  crash(): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  /** An administrator imports these files over the package; the record stays. */
  update(files: readonly UnzippedFile[]): void;
  /** An administrator empties the learner's record. */
  empty(): Promise<void>;
  held(): Promise<Held>;
  /** Rules of the standard that the package broke. */
  violations(): Promise<string[]>;
  /** What was made to fail in the last launch, for whoever reads a failing run. */
  trouble(): string;
  close(): Promise<void>;
}
