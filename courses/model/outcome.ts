/** What an attempt has come to: complete or not, its score, and whether it passed. */
import type { Content } from './content.ts';
import { endingAt, type State } from './engine.ts';
import { FULL } from './judge.ts';
import { type Replayed, replay, type Walk } from './replay.ts';
import type { Module } from './schema.ts';

/** A scenario's score in exact whole numbers: FULL × SHARES is a full one, for any mean over up to ten decisions. */
const SHARES = 2520;
export const SCENARIO_FULL = FULL * SHARES;

/**
 * A finished take's score, 0 to SCENARIO_FULL: the mean over its scored decisions, at most one half where a harmful
 * choice was made. A story without scored decisions counts as full.
 */
export function scenarioScore(state: State): number {
  let sum = 0;
  let count = 0;
  let harmful = false;
  for (const { judged } of state.steps) {
    if (judged.points === undefined) continue;
    sum += judged.points;
    count += 1;
    harmful ||= judged.harmful;
  }
  return scoreOf(sum, count, harmful);
}

/** The same, from its parts: points summed over `count` scored decisions, and whether one of them was harmful. */
export function scoreOf(sum: number, count: number, harmful: boolean): number {
  const mean = count === 0 ? SCENARIO_FULL : (sum * SHARES) / count;
  return harmful ? Math.min(mean, SCENARIO_FULL / 2) : mean;
}

/** The better of two takes; an unfinished one is none. Equal ones: the earlier stands. */
export function bestTake(walk: Walk): State | undefined {
  const finished = [walk.kept, walk.current].filter((one) => one !== undefined && endingAt(one) !== undefined);
  const [first, second] = finished;
  if (!first || !second) return first;
  return scenarioScore(second) > scenarioScore(first) ? second : first;
}

export interface ModuleOutcome {
  readonly module: string;
  readonly complete: boolean;
  /** Whole percent, rounded down; undefined until every story has an ending. */
  readonly percent: number | undefined;
  readonly passed: boolean;
  /** Stories with an ending, and stories there are. */
  readonly finished: number;
  readonly stories: number;
  /** Of each story with an ending the take that counts. */
  readonly takes: readonly State[];
}

export interface Outcome {
  readonly complete: boolean;
  readonly percent: number | undefined;
  readonly passed: boolean;
  /** 0 to 1: the share of stories that have an ending. */
  readonly progress: number;
  readonly modules: readonly ModuleOutcome[];
}

/** The outcome of a replayed path. `content` is the one it was replayed against. */
export function outcome(content: Pick<Content, 'modules' | 'course'>, replayed: Replayed): Outcome {
  const modules = content.modules.map((one) => moduleOutcome(content, one, replayed));
  const complete = modules.every((one) => one.complete);
  const finished = modules.reduce((sum, one) => sum + one.finished, 0);
  const stories = modules.reduce((sum, one) => sum + one.stories, 0);
  const percents = modules.reduce((sum, one) => sum + (one.percent ?? 0), 0);
  return {
    complete,
    percent: complete ? Math.floor(percents / modules.length) : undefined,
    passed: complete && modules.every((one) => one.passed),
    progress: stories === 0 ? 0 : finished / stories,
    modules,
  };
}

function moduleOutcome(content: Pick<Content, 'course'>, module: Module, replayed: Replayed): ModuleOutcome {
  const takes = module.scenarios.flatMap((scenario) => {
    const walk = replayed.walks.find((one) => one.scenario.id === scenario.id);
    return (walk && bestTake(walk)) ?? [];
  });
  const stories = module.scenarios.length;
  const complete = takes.length === stories;
  const total = takes.reduce((sum, one) => sum + scenarioScore(one), 0);
  const percent = complete ? Math.floor((total * 100) / (SCENARIO_FULL * stories)) : undefined;
  const passed = percent !== undefined && percent >= content.course.passMark;
  return { module: module.id, complete, percent, passed, finished: takes.length, stories, takes };
}

/** Replay and outcome in one step, for those who hold only the string. @throws what `replay` throws */
export function outcomeOf(content: Pick<Content, 'modules' | 'course'>, hash: string, text: string): Outcome {
  return outcome(content, replay(content, hash, text));
}
