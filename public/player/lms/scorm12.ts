/** SCORM 1.2. What is written when follows its RTE 3.4 and what LMSs were seen to do with it. */
import { type Calls, callsOf } from './calls.ts';
import { interaction12 } from './interactions.ts';
import { holds, type Lms, modeOf, pathOf, type Report, type Reporting, type Taken } from './lms.ts';
import { timespan12 } from './times.ts';

/** The LMS behind `api`, or undefined where it lets no session begin or does not say what it holds. `seconds` counts from the launch. */
export function openScorm12(
  api: Readonly<Record<string, unknown>>,
  reporting: Reporting,
  seconds: () => number,
): Lms | undefined {
  const lms = callsOf(api, 'LMS');
  if (!lms.initialize()) return undefined;
  const path = pathOf(lms, 'cmi.core.entry');
  const status = lms.read('cmi.core.lesson_status');
  if (path === undefined || status === undefined) return undefined;
  const mode = modeOf(lms.read('cmi.core.lesson_mode'));
  const write = writer(lms, status, reporting, seconds);
  if (mode === 'normal') write.begin();
  let interactions = Number(lms.get('cmi.interactions._count')) || 0;
  return {
    kind: 'lms',
    refused: false,
    // Moodle leaves `entry` empty without exit suspend and restores the data all the same: entry is not asked.
    path,
    mode,
    learner: lms.read('cmi.core.student_id') ?? '',
    save: write.save,
    answered: (decided) => {
      const elements = reporting.interactions ? interaction12(decided) : [];
      for (const [name, value] of elements) lms.set(`cmi.interactions.${interactions}.${name}`, value);
      if (elements.length > 0) interactions += 1;
    },
    receipt: () => ({ status: lms.get('cmi.core.lesson_status'), score: lms.get('cmi.core.score.raw') }),
    end: () => {
      if (mode === 'normal') write.end();
      lms.terminate();
      return undefined;
    },
  };
}

const EARNED = ['cmi.core.lesson_status'];

function writer(lms: Calls, held: string, { passAs, score }: Reporting, seconds: () => number) {
  // What was earned is never lowered, by a later launch or a later run.
  let earned = held === 'passed' || held === 'completed';
  let raw = Number(lms.read('cmi.core.score.raw')) || 0;
  let isSaid = false;
  /** False where the LMS did not take it. */
  const status = (passed: boolean): boolean => {
    earned ||= passed;
    if (passed) return lms.set('cmi.core.lesson_status', held === 'passed' ? held : passAs);
    // Moodle turns `not attempted` into `completed` at LMSFinish. Never `failed`: some LMSs lock it.
    return earned || lms.set('cmi.core.lesson_status', 'incomplete');
  };
  return {
    begin: () => {
      // From the start, so that review after completion finds its data.
      lms.set('cmi.core.exit', 'suspend');
      status(false);
    },
    /** A session that ends before anything was saved says what it began with, and how long it took. */
    end: () => {
      if (isSaid) return;
      lms.set('cmi.core.session_time', timespan12(seconds()));
      lms.commit();
    },
    save: ({ path, outcome }: Report): Taken => {
      isSaid = true;
      // All is set even where one is refused: a try later may be the last one.
      const pathTaken = lms.set('cmi.suspend_data', path);
      const statusTaken = status(outcome.passed);
      let scoreTaken = true;
      // A score without the pass makes Moodle and others say "failed".
      if (score && outcome.passed && statusTaken) {
        raw = Math.max(raw, outcome.percent ?? 0);
        lms.set('cmi.core.score.min', '0');
        lms.set('cmi.core.score.max', '100');
        scoreTaken = lms.set('cmi.core.score.raw', String(raw));
      }
      lms.set('cmi.core.session_time', timespan12(seconds()));
      const taken = lms.set('cmi.core.exit', 'suspend') && pathTaken && statusTaken && scoreTaken;
      return lms.commit() && taken && holds(lms, path, outcome.passed ? EARNED : []);
    },
  };
}
