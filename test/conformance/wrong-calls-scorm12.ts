/** For each requirement on a content object's calls in SCORM 1.2, sittings that break it and nothing else. */
import {
  begin,
  commit,
  each,
  end,
  get,
  instead,
  type Made,
  one,
  passed12,
  set,
  sitting12,
  underWay12,
  values,
  type WrongSitting,
  without,
} from './sittings.ts';

const answered12 = (part: string, value: string, type = 'choice'): Made[] => [
  begin,
  set('cmi.interactions.0.id', 'lov.a.1'),
  set('cmi.interactions.0.type', type),
  set(`cmi.interactions.0.${part}`, value),
];

export const WRONG_12: Readonly<Record<string, readonly WrongSitting[]>> = {
  'scorm12.initialize-first': each([[get('cmi.core.lesson_mode')], [set('cmi.suspend_data', 'x')], [commit], [end]]),
  'scorm12.initialize-once': each([
    [begin, begin],
    [...sitting12, begin],
  ]),
  'scorm12.terminate-once': one(...sitting12, end),
  'scorm12.terminate-last': each([
    [...sitting12, commit],
    [...sitting12, get('cmi.suspend_data')],
    [...sitting12, ...underWay12.slice(0, 1)],
  ]),
  'scorm12.empty-argument': each([[['Initialize', 'now']], [begin, ['Commit', 'please']]]),
  'scorm12.string-arguments': each([
    [['Initialize']],
    [begin, set('cmi.core.score.raw', 80)],
    [begin, ['SetValue', 'cmi.suspend_data']],
  ]),
  'scorm12.element-known': each([
    [begin, get('cmi.completion_status')],
    [begin, set('cmi.core.lesson_location.here', 'x')],
    [begin, set('cmi.interactions.01.id', 'x')],
  ]),
  'scorm12.element-access': each([
    [begin, set('cmi.core.student_name', 'Me')],
    [begin, set('cmi.core._children', 'x')],
    [begin, get('cmi.core.session_time')],
    [begin, get('cmi.core.exit')],
  ]),
  'scorm12.value-format': [
    ...values(
      ['cmi.core.session_time', '0:01:30'],
      ['cmi.core.session_time', '00:61:30'],
      ['cmi.core.session_time', '00:01:30.123'],
      ['cmi.core.lesson_status', 'not attempted'],
      ['cmi.core.lesson_status', 'Passed'],
      ['cmi.core.exit', 'normal'],
      ['cmi.core.score.raw', '101'],
      ['cmi.core.score.raw', '-1'],
      ['cmi.core.score.raw', '8e1'],
      ['cmi.suspend_data', 'x'.repeat(4001)],
      ['cmi.suspend_data', 'caf\u00e9'],
      ['cmi.interactions.0.id', 'has space'],
      ['cmi.interactions.0.id', 'has-hyphen'],
    ),
    ...each([
      answered12('student_response', 'ab'),
      answered12('student_response', 'a,'),
      answered12('student_response', ''),
      answered12('student_response', 'a;b', 'sequencing'),
      answered12('result', 'incorrect'),
      answered12('time', '25:00:00'),
      answered12('latency', '1:00:00'),
      [begin, set('cmi.interactions.0.id', 'a'), set('cmi.interactions.0.type', 'other')],
    ]),
  ],
  'scorm12.collection-order': one(begin, set('cmi.interactions.1.id', 'second.first')),
  'scorm12.interaction-order': each([
    [begin, set('cmi.interactions.0.type', 'choice')],
    [begin, set('cmi.interactions.0.id', 'a'), set('cmi.interactions.0.student_response', 'a')],
  ]),
  'scorm12.status-stated': one(begin, ...without(underWay12, 'cmi.core.lesson_status'), commit),
  'scorm12.never-failed': one(begin, set('cmi.core.lesson_status', 'failed')),
  'scorm12.never-lowered': each([
    [...sitting12.slice(0, -1), set('cmi.core.lesson_status', 'incomplete')],
    [...sitting12.slice(0, -1), set('cmi.core.score.raw', '79')],
  ]),
  'scorm12.score-with-pass': one(begin, ...underWay12, ...passed12.slice(1), commit),
  'scorm12.score-bounded': each([
    [begin, ...underWay12, ...without(passed12, 'cmi.core.score.max'), commit],
    [begin, ...underWay12, ...instead(passed12, 'cmi.core.score.max', '10'), commit],
  ]),
  'scorm12.exit-suspend': each([
    [begin, ...without(underWay12, 'cmi.core.exit'), commit],
    [begin, ...instead(underWay12, 'cmi.core.exit', ''), commit],
  ]),
  'scorm12.time-with-commit': each([
    [begin, ...without(underWay12, 'cmi.core.session_time'), commit],
    [begin, ...underWay12, commit, commit],
  ]),
  'scorm12.commit-before-end': one(begin, ...underWay12, end),
  'scorm12.review-writes-nothing': [
    { mode: 'review', calls: [begin, set('cmi.core.exit', 'suspend'), end] },
    { mode: 'browse', calls: [begin, set('cmi.core.lesson_status', 'browsed'), end] },
    { mode: 'review', calls: [begin, commit, end] },
  ],
};
