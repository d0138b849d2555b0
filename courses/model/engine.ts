/** A learner's way through one scenario: where it starts, and what one answer leads to. Nothing is ever changed in place. */
import { type Flags, follow } from './conditions.ts';
import type { Decision } from './decisions.ts';
import { ModelError } from './errors.ts';
import { type Answer, type Judged, judge } from './judge.ts';
import type { Ending, Scenario, Scene } from './schema.ts';

/** A decision that was taken: where, what was answered, and what came of it. */
export interface Step {
  readonly scene: Scene;
  readonly decision: Decision;
  readonly answer: Answer;
  readonly judged: Judged;
  /** The flags as they were when it was asked. */
  readonly flags: Flags;
}

export interface State {
  readonly scenario: Scenario;
  readonly flags: Flags;
  readonly steps: readonly Step[];
  /** The scenes since the last decision, in order. The last of them asks or ends. */
  readonly scenes: readonly Scene[];
}

const indexes = new WeakMap<Scenario, ReadonlyMap<string, Scene>>();

function scenesById(scenario: Scenario): ReadonlyMap<string, Scene> {
  let index = indexes.get(scenario);
  if (!index) {
    index = new Map(scenario.scenes.map((scene) => [scene.id, scene]));
    indexes.set(scenario, index);
  }
  return index;
}

/** The first scene of a scenario's list is where it starts. @throws ModelError course.broken on a broken course only. */
export function start(scenario: Scenario): State {
  const flags = new Set<string>();
  return { scenario, flags, steps: [], scenes: scenesFrom(scenario, scenario.scenes[0]?.id, flags) };
}

/**
 * The state after one more answer.
 * @throws ModelError path.ended where the story is over, path.answer where the decision does not take the answer.
 */
export function step(state: State, answer: Answer): State {
  const scene = state.scenes.at(-1);
  if (!scene?.decision) throw new ModelError('path.ended', `The story ${state.scenario.id} is over.`);
  const judged = judge(scene.decision, answer, state.flags);
  const flags = judged.sets.length === 0 ? state.flags : new Set([...state.flags, ...judged.sets]);
  return {
    scenario: state.scenario,
    flags,
    steps: [...state.steps, { scene, decision: scene.decision, answer, judged, flags: state.flags }],
    scenes: scenesFrom(state.scenario, follow(judged.to, flags), flags),
  };
}

export const decisionAt = (state: State): Decision | undefined => state.scenes.at(-1)?.decision;
export const endingAt = (state: State): Ending | undefined => state.scenes.at(-1)?.ending;

/** From a scene through every scene that only goes on, to the one that asks or ends. */
function scenesFrom(scenario: Scenario, first: string | undefined, flags: Flags): Scene[] {
  const index = scenesById(scenario);
  const passed: Scene[] = [];
  let id = first;
  while (true) {
    const scene = id === undefined ? undefined : index.get(id);
    if (!scene || passed.includes(scene)) {
      throw new ModelError('course.broken', `The story ${scenario.id} leads to ${id ?? 'nowhere'}.`);
    }
    passed.push(scene);
    if (scene.decision || scene.ending || scene.next === undefined) return passed;
    id = follow(scene.next, flags);
  }
}
