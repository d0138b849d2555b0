/** Ways through a content, for tests and benches that need real paths in numbers. */

import type { Flags } from '../../courses/model/conditions.ts';
import type { Content } from '../../courses/model/content.ts';
import type { Decision } from '../../courses/model/decisions.ts';
import { decisionAt, type State, start, step } from '../../courses/model/engine.ts';
import type { Answer } from '../../courses/model/judge.ts';
import { offered, serves } from '../../courses/model/judge.ts';
import { appendToken, emptyPath, encodePath, type Path } from '../../courses/model/path.ts';
import { replay } from '../../courses/model/replay.ts';
import { beginRun } from '../../courses/model/runs.ts';

/** An answer that the decision takes; `pick` chooses among n. Chosen well with `best`. */
export function anyAnswer(decision: Decision, flags: Flags, pick: (n: number) => number): Answer {
  if (decision.kind === 'weigh') return { chosen: [String(pick(5) + 1)] };
  if (decision.kind === 'write') return { chosen: ['w'] };
  const ids = offered(decision, flags).map((one) => one.id);
  if (decision.kind === 'order') return { chosen: [...ids.slice(pick(ids.length)), ...ids].filter(firstOnly) };
  if (decision.kind === 'choose') return { chosen: [ids[pick(ids.length)] ?? ''] };
  return { chosen: ids.slice(0, pick(ids.length) + 1) };
}

const firstOnly = (id: string, index: number, all: string[]): boolean => all.indexOf(id) === index;

/** The answer that scores full marks. */
export function bestAnswer(decision: Decision, flags: Flags): Answer {
  if (decision.kind === 'weigh') return { chosen: ['3'] };
  if (decision.kind === 'write') return { chosen: ['w'] };
  const open = offered(decision, flags);
  const ids = open.map((one) => one.id);
  if (decision.kind === 'order') return { chosen: decision.order.filter((id) => ids.includes(id)) };
  if (decision.kind === 'choose')
    return { chosen: [(open.find((one) => one.rating === 'strong') ?? open[0])?.id ?? ''] };
  return { chosen: open.filter(serves).map((one) => one.id) };
}

type Chooser = (decision: Decision, flags: Flags) => Answer;

/** Every path of one attempt as it grows, a decision at a time, run after run, up to `count` of them. */
export function growingPaths(content: Content, hash: string, nonce: string, choose: Chooser, count: number): string[] {
  const scenarios = content.modules.flatMap((one) => one.scenarios);
  const paths: string[] = [];
  let path: Path = emptyPath(hash, nonce);
  for (let turn = 0; paths.length < count; turn += 1) {
    const scenario = scenarios[turn % scenarios.length];
    if (!scenario) return paths;
    if (turn >= scenarios.length) path = beginRun(replay(content, hash, path), scenario.id);
    let state: State = start(scenario);
    for (let decision = decisionAt(state); decision && paths.length < count; decision = decisionAt(state)) {
      const answer = choose(decision, state.flags);
      path = appendToken(path, scenario.id, { decision: decision.id, ...answer });
      state = step(state, answer);
      paths.push(encodePath(path));
    }
  }
  return paths;
}

/** The path of a learner who always chooses best, with every story at its ending. */
export function passingPath(content: Content, hash: string, nonce: string): string {
  let path: Path = emptyPath(hash, nonce);
  for (const scenario of content.modules.flatMap((one) => one.scenarios)) {
    let state: State = start(scenario);
    for (let decision = decisionAt(state); decision; decision = decisionAt(state)) {
      const answer = bestAnswer(decision, state.flags);
      path = appendToken(path, scenario.id, { decision: decision.id, ...answer });
      state = step(state, answer);
    }
  }
  return encodePath(path);
}
