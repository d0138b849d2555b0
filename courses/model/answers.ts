/** Every answer that a decision takes, for counting and checking. A learner meets one of them. */
import type { Flags } from './conditions.ts';
import type { Decision } from './decisions.ts';
import { type Answer, offered } from './judge.ts';

/**
 * At most 720 (six items in order). How sure the learner was is left out: it changes nothing.
 * Empty where the flags leave nothing to choose from.
 */
export function answersTo(decision: Decision, flags: Flags): Answer[] {
  switch (decision.kind) {
    case 'choose':
      return offered(decision, flags).map((one) => ({ chosen: [one.id] }));
    case 'select':
    case 'spot':
      return subsets(offered(decision, flags).map((one) => one.id)).map((chosen) => ({ chosen }));
    case 'order':
      return orders(offered(decision, flags).map((one) => one.id)).map((chosen) => ({ chosen }));
    case 'weigh':
      return ['1', '2', '3', '4', '5'].map((place) => ({ chosen: [place] }));
    case 'write':
      return [{ chosen: ['w'] }];
  }
}

/** Every part of a list but the empty one, each in the list's own order. */
function subsets(ids: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (const id of ids) all.push(...all.map((one) => [...one, id]));
  return all.slice(1);
}

function orders(ids: readonly string[]): string[][] {
  if (ids.length === 0) return [];
  if (ids.length === 1) return [[...ids]];
  return ids.flatMap((first) => orders(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]));
}
