/** From a path back to what happened, with every decision judged again. What a browser claims is never believed. */
import type { Content } from './content.ts';
import { decisionAt, endingAt, type State, start, step } from './engine.ts';
import { ModelError } from './errors.ts';
import {
  decodePath,
  decodeTake,
  decodeToken,
  encodeToken,
  type Path,
  type ReadTake,
  type Take,
  type Token,
} from './path.ts';
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
  /** The takes by how they are written, for the next replay; none where the path was not read from text. */
  readonly taken: ReadonlyMap<string, Taken>;
}

interface Taken {
  readonly take: Take;
  readonly state: State;
}

/**
 * @param content the modules that the attempt covers, no more
 * @param hash the hash of the published version, whole or its first eight characters
 * @param before any other replay, best the one before of the same attempt: it changes nothing but the time this takes,
 * as a state comes of a story and its tokens alone. Takes that it has are not walked again, and one that grew goes on
 * @throws ModelError path.malformed, path.foreign (another version), path.scenario, path.decision, path.answer,
 * path.ended, path.unfinished (a kept take without an ending); `detail.token` counts the path's tokens from 1
 */
export function replay(
  content: Pick<Content, 'modules'>,
  hash: string,
  text: string | Path,
  before?: Replayed,
): Replayed {
  const written = new Map<Take, { text: string; from: State | undefined }>();
  const path = typeof text === 'string' ? decodePath(text, reader(before, written)) : text;
  if (path.hash8 !== hash.slice(0, 8)) {
    throw new ModelError('path.foreign', 'The path belongs to another version of this course.', { token: 0 });
  }
  const scenarios = content.modules.flatMap((one) => one.scenarios);
  const taken = new Map<string, Taken>();
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
      const known = written.get(take);
      const state = walkTake(scenario, take, token, known?.from);
      if (known) taken.set(known.text, { take, state });
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
    taken,
  };
}

/** Reads the takes of a path, and notes of each how it was written, and the state from which it can be walked on. */
function reader(before: Replayed | undefined, written: Map<Take, { text: string; from: State | undefined }>): ReadTake {
  return (text, count) => {
    const end = text.lastIndexOf('.');
    const same = before?.taken.get(text);
    const shorter = same ?? before?.taken.get(text.slice(0, end));
    const take = same?.take ?? (shorter ? oneMore(shorter.take, text.slice(end + 1), count) : decodeTake(text, count));
    written.set(take, { text, from: shorter?.state });
    return take;
  };
}

function oneMore({ scenario, tokens }: Take, text: string, before: number): Take {
  return { scenario, tokens: [...tokens, decodeToken(text, before + tokens.length + 1)] };
}

/** One take to its end. `before` is how many tokens of the path stand before it; `from` a state on its way. */
export function walkTake(scenario: Scenario, take: Take, before = 0, from?: State): State {
  let state = from?.scenario === scenario ? from : start(scenario);
  for (const [index, token] of take.tokens.entries()) {
    if (index >= state.steps.length) state = stepAlong(state, token, before + index + 1);
  }
  return state;
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
