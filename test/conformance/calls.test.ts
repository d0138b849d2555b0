/** The strict LMS itself: it refuses every wrong call, names the requirement, and lets the right ones through. */
import { describe, expect, test } from 'vitest';
import { EMPTY, type LaunchOptions, PLAIN } from '../support/strict-lms/record.ts';
import { Session } from '../support/strict-lms/session.ts';
import { nameOf } from './requirements.ts';
import {
  begin,
  commit,
  end,
  get,
  type Made,
  set,
  sitting12,
  sitting2004,
  underWay12,
  underWay2004,
} from './sittings.ts';
import { WRONG_12 } from './wrong-calls-scorm12.ts';
import { WRONG_2004 } from './wrong-calls-scorm2004.ts';

function play(calls: readonly Made[], options: Partial<LaunchOptions> = {}, found = EMPTY): Session {
  const session = new Session({ ...PLAIN, ...options }, found);
  for (const [name, ...args] of calls) session.call(name, args);
  return session;
}
const broken = (session: Session): string[] => [...new Set(session.log().violations.map((one) => one.id))];

for (const [standard, table] of [
  ['scorm12', WRONG_12],
  ['scorm2004', WRONG_2004],
] as const) {
  describe(`the strict LMS, ${standard}`, () => {
    for (const [id, sittings] of Object.entries(table)) {
      test(nameOf(id), () => {
        for (const { calls, mode } of sittings) {
          const session = play(calls, { standard, ...(mode && { mode }) });
          expect(broken(session), JSON.stringify(calls)).toEqual([id]);
        }
      });
    }
  });
}

describe('the strict LMS lets a package', () => {
  test('take a sitting to its pass, and keeps what was committed', () => {
    const session = play(sitting12);
    expect(session.log().violations).toEqual([]);
    expect(session.record().values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '80' });
  });

  test('take a 2004 sitting to its pass under the thresholds of its manifest', () => {
    const options = { standard: 'scorm2004', passingScore: 0.6, completionThreshold: 1 } as const;
    const session = play([...sitting2004.slice(0, -2), get('cmi.success_status')], options);
    expect(session.log().violations).toEqual([]);
    expect(session.log().calls.at(-1)?.answer).toBe('passed');
  });

  test('call itself passed, and judges for itself where the manifest has a pass mark', () => {
    const scoreless = sitting2004.filter(([, name]) => !String(name).startsWith('cmi.score'));
    const said = play(scoreless, { standard: 'scorm2004' });
    const judged = play(scoreless, { standard: 'scorm2004', passingScore: 0.6 });
    const of = (session: Session) => session.record().values['cmi.success_status'];
    expect([of(said), of(judged)]).toEqual(['passed', 'unknown']);
  });

  test('resume where it was suspended, with its time added up', () => {
    const first = play([begin, ...underWay2004, commit], { standard: 'scorm2004' });
    const asked = [begin, get('cmi.entry'), get('cmi.suspend_data'), get('cmi.total_time')];
    const second = play(asked, { standard: 'scorm2004' }, first.record());
    expect(second.log().calls.map((one) => one.answer)).toEqual([
      'true',
      'resume',
      '1.00000000.aaaaaaaaaa.1/s.a:b',
      'PT90S',
    ]);
  });

  test('find nothing after a 2004 sitting that was not suspended', () => {
    const first = play([begin, ...underWay2004, set('cmi.exit', 'normal'), commit], { standard: 'scorm2004' });
    const second = play([begin, get('cmi.suspend_data')], { standard: 'scorm2004' }, first.record());
    expect(second.log().calls.at(-1)).toMatchObject({ answer: '', code: 403 });
  });

  test('lose what it never committed', () => {
    const session = play([begin, set('cmi.suspend_data', 'x')]);
    expect(session.record().values).toEqual({});
  });

  test('meet a call that fails and one that throws, and go on', () => {
    const faults = [
      { call: 'Commit', from: 1, to: 1, how: 'false' },
      { call: 'Commit', from: 2, to: 2, how: 'throw' },
    ] as const;
    const session = play([begin, ...underWay12], { faults });
    const again = (): string => {
      session.call('SetValue', ['cmi.core.session_time', '00:02:00']);
      return session.call('Commit', ['']);
    };
    expect(session.call('Commit', [''])).toBe('false');
    expect(session.lastError()).toBe(101);
    expect(again).toThrow('The LMS broke');
    expect(again()).toBe('true');
    expect(session.log().violations).toEqual([]);
  });

  test('read an absent lesson mode as empty', () => {
    const session = play([begin, get('cmi.core.lesson_mode'), end], { mode: 'missing' });
    expect(session.log().calls[1]).toMatchObject({ answer: '', code: 0 });
  });
});
