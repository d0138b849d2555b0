/** The learner's attempt: the path, what it replays to, and what another decision makes of it. */
import type { Content } from '../../courses/model/content.ts';
import { endingAt, type State, start } from '../../courses/model/engine.ts';
import { bestTake, type Outcome, outcome, scenarioScore } from '../../courses/model/outcome.ts';
import { appendToken, emptyPath, type Path, type Token } from '../../courses/model/path.ts';
import { type Replayed, replay, type Walk } from '../../courses/model/replay.ts';
import { beginRun } from '../../courses/model/runs.ts';
import type { PackageContent } from './package-content.ts';

export interface Attempt {
  readonly replayed: Replayed;
  readonly outcome: Outcome;
}

/** @throws ModelError where the path does not belong to this package */
export function attemptOf({ content, hash }: PackageContent, path: Path | string): Attempt {
  const replayed = replay(content, hash, path);
  return { replayed, outcome: outcome(content, replayed) };
}

const NONCE_LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** An attempt on which nothing has been decided. `random` gives bytes. */
export function newAttempt(
  pkg: PackageContent,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Attempt {
  const nonce = [...random(new Uint8Array(12))].map((byte) => NONCE_LETTERS[byte % NONCE_LETTERS.length]).join('');
  return attemptOf(pkg, emptyPath(pkg.hash, nonce));
}

export function walkOf(attempt: Attempt, scenario: string): Walk {
  const walk = attempt.replayed.walks.find((one) => one.scenario.id === scenario);
  if (!walk) throw new Error(`There is no story ${scenario} here.`);
  return walk;
}

/** The attempt after one more decision. A story that has ended begins again, in a new run. */
export function decide(pkg: PackageContent, attempt: Attempt, scenario: string, token: Token): Attempt {
  const { current } = walkOf(attempt, scenario);
  const again = current !== undefined && endingAt(current) !== undefined;
  const path = again ? beginRun(attempt.replayed, scenario) : attempt.replayed.path;
  return attemptOf(pkg, appendToken(path, scenario, token));
}

/** Where the learner stands in a story that has begun and not ended, else at its start. */
export function standing(attempt: Attempt, scenario: string): State {
  const walk = walkOf(attempt, scenario);
  return walk.current && !endingAt(walk.current) ? walk.current : start(walk.scenario);
}

export type Progress = 'new' | 'open' | 'done' | 'again';

/** `again` is a story that has an ending and is being taken once more. */
export function progressOf(walk: Walk): Progress {
  const open = walk.current !== undefined && !endingAt(walk.current);
  if (bestTake(walk)) return open ? 'again' : 'done';
  return open ? 'open' : 'new';
}

/** The take to look back at: the latest that ended. */
export function latestTake(walk: Walk): State | undefined {
  return walk.current && endingAt(walk.current) ? walk.current : walk.kept;
}

/** Stories of modules that are not passed, by how much another try could help: the lowest first. */
export function weakestFirst({ modules }: Content, attempt: Attempt): Walk[] {
  const passed = attempt.outcome.modules.filter((one) => one.passed).map((one) => one.module);
  const settled = modules.filter((one) => passed.includes(one.id)).flatMap((one) => one.scenarios);
  const score = (walk: Walk): number => {
    const best = bestTake(walk);
    return best ? scenarioScore(best) : -1;
  };
  return attempt.replayed.walks
    .filter((one) => !settled.includes(one.scenario))
    .sort((one, other) => score(one) - score(other));
}

/** The story to offer next: the first that is under way, then the first that is new. */
export function nextScenario(attempt: Attempt): Walk | undefined {
  const { walks } = attempt.replayed;
  return (
    walks.find((one) => ['open', 'again'].includes(progressOf(one))) ?? walks.find((one) => progressOf(one) === 'new')
  );
}
