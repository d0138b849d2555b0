/** Conditions on flags, as authors write them in `when` and `to`. */
import type { Goto } from './decisions.ts';

export type Flags = ReadonlySet<string>;

/** True where every condition holds; without a condition it always holds. */
export function holds(when: string | readonly string[] | undefined, flags: Flags): boolean {
  if (when === undefined) return true;
  const conditions = typeof when === 'string' ? [when] : when;
  return conditions.every((one) => (one.startsWith('not ') ? !flags.has(one.slice(4)) : flags.has(one)));
}

/** The scene that a goto leads to, or undefined where no condition of its list holds (lint reports that). */
export function follow(goto: Goto, flags: Flags): string | undefined {
  return typeof goto === 'string' ? goto : goto.find((one) => holds(one.when, flags))?.scene;
}

/** Those of a list that these flags show, in order. */
export function visible<T extends { when?: string | string[] | undefined }>(list: readonly T[], flags: Flags): T[] {
  return list.filter((one) => holds(one.when, flags));
}
