/** SCORM 2004, 3rd and 4th edition. What is written when follows its RTE 4.2. */
import { type Calls, callsOf } from './calls.ts';
import { interaction2004 } from './interactions.ts';
import { holds, type Lms, modeOf, pathOf, type Report, type Reporting, type Taken } from './lms.ts';
import { duration2004 } from './times.ts';

/** The LMS behind `api`, or undefined where it lets no session begin or does not say what it holds. `seconds` counts from the launch. */
export function openScorm2004(
  api: Readonly<Record<string, unknown>>,
  reporting: Reporting,
  seconds: () => number,
): Lms | undefined {
  const lms = callsOf(api, '');
  if (!lms.initialize()) return undefined;
  const path = pathOf(lms, 'cmi.entry');
  const completion = lms.read('cmi.completion_status');
  const success = lms.read('cmi.success_status');
  if (path === undefined || completion === undefined || success === undefined) return undefined;
  const mode = modeOf(lms.read('cmi.mode'));
  const write = writer(lms, { completion, success }, reporting, seconds);
  if (mode === 'normal') write.begin();
  let interactions = Number(lms.get('cmi.interactions._count')) || 0;
  return {
    kind: 'lms',
    refused: false,
    path,
    mode,
    learner: lms.read('cmi.learner_id') ?? '',
    save: write.save,
    answered: (decided) => {
      const elements = reporting.interactions ? interaction2004(decided) : [];
      for (const [name, value] of elements) lms.set(`cmi.interactions.${interactions}.${name}`, value);
      if (elements.length > 0) interactions += 1;
    },
    receipt: () => {
      const success = lms.get('cmi.success_status');
      const status = success === 'unknown' || success === '' ? lms.get('cmi.completion_status') : success;
      return { status, score: lms.get('cmi.score.raw') };
    },
    end: () => {
      // Without a request before Terminate some LMSs drop the attempt's progress.
      if (mode === 'normal') {
        write.end();
        lms.set('adl.nav.request', 'suspendAll');
      }
      lms.terminate();
      return undefined;
    },
  };
}

interface Held {
  readonly completion: string;
  readonly success: string;
}

const EARNED = ['cmi.completion_status', 'cmi.success_status'];

function writer(lms: Calls, held: Held, { score }: Reporting, seconds: () => number) {
  let completed = held.completion === 'completed';
  let passed = held.success === 'passed';
  let raw = Number(lms.read('cmi.score.raw')) || 0;
  let progress = Number(lms.read('cmi.progress_measure')) || 0;
  let isSaid = false;
  /** False where the LMS did not take it. */
  const status = (earned: boolean, reached: number): boolean => {
    completed ||= earned;
    passed ||= earned;
    // A completion threshold turns the status back while the measure is below 1, and 1 would complete too early.
    progress = completed ? 1 : Math.max(progress, Math.min(reached, 0.99));
    const answers = [
      lms.set('cmi.completion_status', completed ? 'completed' : 'incomplete'),
      lms.set('cmi.success_status', passed ? 'passed' : 'unknown'),
      lms.set('cmi.progress_measure', String(Math.round(progress * 100) / 100)),
    ];
    return answers.every(Boolean);
  };
  return {
    begin: () => {
      // Resumes in Moodle only when this was committed.
      lms.set('cmi.exit', 'suspend');
      status(false, 0);
    },
    /** A session that ends before anything was saved says what it began with, and how long it took. */
    end: () => {
      if (isSaid) return;
      lms.set('cmi.session_time', duration2004(seconds()));
      lms.commit();
    },
    save: ({ path, outcome }: Report): Taken => {
      isSaid = true;
      // All is set even where one is refused: a try later may be the last one.
      const pathTaken = lms.set('cmi.suspend_data', path);
      const statusTaken = status(outcome.passed, outcome.progress);
      let scoreTaken = true;
      if (score && outcome.passed && statusTaken) {
        raw = Math.max(raw, outcome.percent ?? 0);
        lms.set('cmi.score.min', '0');
        lms.set('cmi.score.max', '100');
        const scaled = lms.set('cmi.score.scaled', String(raw / 100));
        scoreTaken = lms.set('cmi.score.raw', String(raw)) && scaled;
      }
      lms.set('cmi.session_time', duration2004(seconds()));
      const taken = lms.set('cmi.exit', 'suspend') && pathTaken && statusTaken && scoreTaken;
      return lms.commit() && taken && holds(lms, path, outcome.passed ? EARNED : []);
    },
  };
}
