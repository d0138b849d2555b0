/** The data model of SCORM 1.2 (RTE 3.4.4), every element with its strictest format. */
import { both, type Element, readOnly, writeOnly } from './elements.ts';
import { ascii, decimal, identifier, line, oneOf, RESPONSES_12, time12, timespan12, within } from './formats.ts';

/** `not attempted` is for the LMS alone to say. */
const status = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed');
const result = (text: string): boolean => oneOf('correct', 'wrong', 'unanticipated', 'neutral')(text) || decimal(text);

export const ELEMENTS_12: readonly Element[] = [
  ...readOnly(
    'cmi._version',
    'cmi.core._children',
    'cmi.core.student_id',
    'cmi.core.student_name',
    'cmi.core.credit',
    'cmi.core.entry',
    'cmi.core.total_time',
    'cmi.core.lesson_mode',
    'cmi.core.score._children',
    'cmi.launch_data',
    'cmi.comments_from_lms',
    'cmi.objectives._children',
    'cmi.objectives._count',
    'cmi.objectives.n.score._children',
    'cmi.student_data._children',
    'cmi.student_data.mastery_score',
    'cmi.student_data.max_time_allowed',
    'cmi.student_data.time_limit_action',
    'cmi.student_preference._children',
    'cmi.interactions._children',
    'cmi.interactions._count',
    'cmi.interactions.n.objectives._count',
    'cmi.interactions.n.correct_responses._count',
  ),
  both('cmi.core.lesson_location', ascii(255)),
  both('cmi.core.lesson_status', status),
  both('cmi.core.score.raw', within(0, 100)),
  both('cmi.core.score.min', within(0, 100)),
  both('cmi.core.score.max', within(0, 100)),
  writeOnly('cmi.core.exit', oneOf('time-out', 'suspend', 'logout', '')),
  writeOnly('cmi.core.session_time', timespan12),
  // 4,000 rather than 4,096: what fits one standard must fit the other, since some LMSs import one as the other.
  both('cmi.suspend_data', ascii(4000)),
  both('cmi.comments', line(4000)),
  both('cmi.objectives.n.id', identifier),
  both('cmi.objectives.n.status', status),
  both('cmi.objectives.n.score.raw', within(0, 100)),
  both('cmi.objectives.n.score.min', within(0, 100)),
  both('cmi.objectives.n.score.max', within(0, 100)),
  both('cmi.student_preference.audio', within(-1, 100)),
  both('cmi.student_preference.language', ascii(255)),
  both('cmi.student_preference.speed', within(-100, 100)),
  both('cmi.student_preference.text', within(-1, 1)),
  writeOnly('cmi.interactions.n.id', identifier),
  writeOnly('cmi.interactions.n.objectives.m.id', identifier),
  writeOnly('cmi.interactions.n.time', time12),
  writeOnly('cmi.interactions.n.type', oneOf(...Object.keys(RESPONSES_12))),
  writeOnly('cmi.interactions.n.correct_responses.m.pattern', line(255)),
  writeOnly('cmi.interactions.n.weighting', decimal),
  writeOnly('cmi.interactions.n.student_response', line(255)),
  writeOnly('cmi.interactions.n.result', result),
  writeOnly('cmi.interactions.n.latency', timespan12),
];
