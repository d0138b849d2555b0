/**
 * Every way through a scenario, counted and not listed.
 *
 * Ways that stand at the same scene with the same flags, after as many decisions, can go on in the same ways, so they
 * are carried as one bundle: how many there are, and the lowest and highest points among them. With the number of
 * scored decisions fixed, a higher sum is a higher mean, so the two ends are enough for every exact best and worst
 * score; no list of paths is needed, of which one scenario may have billions.
 */
import { answersTo } from './answers.ts';
import type { Flags } from './conditions.ts';
import type { Decision } from './decisions.ts';
import { decisionAt, endingAt, type State, start, step } from './engine.ts';
import { ModelError } from './errors.ts';
import { type Answer, judge } from './judge.ts';
import { scoreOf } from './outcome.ts';
import { encodeToken, type Token } from './path.ts';
import type { Scenario, Scene } from './schema.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** One scene that some way reaches. */
interface SceneReach {
  readonly scene: string;
  /** Decisions taken before it. */
  readonly decisions: Range;
  /** Ways that pass it, counted up to it. Exact up to 2^53. */
  readonly ways: number;
  /** The different sets of flags with which it is met. */
  readonly flags: readonly Flags[];
}

export interface EndingReach {
  readonly scene: string;
  readonly paths: number;
  readonly decisions: Range;
  /** In the units of `scenarioScore`: 0 to SCENARIO_FULL. */
  readonly score: Range;
}

export interface Tour {
  /** Reached scenes by id, in the order in which they are first met. */
  readonly scenes: ReadonlyMap<string, SceneReach>;
  readonly endings: readonly EndingReach[];
  /** Whole ways through, exact up to 2^53. How sure the learner says to be is not counted. */
  readonly paths: number;
  readonly decisions: Range;
  /** 0 to SCENARIO_FULL. */
  readonly score: Range;
  /** Scores of the ways on which no scored answer is below sound; undefined where there is no such way. */
  readonly sound: Range | undefined;
  /** Scores of the ways with a harmful choice; undefined where there is none. */
  readonly harmful: Range | undefined;
  /** Characters of the longest take in a path, its `/` or `~` included. */
  readonly longestTake: number;
}

/** Ways that can only go on alike. `low` and `high` are points summed over `scored` decisions. */
interface Bundle {
  readonly state: State;
  readonly scored: number;
  readonly harmful: boolean;
  readonly sound: boolean;
  readonly ways: number;
  readonly low: number;
  readonly high: number;
  readonly chars: number;
}

/**
 * @throws ModelError course.broken where the story leads nowhere or round in a circle; lint names the place first
 */
export function explore(scenario: Scenario): Tour {
  const finished: { bundle: Bundle; decisions: number }[] = [];
  const reached = new Map<string, SceneReach>();
  let level = [firstBundle(scenario)];
  for (let decisions = 0; level.length > 0; decisions += 1) {
    if (decisions > scenario.scenes.length) {
      throw new ModelError('course.broken', `The story ${scenario.id} goes round in a circle.`);
    }
    for (const bundle of level) {
      for (const scene of bundle.state.scenes) meet(reached, scene, bundle, decisions);
      if (endingAt(bundle.state)) finished.push({ bundle, decisions });
    }
    level = merge(level.flatMap(onward));
  }
  return summarise(reached, finished);
}

function firstBundle(scenario: Scenario): Bundle {
  const chars = 1 + scenario.id.length;
  return { state: start(scenario), scored: 0, harmful: false, sound: true, ways: 1, low: 0, high: 0, chars };
}

/** What every answer to a bundle's decision leads to. */
function onward(bundle: Bundle): Bundle[] {
  const decision = decisionAt(bundle.state);
  if (!decision) return [];
  return groups(decision, bundle.state.flags).map((group) => ({
    state: { ...step(bundle.state, group.answer), steps: [] },
    scored: bundle.scored + (group.scored ? 1 : 0),
    harmful: bundle.harmful || group.harmful,
    sound: bundle.sound && group.sound,
    ways: bundle.ways * group.answers,
    low: bundle.low + group.low,
    high: bundle.high + group.high,
    chars: bundle.chars + 1 + group.chars,
  }));
}

