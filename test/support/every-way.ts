import { answersTo } from '../../courses/model/answers.ts';
import { decisionAt, type State, start, step } from '../../courses/model/engine.ts';
import type { Scenario } from '../../courses/model/schema.ts';

/** Every way through a story, one by one: what `explore` counts without listing. */
export function everyWay(scenario: Scenario): State[] {
  const onward = (state: State): State[] => {
    const decision = decisionAt(state);
    if (!decision) return [state];
    return answersTo(decision, state.flags).flatMap((answer) => onward(step(state, answer)));
  };
  return onward(start(scenario));
}
