/** What the log for support says of a call, and what it never says. */
import { expect, test } from 'vitest';
import { callsOf } from '../../public/player/lms/calls.ts';
import { logText } from '../../public/player/log.ts';

const last = (): string => logText('').split('\n').at(-1) ?? '';

test('each call stands there with its time, answer and error code', () => {
  const calls = callsOf({ SetValue: () => 'false', GetLastError: () => '406' }, '');
  calls.set('cmi.exit', 'gone');
  expect(last()).toMatch(/^\d+(\.\d+)? SetValue cmi\.exit gone = false \[406\]$/);
});

test('a call that throws, and one that there is not, stand there without an answer, and count as refused', () => {
  const broken = (): string => {
    throw new Error('another origin');
  };
  const calls = callsOf({ LMSCommit: broken, LMSGetLastError: broken }, 'LMS');
  expect(calls.commit()).toBe(false);
  expect(last()).toMatch(/ Commit {2}= undefined \[undefined\]$/);
  expect(calls.get('cmi.suspend_data')).toBe('');
  expect(last()).toMatch(/ GetValue cmi\.suspend_data = undefined \[undefined\]$/);
});

test.each([
  ['LMS', 'cmi.core.student_id'],
  ['LMS', 'cmi.core.student_name'],
  ['', 'cmi.learner_id'],
  ['', 'cmi.learner_name'],
] as const)('who learns is never there (%s%s)', (prefix, element) => {
  const calls = callsOf({ [`${prefix}GetValue`]: () => 'Okafor, Ada' }, prefix);
  expect(calls.get(element)).toBe('Okafor, Ada');
  expect(last()).toContain(`${element} = (11 characters)`);
  expect(logText('')).not.toContain('Okafor');
});

test('words that are reported are there by their length only', () => {
  const calls = callsOf({ SetValue: () => 'true', GetLastError: () => '0' }, '');
  calls.set('cmi.interactions.0.description', 'What do you do?');
  expect(last()).toContain('SetValue cmi.interactions.0.description (15 characters) = true [0]');
});

test('however long a launch is, how it began stays, and what came last', () => {
  const calls = callsOf({ GetValue: () => 'yes' }, '');
  const before = logText('').split('\n');
  for (let at = 0; at < 4000; at += 1) calls.get(`cmi.x.${at}`);
  const after = logText('').split('\n');
  expect(after.slice(0, 200)).toEqual([...before, ...after.slice(before.length)].slice(0, 200));
  expect(after[190]).toContain(`cmi.x.${190 - before.length} = yes`);
  expect(after.at(-1)).toContain('cmi.x.3999 = yes');
  expect(after.filter((line) => line.includes('left out'))).toHaveLength(1);
  expect(after.length).toBeLessThan(3300);
});
