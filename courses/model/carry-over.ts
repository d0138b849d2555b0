/**
 * An attempt of one version, carried over to another (protocol 4). Short ids are never given to something else, so where
 * every decision is still there and takes the same answer, only wording has changed. Where the structure has changed,
 * each story goes on at the first point that differs; what came before it stays.
 */
import type { Content } from './content.ts';
import { endingAt, type State } from './engine.ts';
import { ModelError } from './errors.ts';
import type { Path, Take } from './path.ts';
import { walkTake } from './replay.ts';
import type { Scenario } from './schema.ts';

export interface CarriedOver {
  /** Replays against the content. */
  readonly path: Path;
  /** Stories whose decisions no longer all fit, in teaching order: each is under way again, or at its start. */
  readonly changed: readonly string[];
}

/**
 * @param content the modules that the attempt covers, in the version to carry it to
 * @param hash of that version, whole or its first eight characters
 * @returns undefined where the content has none of the path's stories
 */
export function carryOver(content: Pick<Content, 'modules'>, hash: string, path: Path): CarriedOver | undefined {
  const takes = [...path.kept, ...path.current];
  const scenarios = content.modules.flatMap((one) => one.scenarios);
  const met = scenarios.filter((one) => takes.some((take) => take.scenario === one.id));
  if (met.length === 0 && takes.length > 0) return undefined;
  const fitted = met.map((scenario) => carryScenario(scenario, path));
  const carried = {
    ...path,
    hash8: hash.slice(0, 8),
    kept: inOrderOf(
      path.kept,
      fitted.map((one) => one.kept),
    ),
    current: inOrderOf(
      path.current,
      fitted.map((one) => one.current),
    ),
  };
  return { path: carried, changed: fitted.filter((one) => one.changed).map((one) => one.scenario) };
}

interface CarriedScenario {
  readonly scenario: string;
  readonly kept: Take | undefined;
  readonly current: Take | undefined;
  readonly changed: boolean;
}

/** A kept take is one with an ending: where it has none any more, it becomes the take under way, if there is no other. */
function carryScenario(scenario: Scenario, path: Path): CarriedScenario {
  const kept = carryTake(scenario, takeIn(path.kept, scenario));
  const current = carryTake(scenario, takeIn(path.current, scenario));
  const keptEnds = kept !== undefined && endingAt(kept.state) !== undefined;
  const goesOn = current ?? (keptEnds ? undefined : kept);
  return {
    scenario: scenario.id,
    kept: keptEnds ? kept.take : undefined,
    current: goesOn && goesOn.take.tokens.length > 0 ? goesOn.take : undefined,
    changed: current?.cut === true || goesOn !== current,
  };
}

const takeIn = (takes: readonly Take[], { id }: Scenario): Take | undefined => takes.find((one) => one.scenario === id);

interface Fitted {
  readonly take: Take;
  readonly state: State;
  /** Decisions were left out, and the story goes on from there. */
  readonly cut: boolean;
}

/** The longest beginning of a take that the story still takes. */
function carryTake(scenario: Scenario, take: Take | undefined): Fitted | undefined {
  if (!take) return undefined;
  for (let length = take.tokens.length; ; length -= 1) {
    const shorter = { ...take, tokens: take.tokens.slice(0, length) };
    const state = walked(scenario, shorter);
    if (state) return { take: shorter, state, cut: length < take.tokens.length && !endingAt(state) };
  }
}

/** A story takes no decision at all at its very start, so this is defined for a take without tokens. */
function walked(scenario: Scenario, take: Take): State | undefined {
  try {
    return walkTake(scenario, take);
  } catch (error) {
    if (error instanceof ModelError && take.tokens.length > 0) return undefined;
    throw error;
  }
}

/** In the order in which the path had them: later decisions stand at its end. */
const inOrderOf = (before: readonly Take[], after: readonly (Take | undefined)[]): Take[] => {
  const place = ({ scenario }: Take) => before.findIndex((one) => one.scenario === scenario);
  return after.filter((one) => one !== undefined).sort((a, b) => place(a) - place(b));
};
