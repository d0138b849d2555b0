/** Calls that a package makes, by the book, to be broken in one place each by the wrong-calls files. */
import type { CallName, LaunchOptions } from '../support/strict-lms/record.ts';

export type Made = readonly [name: CallName, ...args: unknown[]];

export const begin: Made = ['Initialize', ''];
export const commit: Made = ['Commit', ''];
export const end: Made = ['Terminate', ''];
export const set = (name: string, value: unknown): Made => ['SetValue', name, value];
export const get = (name: string): Made => ['GetValue', name];

/** What stands at every commit of an attempt under way. */
export const underWay12: readonly Made[] = [
  set('cmi.core.exit', 'suspend'),
  set('cmi.core.lesson_status', 'incomplete'),
  set('cmi.suspend_data', '1.00000000.aaaaaaaaaa.1/s.a:b'),
  set('cmi.core.session_time', '00:01:30'),
];
export const passed12: readonly Made[] = [
  set('cmi.core.lesson_status', 'passed'),
  set('cmi.core.score.min', '0'),
  set('cmi.core.score.max', '100'),
  set('cmi.core.score.raw', '80'),
  set('cmi.core.session_time', '00:02:30'),
];
export const underWay2004: readonly Made[] = [
  set('cmi.exit', 'suspend'),
  set('cmi.completion_status', 'incomplete'),
  set('cmi.success_status', 'unknown'),
  set('cmi.progress_measure', '0.5'),
  set('cmi.suspend_data', '1.00000000.aaaaaaaaaa.1/s.a:b'),
  set('cmi.session_time', 'PT0H1M30S'),
];
export const passed2004: readonly Made[] = [
  set('cmi.completion_status', 'completed'),
  set('cmi.success_status', 'passed'),
  set('cmi.progress_measure', '1'),
  set('cmi.score.min', '0'),
  set('cmi.score.max', '100'),
  set('cmi.score.raw', '80'),
  set('cmi.score.scaled', '0.8'),
  set('cmi.session_time', 'PT0H2M30S'),
];
export const goOut: Made = set('adl.nav.request', 'suspendAll');

export const sitting12: readonly Made[] = [
  begin,
  get('cmi.core.lesson_mode'),
  get('cmi.suspend_data'),
  ...underWay12,
  commit,
  ...passed12,
  commit,
  end,
];
export const sitting2004: readonly Made[] = [
  begin,
  get('cmi.mode'),
  get('cmi.suspend_data'),
  ...underWay2004,
  commit,
  ...passed2004,
  commit,
  goOut,
  end,
];

/** The calls without those that set one element. */
export const without = (calls: readonly Made[], name: string): Made[] => calls.filter((one) => one[1] !== name);

/** The calls with another value for one element, wherever it is set. */
export const instead = (calls: readonly Made[], name: string, value: unknown): Made[] =>
  calls.map((one) => (one[0] === 'SetValue' && one[1] === name ? set(name, value) : one));

export interface WrongSitting {
  readonly calls: readonly Made[];
  readonly mode?: LaunchOptions['mode'];
}

export const one = (...calls: readonly Made[]): WrongSitting[] => [{ calls }];
export const each = (wrong: readonly (readonly Made[])[]): WrongSitting[] => wrong.map((calls) => ({ calls }));

/** Sittings in which one value has a wrong form; the element is set once, and refused. */
export const values = (...pairs: readonly (readonly [string, unknown])[]): WrongSitting[] =>
  each(pairs.map(([name, value]) => [begin, set(name, value)]));
