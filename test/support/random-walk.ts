/** A way through a story, each answer picked by a number. */
import { answersTo } from '../../courses/model/answers.ts';
import type { Decision } from '../../courses/model/decisions.ts';
import { decisionAt, type State, start, step } from '../../courses/model/engine.ts';
import type { Answer } from '../../courses/model/judge.ts';
import type { Scenario } from '../../courses/model/schema.ts';

/** @param turns a number a decision; the walk stops where they run out or the story ends */
export function walk(scenario: Scenario, turns: readonly number[]): State {
  let state = start(scenario);
  for (const turn of turns) {
    const decision = decisionAt(state);
    if (!decision) return state;
    const answers = answersTo(decision, state.flags);
    const answer = answers[turn % answers.length];
    if (!answer) return state;
    state = step(state, sure(decision, answer, turn));
  }
  return state;
}

/** Says how sure, on some turns, where the decision asks. */
function sure(decision: Decision, answer: Answer, turn: number): Answer {
  const asked = 'confidence' in decision && decision.confidence === true;
  return asked && turn % 4 > 0 ? { ...answer, confidence: turn % 4 } : answer;
}
