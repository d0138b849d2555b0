/** What an LMS says by itself at a launch. */
import type { LaunchOptions, LmsRecord } from './record.ts';

export function givenValues(options: LaunchOptions, record: LmsRecord): Record<string, string> {
  const { mode } = options;
  const entry = record.launches === 0 ? 'ab-initio' : leftSuspended(record) ? 'resume' : '';
  const learning = mode === 'missing' ? {} : { mode };
  return options.standard === 'scorm12'
    ? given12(entry, learning, record)
    : given2004(entry, learning, options, record);
}

export const leftSuspended = ({ values }: LmsRecord): boolean =>
  values['cmi.core.exit'] === 'suspend' || values['cmi.exit'] === 'suspend';

function given12(entry: string, { mode }: { mode?: string }, { totalTime }: LmsRecord): Record<string, string> {
  return {
    'cmi._version': '3.4',
    'cmi.core.student_id': 'l.1',
    'cmi.core.student_name': 'Okafor, Ada',
    'cmi.core.credit': mode === 'browse' || mode === 'review' ? 'no-credit' : 'credit',
    'cmi.core.entry': entry,
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.total_time': clock(totalTime),
    ...(mode !== undefined && { 'cmi.core.lesson_mode': mode }),
    // What was never set reads as empty, without an error (1.2 RTE 3.4).
    'cmi.core.lesson_location': '',
    'cmi.core.score.raw': '',
    'cmi.core.score.min': '',
    'cmi.core.score.max': '',
    'cmi.suspend_data': '',
    'cmi.launch_data': '',
    'cmi.comments': '',
    'cmi.comments_from_lms': '',
  };
}

function given2004(
  entry: string,
  { mode }: { mode?: string },
  { passingScore, completionThreshold }: LaunchOptions,
  { totalTime }: LmsRecord,
): Record<string, string> {
  return {
    'cmi._version': '1.0',
    'cmi.learner_id': 'l.1',
    'cmi.learner_name': 'Okafor, Ada',
    'cmi.credit': mode === 'browse' || mode === 'review' ? 'no-credit' : 'credit',
    'cmi.entry': entry,
    'cmi.completion_status': 'unknown',
    'cmi.success_status': 'unknown',
    'cmi.total_time': `PT${Math.floor(totalTime / 100)}S`,
    'adl.nav.request': '_none_',
    'adl.nav.request_valid.continue': 'unknown',
    'adl.nav.request_valid.previous': 'unknown',
    ...(mode !== undefined && { 'cmi.mode': mode }),
    ...(passingScore !== undefined && { 'cmi.scaled_passing_score': String(passingScore) }),
    ...(completionThreshold !== undefined && { 'cmi.completion_threshold': String(completionThreshold) }),
  };
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
const clock = (hundredths: number): string => {
  const seconds = Math.floor(hundredths / 100);
  return `${two(seconds / 3600).padStart(4, '0')}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
};
