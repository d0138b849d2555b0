/** One launch of the test: our own driver on the LMS's API, and everything that it was answered. */
import type { Outcome } from '../../courses/model/outcome.ts';
import { notesOf } from '../player/connected/notes.ts';
import { callsOf } from '../player/lms/calls.ts';
import type { Lms } from '../player/lms/lms.ts';
import { openScorm12 } from '../player/lms/scorm12.ts';
import { openScorm2004 } from '../player/lms/scorm2004.ts';
import { type Entry, listenIn } from './listen-in.ts';

export type Family = 'scorm12' | 'scorm2004';

export interface Sitting {
  readonly family: Family;
  readonly lms: Lms;
  readonly entries: readonly Entry[];
  /** The words for how far the learner is, as they were before our driver set them. */
  readonly found: () => readonly string[];
  /** What the LMS says it holds, asked now. */
  readonly held: () => Held;
  /** Where connected packages note the code of a certificate, and the name that they read there. */
  readonly notes: { readonly learnerName: string; write(line: string): boolean };
  /** Saves as packages do, and answers with the calls that it took. */
  readonly save: (place: string, passed: boolean) => readonly Entry[];
}

export interface Held {
  readonly place: string;
  /** Every word for how far the learner is. */
  readonly statuses: readonly string[];
  readonly score: string;
}

const REPORTING = { passAs: 'passed', score: true, interactions: true } as const;

/** What the test reports as its score at the pass. */
export const SCORE = 80;

const outcomeOf = (passed: boolean): Outcome => ({
  complete: passed,
  passed,
  percent: passed ? SCORE : undefined,
  progress: passed ? 1 : 0.5,
  modules: [],
});

const ELEMENTS = {
  scorm12: { statuses: ['cmi.core.lesson_status'], score: 'cmi.core.score.raw' },
  scorm2004: { statuses: ['cmi.completion_status', 'cmi.success_status'], score: 'cmi.score.raw' },
} as const;

/** Undefined where the LMS lets no session begin. */
export function openSitting(
  family: Family,
  found: Readonly<Record<string, unknown>>,
  seconds: () => number,
): { readonly sitting?: Sitting; readonly entries: readonly Entry[] } {
  const prefix = family === 'scorm12' ? 'LMS' : '';
  const { api, entries } = listenIn(found, prefix);
  const lms = (family === 'scorm12' ? openScorm12 : openScorm2004)(api, REPORTING, seconds);
  if (!lms) return { entries };
  const ask = callsOf(api, prefix);
  const { statuses, score } = ELEMENTS[family];
  const sitting: Sitting = {
    family,
    lms,
    entries,
    found: () =>
      statuses.map((name) => entries.find((one) => one.call === 'GetValue' && one.element === name)?.answer ?? ''),
    held: () => ({
      place: ask.get('cmi.suspend_data'),
      statuses: statuses.map((one) => ask.get(one)),
      score: ask.get(score),
    }),
    notes: notesOf(family, ask),
    save: (path, passed) => {
      const before = entries.length;
      lms.save({ path, outcome: outcomeOf(passed) });
      return entries.slice(before);
    },
  };
  return { sitting, entries };
}
