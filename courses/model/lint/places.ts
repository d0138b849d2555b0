/** Lists of what a scenario or a module holds, each with its place, so that rules read as one loop. */
import type { Decision, ScoredDecision } from '../decisions.ts';
import { isScored } from '../judge.ts';
import type { Module, Scenario, Scene } from '../schema.ts';
import type { DataPath } from './finding.ts';

export interface Placed<T> {
  readonly decision: T;
  readonly scene: Scene;
  readonly path: DataPath;
}

/** Every decision of a scenario; paths begin in the scenario. */
export function decisionsOf(scenario: Scenario): Placed<Decision>[] {
  return scenario.scenes.flatMap((scene, index) =>
    scene.decision ? [{ decision: scene.decision, scene, path: ['scenes', index, 'decision'] }] : [],
  );
}

export function scoredDecisionsOf(scenario: Scenario): Placed<ScoredDecision>[] {
  return decisionsOf(scenario).flatMap((one) => (isScored(one.decision) ? [{ ...one, decision: one.decision }] : []));
}

/** The same over a module; paths begin in the module. */
export function scoredDecisionsIn(module: Module): Placed<ScoredDecision>[] {
  return module.scenarios.flatMap((scenario, index) =>
    scoredDecisionsOf(scenario).map((one) => ({ ...one, path: ['scenarios', index, ...one.path] })),
  );
}

/** Entries that stand more than once in a list, by what `key` says of them: the later ones, with their positions. */
export function repeated<T>(list: readonly T[], key: (one: T) => string): { one: T; index: number; first: number }[] {
  const keys = list.map(key);
  return list.flatMap((one, index) => {
    const first = keys.indexOf(key(one));
    return first < index ? [{ one, index, first }] : [];
  });
}
