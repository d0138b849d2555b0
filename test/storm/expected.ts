/** What an LMS must hold after each decision, by the model alone. */

import { endingAt } from '../../courses/model/engine.ts';
import { outcome } from '../../courses/model/outcome.ts';
import { appendToken, emptyPath, encodePath, type Path } from '../../courses/model/path.ts';
import { replay } from '../../courses/model/replay.ts';
import { beginRun } from '../../courses/model/runs.ts';
import { hashOf } from '../support/tiny-course.ts';
import { bare } from './lms.ts';
import type { Plan } from './plan.ts';

export interface Expected {
  readonly path: string;
  readonly passed: boolean;
}

/** By the number of decisions taken, from none. */
export function expectedOf({ content, decisions }: Plan): Expected[] {
  const hash = hashOf(content);
  let path: Path = emptyPath(hash, 'aaaaaaaaaaaa');
  const expected = [stateOf(path)];
  for (const { scenario, token } of decisions) {
    const before = replay(content, hash, path);
    const { current } = before.walks.find((one) => one.scenario.id === scenario) ?? {};
    if (current && endingAt(current)) path = beginRun(before, scenario);
    path = appendToken(path, scenario, token);
    expected.push(stateOf(path));
  }
  return expected;

  function stateOf(at: Path): Expected {
    return { path: bare(encodePath(at)), passed: outcome(content, replay(content, hash, at)).passed };
  }
}
