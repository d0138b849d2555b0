/** A decision as an interaction of either standard: the elements to set, in order. */
import { isScored, offered } from '../../../courses/model/judge.ts';
import type { Decided } from './lms.ts';
import { duration2004, timeOfDay12, timespan12, timestamp2004 } from './times.ts';

type Elements = readonly (readonly [name: string, value: string])[];

/** Letters, digits, _ and . only, so that every LMS takes them (Moodle refuses hyphens, spaces are refused everywhere). */
const idOf = ({ scenario, run, step }: Decided): string => `${scenario}.${step.decision.id}.${run}`;

const serves = ({ step }: Decided): boolean => step.judged.rating === 'strong' || step.judged.rating === 'sound';

/** SCORM 1.2 (RTE 3.4.2.6): choices are single characters, so each stands for its place. */
export function interaction12(decided: Decided): Elements {
  const { decision, answer, flags } = decided.step;
  if (!isScored(decision)) return [];
  const places = offered(decision, flags).map((one) => one.id);
  const letters = answer.chosen.map((id) => places.indexOf(id).toString(36));
  return [
    ['id', idOf(decided)],
    ['type', decision.kind === 'order' ? 'sequencing' : 'choice'],
    ['time', timeOfDay12(decided.at)],
    ['student_response', letters.join(',')],
    ['result', serves(decided) ? 'correct' : 'wrong'],
    ['latency', timespan12(decided.seconds)],
  ];
}

/** SCORM 2004 (RTE 4.2.9): id before type before response, or it is refused. */
export function interaction2004(decided: Decided): Elements {
  const { decision, answer } = decided.step;
  if (!isScored(decision)) return [];
  return [
    ['id', idOf(decided)],
    ['type', decision.kind === 'order' ? 'sequencing' : 'choice'],
    ['timestamp', timestamp2004(decided.at)],
    ['learner_response', answer.chosen.join('[,]')],
    ['result', serves(decided) ? 'correct' : 'incorrect'],
    ['latency', duration2004(decided.seconds)],
    ['description', decision.ask.slice(0, 250)],
  ];
}
