/** Which flags a scenario reads and sets, and where. */

import type { Decision, Write } from '../decisions.ts';
import type { Scenario } from '../schema.ts';
import type { DataPath } from './finding.ts';
import { decisionsOf } from './places.ts';

export interface FlagUse {
  readonly flag: string;
  readonly path: DataPath;
}

/** Every condition, wherever it stands: on blocks, on parts of blocks, on choices, in lists of ways on. */
export function flagsRead(scenario: Scenario): FlagUse[] {
  const found: FlagUse[] = [];
  const visit = (value: unknown, path: DataPath): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === 'when') found.push(...conditionsIn(one).map((flag) => ({ flag, path: here })));
      else visit(one, here);
    }
  };
  scenario.scenes.forEach((scene, index) => {
    visit(scene, ['scenes', index]);
  });
  return found;
}

function conditionsIn(when: unknown): string[] {
  const list: unknown[] = Array.isArray(when) ? when : [when];
  return list.filter((one) => typeof one === 'string').map((one) => one.replace(/^not /, ''));
}

function settersOf(decision: Exclude<Decision, Write>): [key: string, setters: readonly { set?: string[] }[]] {
  if (decision.kind === 'weigh') return ['between', decision.between];
  return decision.kind === 'choose' ? ['choices', decision.choices] : ['bands', decision.bands];
}

export function flagsSet(scenario: Scenario): FlagUse[] {
  return decisionsOf(scenario).flatMap(({ decision, path }) => {
    if (decision.kind === 'write') return [];
    const [key, setters] = settersOf(decision);
    return setters.flatMap((one, index) =>
      (one.set ?? []).map((flag) => ({ flag, path: [...path, key, index, 'set'] })),
    );
  });
}
