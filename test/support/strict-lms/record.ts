/** What the strict LMS keeps and what it can be told to be; plain data, so that it survives the page. */

import type { MutantName } from './mutants.ts';

export type Standard = 'scorm12' | 'scorm2004';
export type CallName = 'Initialize' | 'Terminate' | 'GetValue' | 'SetValue' | 'Commit';

/** Makes some calls fail. Calls of one name are counted from 1 within a launch. */
export interface Fault {
  readonly call: CallName;
  readonly from: number;
  /** The last one that fails; without it all do. */
  readonly to?: number;
  /**
   * `false`: it says so, and nothing has changed. `lost`: it says so, and will not send again what it has just lost.
   * `forgets`: it answers "true", and has done nothing.
   */
  readonly how: 'false' | 'throw' | 'lost' | 'forgets';
}

export interface LaunchOptions {
  readonly standard: Standard;
  /** `missing`: the LMS has no such element, which means normal. */
  readonly mode: 'normal' | 'browse' | 'review' | 'missing';
  /** Where the package opens: in a frame of the LMS's page, or in a window of its own. */
  readonly place: 'frame' | 'window';
  readonly faults: readonly Fault[];
  /** Milliseconds that every call takes, during which the page stands still. */
  readonly slow: number;
  /** Makes the LMS wrong in one way. */
  readonly mutant?: MutantName;
  /** 0 to 1, from the manifest: with it a 2004 LMS judges success by the scaled score alone (RTE 4.2.22.1). */
  readonly passingScore?: number;
  /** 0 to 1, from the manifest: with it a 2004 LMS judges completion by the progress alone (RTE 4.2.4.1). */
  readonly completionThreshold?: number;
}

export const PLAIN: LaunchOptions = { standard: 'scorm12', mode: 'normal', place: 'frame', faults: [], slow: 0 };

/** What is left of an attempt between launches: only what was committed. */
export interface LmsRecord {
  /** Every element that was committed, `exit` among them; never `session_time`. */
  readonly values: Readonly<Record<string, string>>;
  readonly launches: number;
  /** Hundredths of a second, over all sessions. */
  readonly totalTime: number;
}

export const EMPTY: LmsRecord = { values: {}, launches: 0, totalTime: 0 };

/** In the browser's local storage while the LMS is out of reach. */
export const OFFLINE = 'strict-lms-offline';

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly answer: string;
  /** The error code afterwards; 0 where all was well. */
  readonly code: number;
}

export interface Violation {
  /** Id of a requirement in test/conformance/requirements.json. */
  readonly id: string;
  readonly text: string;
  /** Index of the call. */
  readonly call: number;
}

/** One launch, from opening the package until it is gone. */
export interface LaunchLog {
  readonly calls: readonly Call[];
  readonly violations: readonly Violation[];
  readonly terminated: boolean;
}
