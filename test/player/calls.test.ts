import { describe, expect, test } from 'vitest';
import { outcome } from '../../courses/model/outcome.ts';
import { replay } from '../../courses/model/replay.ts';
import { callsOf } from '../../public/player/lms/calls.ts';
import { openScorm12 } from '../../public/player/lms/scorm12.ts';
import { openScorm2004 } from '../../public/player/lms/scorm2004.ts';
import { tinyPackage } from '../support/tiny-course.ts';
import { passingPath } from '../support/walks.ts';

const reporting = { passAs: 'passed', score: true, interactions: false } as const;
const seconds = (): number => 0;

/** An LMS whose GetValue breaks for some elements: for so many calls, with this error code, or by throwing. */
function lms(values: Readonly<Record<string, string>>, breaks: Readonly<Record<string, number>>, how: string) {
  const left = { ...breaks };
  const set: string[] = [];
  let error = '0';
  const api = {
    Initialize: () => 'true',
    GetValue: (name: string) => {
      error = '0';
      if (!left[name]) return values[name] ?? '';
      left[name] -= 1;
      error = how;
      if (how === 'throws') throw new Error('The LMS broke.');
      return '';
    },
    SetValue: (name: string) => {
      set.push(name);
      return 'true';
    },
    Commit: () => 'true',
    Terminate: () => 'true',
    GetLastError: () => error,
  };
  const old = Object.fromEntries(
    Object.entries(api).map(([name, call]) => [`LMS${name === 'Terminate' ? 'Finish' : name}`, call]),
  );
  return { api, old, set };
}

describe('a value that an LMS breaks at', () => {
  test.each(['101', '301', 'throws'])('is asked for again (%s)', (how) => {
    const { api } = lms({ 'cmi.suspend_data': 'path' }, { 'cmi.suspend_data': 4 }, how);
    expect(callsOf(api, '').read('cmi.suspend_data')).toBe('path');
  });

  test.each(['101', '301', 'throws'])('is not taken for an empty one (%s)', (how) => {
    const { api } = lms({ 'cmi.suspend_data': 'path' }, { 'cmi.suspend_data': 99 }, how);
    expect(callsOf(api, '').read('cmi.suspend_data')).toBeUndefined();
  });

  test.each(['0', '201', '401', '403'])('is empty where the LMS says that it has none (%s)', (how) => {
    const { api } = lms({}, { 'cmi.suspend_data': 1 }, how);
    expect(callsOf(api, '').read('cmi.suspend_data')).toBe('');
  });
});

describe.each([
  ['SCORM 1.2', 'cmi.core.lesson_status', 'cmi.core.entry', 'cmi.core.lesson_mode'],
  ['SCORM 2004', 'cmi.completion_status', 'cmi.entry', 'cmi.mode'],
])('a launch in %s', (standard, status, entry, mode) => {
  const open = ({ api, old }: ReturnType<typeof lms>) =>
    standard === 'SCORM 1.2' ? openScorm12(old, reporting, seconds) : openScorm2004(api, reporting, seconds);

  test.each(['cmi.suspend_data', status])('whose %s cannot be read begins nothing and writes nothing', (element) => {
    const broken = lms({ [entry]: 'resume' }, { [element]: 99 }, '101');
    expect(open(broken)).toBeUndefined();
    expect(broken.set).toEqual([]);
  });

  test('that the LMS calls the first begins, whatever error it reports of what is not there yet', () => {
    expect(open(lms({ [entry]: 'ab-initio' }, { 'cmi.suspend_data': 99 }, '301'))?.path).toBe('');
  });

  test('to review is one to review also where the LMS breaks at first', () => {
    const broken = lms({ [mode]: 'review', 'cmi.suspend_data': 'path' }, { [mode]: 3 }, '101');
    expect(open(broken)?.mode).toBe('review');
    expect(broken.set).toEqual([]);
  });
});

describe('a pass that an LMS takes with “true”', () => {
  const { content, hash } = tinyPackage();
  const path = passingPath(content, hash, 'a'.repeat(12));
  const passed = { path, outcome: outcome(content, replay(content, hash, path)) };
  const below = { path, outcome: { ...passed.outcome, passed: false } };

  /** Gives back what it was told, but for these. */
  function sessions(held: Readonly<Record<string, string>>) {
    const values: Record<string, string> = {};
    const api = {
      Initialize: () => 'true',
      GetValue: (name: string) => held[name] ?? values[name] ?? '',
      SetValue: (name: string, value: string) => {
        values[name] = value;
        return 'true';
      },
      Commit: () => 'true',
      GetLastError: () => '0',
    };
    const old = Object.fromEntries(Object.entries(api).map(([name, call]) => [`LMS${name}`, call]));
    return [openScorm12(old, reporting, seconds), openScorm2004(api, reporting, seconds)] as const;
  }

  test.each([
    ['cmi.core.lesson_status', 0, 'incomplete'],
    ['cmi.core.lesson_status', 0, 'failed'],
    ['cmi.success_status', 1, 'unknown'],
    ['cmi.success_status', 1, 'failed'],
    ['cmi.completion_status', 1, 'incomplete'],
  ] as const)('is not called saved where %s stays otherwise', (element, standard, word) => {
    const lms = sessions({ [element]: word })[standard];
    expect(lms?.save(passed)).toBe('without-pass');
    expect(lms?.save(below)).toBe(true);
  });

  test('is saved where it says it in its own word, or does not say', () => {
    for (const word of ['passed', 'completed', '']) {
      expect(sessions({ 'cmi.core.lesson_status': word })[0]?.save(passed)).toBe(true);
    }
    expect(sessions({})[1]?.save(passed)).toBe(true);
  });
});
