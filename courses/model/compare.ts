/**
 * Which of two paths of one attempt knows more (protocol 3). Paths only ever grow: within a run a take gets more
 * tokens, and a later run keeps the best take of every story. So two paths are the same, one is ahead, or they went
 * different ways and a person has to choose.
 */
import { endingAt, type State } from './engine.ts';
import { bestTake, type Outcome, scenarioScore } from './outcome.ts';
import { encodeToken, type Take } from './path.ts';
import type { Replayed } from './replay.ts';

export type Comparison = 'same' | 'ahead' | 'behind' | 'diverged';

/** How `incoming` stands to `stored`. Both were replayed against the same content. */
export function comparePaths(stored: Replayed, incoming: Replayed): Comparison {
  if (stored.path.nonce !== incoming.path.nonce) return 'diverged';
  const ahead = covers(incoming, stored);
  const behind = covers(stored, incoming);
  if (ahead && behind) return 'same';
  if (ahead) return 'ahead';
  return behind ? 'behind' : 'diverged';
}

/** Whether nothing of `less` would be lost by keeping `more`. */
function covers(more: Replayed, less: Replayed): boolean {
  if (more.path.run < less.path.run) return false;
  return more.path.run === less.path.run ? coversRun(more, less) : coversEarlierRun(more, less);
}

function coversRun(more: Replayed, less: Replayed): boolean {
  const sameKept =
    more.path.kept.length === less.path.kept.length &&
    less.path.kept.every((take) => startsWith(more.path.kept, take, true));
  return sameKept && less.path.current.every((take) => startsWith(more.path.current, take, false));
}

function startsWith(takes: readonly Take[], less: Take, whole: boolean): boolean {
  const more = takes.find((one) => one.scenario === less.scenario);
  if (!more || more.tokens.length < less.tokens.length || (whole && more.tokens.length !== less.tokens.length)) {
    return false;
  }
  return less.tokens.every((token, index) => {
    const other = more.tokens[index];
    return other !== undefined && encodeToken(other) === encodeToken(token);
  });
}

/** A later run covers an earlier one where no story's best result is lower and no unfinished story has disappeared. */
function coversEarlierRun(more: Replayed, less: Replayed): boolean {
  return less.walks.every((walk, index) => {
    const newer = more.walks[index];
    if (!newer) return false;
    const best = bestTake(walk);
    const newerBest = bestTake(newer);
    if (best && (!newerBest || scenarioScore(newerBest) < scenarioScore(best))) return false;
    const open = walk.current && !endingAt(walk.current) ? walk.current : undefined;
    return !open || newerBest !== undefined || continues(newer.current, open);
  });
}

function continues(more: State | undefined, less: State): boolean {
  if (!more || more.steps.length < less.steps.length) return false;
  return less.steps.every((step, index) => {
    const other = more.steps[index];
    return other?.decision.id === step.decision.id && other.answer.chosen.join() === step.answer.chosen.join();
  });
}

/**
 * Whether `incoming` is `stored` with more decisions at its end. A cheap yes for what nearly every commit is; a no says
 * nothing, and `comparePaths` decides. Sound where `incoming` replays: after a whole token, `.` adds one to the last
 * take and `/` begins another take of the same run, so every take of `stored` is still there, unchanged or longer.
 */
export function extendsPath(stored: string, incoming: string): boolean {
  const next = incoming[stored.length];
  return (next === '.' || next === '/') && incoming.startsWith(stored);
}

/** Whether a learner may keep `incoming` instead of a diverging `stored`: what was passed never becomes less. */
export function mayReplace(stored: Outcome, incoming: Outcome): boolean {
  return !stored.passed || (incoming.passed && (incoming.percent ?? 0) >= (stored.percent ?? 0));
}
