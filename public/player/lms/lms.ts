/** What the player asks of whatever keeps its path: SCORM 1.2, SCORM 2004, cmi5, or this browser alone. */
import type { Step } from '../../../courses/model/engine.ts';
import type { Outcome } from '../../../courses/model/outcome.ts';
import type { Calls } from './calls.ts';

export interface Lms {
  readonly kind: 'lms' | 'alone';
  /** There is an LMS, and it let no session begin: after a Terminate most never do on the same page. */
  readonly refused: boolean;
  /** The path as it was found, unread; empty at the first launch. */
  readonly path: string;
  /** In browse and review nothing at all is written: Moodle's review mode does not protect what it holds. */
  readonly mode: 'normal' | 'browse' | 'review';
  /** Tells two people at one computer apart. Empty where the LMS does not say who learns. */
  readonly learner: string;
  /** The LMS's own pass mark, in percent, where its standard lets it set one for the module to go by. */
  readonly passMark?: number;
  /** Where the LMS wants the learner to be taken when they leave. */
  readonly returnUrl?: string;
  /** Sets everything and commits. */
  save(report: Report): Taken | Promise<Taken>;
  /** One decision, where the package reports interactions. Sent with the next save. */
  answered(decided: Decided): void;
  /** What it says that it holds, for the receipt. */
  receipt(): Receipt | undefined;
  /** For certificates of connected packages, where a driver gives it; for SCORM `connected/notes.ts` does. */
  readonly notes?: Notes;
  /** Ends the session. Nothing can be saved afterwards. The answer is when what was sent has arrived, or never will. */
  end(): Promise<void> | undefined;
}

/**
 * True only where it said so, reported no error, and gives back what was set. `without-pass`: it has the path, and not
 * that the learner has passed.
 */
export type Taken = boolean | 'without-pass';

export interface Report {
  readonly path: string;
  readonly outcome: Outcome;
}

/** The LMS's own record of the learner, beside the path. */
export interface Notes {
  /** As the LMS has it, often "Last, First"; empty where it says none. */
  readonly learnerName: string;
  /** What was written before, in this launch or an earlier one. */
  read(): string | Promise<string>;
  /** Writes one line, and answers whether the LMS holds it. */
  write(line: string): boolean | Promise<boolean>;
}

export interface Receipt {
  readonly status: string;
  readonly score: string;
}

export interface Decided {
  readonly scenario: string;
  readonly run: number;
  readonly step: Step;
  readonly at: Date;
  /** From the question to the answer. */
  readonly seconds: number;
}

/** What the package's options say about reporting. */
export interface Reporting {
  readonly passAs: 'passed' | 'completed';
  readonly score: boolean;
  readonly interactions: boolean;
}

/** A missing mode means normal. */
export const modeOf = (said: string | undefined): Lms['mode'] =>
  said === 'browse' || said === 'review' ? said : 'normal';

/**
 * The path that it holds. Undefined where it cannot be read: an unread record taken for an empty one would be written
 * over. At a first launch there is none, whatever error an LMS reports of it.
 */
export const pathOf = (lms: Calls, entry: string): string | undefined =>
  lms.read('cmi.suspend_data') ?? (lms.read(entry) === 'ab-initio' ? '' : undefined);

/**
 * An LMS may answer "true" and hold something else.
 * @param earned statuses that were set because the learner has passed. LMSs turn one word for it into another, and one
 * that gives no word says nothing against it.
 */
export function holds(lms: Calls, path: string, earned: readonly string[]): Taken {
  if (lms.get('cmi.suspend_data') !== path) return false;
  const words = earned.map((element) => lms.read(element));
  if (words.includes(undefined)) return false;
  return words.every((word = '') => ['passed', 'completed', ''].includes(word)) || 'without-pass';
}
