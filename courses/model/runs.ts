/** Retakes: a new run keeps the best finished take of every story and takes one or more of them again. */

import type { State } from './engine.ts';
import { endingAt } from './engine.ts';
import { bestTake } from './outcome.ts';
import type { Path, Take, Token } from './path.ts';
import type { Replayed } from './replay.ts';

/**
 * The path at the start of a new run in which `scenario` is taken again: its best take and that of every other
 * finished story are kept, unfinished stories go on. Ready for the first token of the new take.
 */
export function beginRun(replayed: Replayed, scenario: string): Path {
  const kept: Take[] = [];
  const current: Take[] = [];
  for (const walk of replayed.walks) {
    const best = bestTake(walk);
    if (best) kept.push(takeOf(best));
    const open = walk.current && !endingAt(walk.current) && walk.scenario.id !== scenario ? walk.current : undefined;
    if (open) current.push(takeOf(open));
  }
  return { ...replayed.path, run: replayed.path.run + 1, kept, current };
}

/** A walked state as the take that would replay it. */
export function takeOf(state: State): Take {
  return { scenario: state.scenario.id, tokens: state.steps.map(tokenOf) };
}

function tokenOf(step: State['steps'][number]): Token {
  const { chosen, confidence } = step.answer;
  return { decision: step.decision.id, chosen, ...(confidence !== undefined && { confidence }) };
}
