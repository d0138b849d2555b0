/** From a path back to what happened, with every decision judged again. What a browser claims is never believed. */
import type { Content } from './content.ts';
import { decisionAt, endingAt, type State, start, step } from './engine.ts';
import { ModelError } from './errors.ts';
import { decodePath, encodeToken, type Path, type Take, type Token } from './path.ts';
import type { Scenario } from './schema.ts';

/** A scenario as this attempt knows it: the best take of earlier runs, and the take of this run. */
export interface Walk {
  readonly scenario: Scenario;
  readonly kept: State | undefined;
  readonly current: State | undefined;
}

export interface Replayed {
  readonly path: Path;
  /** Every scenario of the content in teaching order, walked or not. */
  readonly walks: readonly Walk[];
}

/**
 * @param content the modules that the attempt covers, no more
 * @param hash the hash of the published version, whole or its first eight characters
 * @throws ModelError path.malformed, path.foreign (another version), path.scenario, path.decision, path.answer,
 * path.ended, path.unfinished (a kept take without an ending); `detail.token` counts the path's tokens from 1
 */
export function replay(content: Pick<Content, 'modules'>, hash: string, text: string | Path): Replayed {
  const path = typeof text === 'string' ? decodePath(text) : text;
  if (path.hash8 !== hash.slice(0, 8)) {
    throw new ModelError('path.foreign', 'The path belongs to another version of this course.', { token: 0 });
  }
  const scenarios = content.modules.flatMap((one) => one.scenarios);
  let token = 0;
  const walkAll = (takes: readonly Take[], kept: boolean): Map<string, State> => {
    const states = new Map<string, State>();
    for (const take of takes) {
      const scenario = scenarios.find((one) => one.id === take.scenario);
      if (!scenario) {
        throw new ModelError('path.scenario', `There is no story ${take.scenario} here.`, {
          token: token + 1,
          scenario: take.scenario,
        });
      }
      const state = walkTake(scenario, take, token);
      token += take.tokens.length;
      if (kept && !endingAt(state)) {
        throw new ModelError('path.unfinished', `The kept story ${scenario.id} has no ending.`, {
          token,
          scenario: scenario.id,
        });
      }
      states.set(scenario.id, state);
    }
    return states;
  };
  const kept = walkAll(path.kept, true);
  const current = walkAll(path.current, false);
  return {
    path,
    walks: scenarios.map((scenario) => ({
      scenario,
      kept: kept.get(scenario.id),
      current: current.get(scenario.id),
    })),
  };
}

/** A place on the ways through a story that were walked before, with the tokens that lead on from it. */
interface Place {
  readonly state: State;
  readonly next: Map<Token, Place>;
}

/**
 * Nearly every commit walks a way that the same learner walked a decision ago, so ways are remembered by their tokens,
 * which `decodePath` hands out as the same objects: a third of a commit's own time. States never change, so sharing them
 * is safe. A story forgets all of its ways when there are too many.
 */
const MOST_PLACES = 5000;
const ways = new WeakMap<Scenario, { start: Place; places: number }>();

function waysOf(scenario: Scenario): { start: Place; places: number } {
  const known = ways.get(scenario);
  if (known && known.places < MOST_PLACES) return known;
  const made = { start: { state: start(scenario), next: new Map() }, places: 1 };
  ways.set(scenario, made);
  return made;
}

/** One take from its start. `before` is how many tokens of the path stand before it. */
export function walkTake(scenario: Scenario, take: Take, before = 0): State {
  const known = waysOf(scenario);
  let place = known.start;
  for (const [index, token] of take.tokens.entries()) {
    let next = place.next.get(token);
    if (!next) {
      next = { state: stepAlong(place.state, token, before + index + 1), next: new Map() };
      place.next.set(token, next);
      known.places += 1;
    }
    place = next;
  }
  return place.state;
}

/** One token further. @throws ModelError with the token's number where the story does not take it */
function stepAlong(state: State, token: Token, number: number): State {
  const { id } = state.scenario;
  const text = encodeToken(token);
  const where = { token: number, text, scenario: id };
  const decision = decisionAt(state);
  if (!decision) throw new ModelError('path.ended', `The story ${id} ended before ${text}.`, where);
  if (decision.id !== token.decision) {
    throw new ModelError('path.decision', `The story ${id} asks ${decision.id} where the path has ${text}.`, where);
  }
  try {
    return step(state, token);
  } catch (error) {
    if (error instanceof ModelError) throw new ModelError(error.code, error.message, where);
    throw error;
  }
}