/** Answers to one decision after which all goes on alike. */
interface Group {
  /** One of them. */
  readonly answer: Answer;
  readonly answers: number;
  readonly scored: boolean;
  readonly harmful: boolean;
  readonly sound: boolean;
  readonly low: number;
  readonly high: number;
  /** Characters of the longest token. */
  readonly chars: number;
}

/** Nine items to tick make 511 answers and a handful of groups; only these are followed into the story. */
function groups(decision: Decision, flags: Flags): Group[] {
  const asksHowSure = 'confidence' in decision && decision.confidence === true;
  const found = new Map<string, Group>();
  for (const answer of answersTo(decision, flags)) {
    const { points, rating, harmful, sets, to } = judge(decision, answer, flags);
    const token: Token = { decision: decision.id, ...answer, ...(asksHowSure && { confidence: 3 }) };
    const sound = points === undefined || rating === 'strong' || rating === 'sound';
    const key = JSON.stringify([to, sets, harmful, sound]);
    const known = found.get(key);
    found.set(key, {
      answer,
      answers: 1 + (known?.answers ?? 0),
      scored: points !== undefined,
      harmful,
      sound,
      low: Math.min(points ?? 0, known?.low ?? Number.POSITIVE_INFINITY),
      high: Math.max(points ?? 0, known?.high ?? 0),
      chars: Math.max(encodeToken(token).length, known?.chars ?? 0),
    });
  }
  return [...found.values()];
}

function merge(bundles: readonly Bundle[]): Bundle[] {
  const merged = new Map<string, Bundle>();
  for (const one of bundles) {
    const scenes = one.state.scenes.map((scene) => scene.id).join();
    const key = [scenes, flagsKey(one.state.flags), one.scored, one.harmful, one.sound].join('|');
    const known = merged.get(key);
    merged.set(key, known ? together(known, one) : one);
  }
  return [...merged.values()];
}

const together = (a: Bundle, b: Bundle): Bundle => ({
  ...a,
  ways: a.ways + b.ways,
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  chars: Math.max(a.chars, b.chars),
});

const flagsKey = (flags: Flags): string => [...flags].sort().join();

function meet(reached: Map<string, SceneReach>, scene: Scene, bundle: Bundle, decisions: number): void {
  const known = reached.get(scene.id);
  const { flags } = bundle.state;
  const seen = known?.flags.some((one) => flagsKey(one) === flagsKey(flags)) === true;
  reached.set(scene.id, {
    scene: scene.id,
    decisions: { min: known?.decisions.min ?? decisions, max: decisions },
    ways: (known?.ways ?? 0) + bundle.ways,
    flags: seen ? (known?.flags ?? []) : [...(known?.flags ?? []), flags],
  });
}

type Finished = readonly { readonly bundle: Bundle; readonly decisions: number }[];

function summarise(reached: ReadonlyMap<string, SceneReach>, finished: Finished): Tour {
  const scenes = [...new Set(finished.map((one) => endingScene(one.bundle)))];
  return {
    scenes: reached,
    endings: scenes.map((scene) => {
      const here = finished.filter((one) => endingScene(one.bundle) === scene);
      return { scene, paths: countWays(here), decisions: decisionsOf(here), score: scoresOf(here) ?? EMPTY };
    }),
    paths: countWays(finished),
    decisions: decisionsOf(finished),
    score: scoresOf(finished) ?? EMPTY,
    sound: scoresOf(finished.filter((one) => one.bundle.sound)),
    harmful: scoresOf(finished.filter((one) => one.bundle.harmful)),
    longestTake: Math.max(0, ...finished.map((one) => one.bundle.chars)),
  };
}

const EMPTY: Range = { min: 0, max: 0 };

const endingScene = (bundle: Bundle): string => bundle.state.scenes.at(-1)?.id ?? '';
const countWays = (finished: Finished): number => finished.reduce((sum, one) => sum + one.bundle.ways, 0);
const decisionsOf = (finished: Finished): Range => rangeOf(finished.map((one) => one.decisions)) ?? EMPTY;

function scoresOf(finished: Finished): Range | undefined {
  return rangeOf(
    finished.flatMap(({ bundle }) => [
      scoreOf(bundle.low, bundle.scored, bundle.harmful),
      scoreOf(bundle.high, bundle.scored, bundle.harmful),
    ]),
  );
}

function rangeOf(values: readonly number[]): Range | undefined {
  return values.length === 0 ? undefined : { min: Math.min(...values), max: Math.max(...values) };
}
