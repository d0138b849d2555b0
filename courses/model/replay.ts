/** From a path back to what happened, with every decision judged again. What a browser claims is never believed. */
import type { Content } from './content.ts';
import { decisionAt, endingAt, type State, start, step } from './engine.ts';
import { ModelError } from './errors.ts';
import { decodePath, encodeToken, type Path, type Take } from './path.ts';
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

/** One take from its start. `before` is how many tokens of the path stand before it. */
export function walkTake(scenario: Scenario, take: Take, before = 0): State {
  let state = start(scenario);
  for (const [index, token] of take.tokens.entries()) {
    const where = () => ({ token: before + index + 1, text: encodeToken(token), scenario: scenario.id });
    const decision = decisionAt(state);
    if (!decision) {
      const message = `The story ${scenario.id} ended before ${encodeToken(token)}.`;
      throw new ModelError('path.ended', message, where());
    }
    if (decision.id !== token.decision) {
      const message = `The story ${scenario.id} asks ${decision.id} where the path has ${encodeToken(token)}.`;
      throw new ModelError('path.decision', message, where());
    }
    try {
      state = step(state, token);
    } catch (error) {
      if (error instanceof ModelError) throw new ModelError(error.code, error.message, where());
      throw error;
    }
  }
  return state;
}
