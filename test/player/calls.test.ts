import { describe, expect, test } from 'vitest';
import { callsOf } from '../../public/player/lms/calls.ts';
import { openScorm12 } from '../../public/player/lms/scorm12.ts';
import { openScorm2004 } from '../../public/player/lms/scorm2004.ts';

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
