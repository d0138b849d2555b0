/** The decisions of a learner who always chooses best, read from the content: no word of a course is written down here. */
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import { decisionAt, type State, start, step } from '../../courses/model/engine.ts';
import { answer, comeToQuestion } from '../storm/learner.ts';
import type { Decided } from '../storm/plan.ts';
import { bestAnswer } from './walks.ts';

function bestWay(content: Content): Decided[] {
  const decisions: Decided[] = [];
  for (const scenario of content.modules.flatMap((one) => one.scenarios)) {
    let state: State = start(scenario);
    for (let decision = decisionAt(state); decision; decision = decisionAt(state)) {
      const given = bestAnswer(decision, state.flags);
      decisions.push({ scenario: scenario.id, ask: decision.ask, token: { decision: decision.id, ...given } });
      state = step(state, given);
    }
  }
  return decisions;
}

/** Takes every story of a package from its title page to the page that says how it went, and sees each question asked. */
export async function takeBestWay(frame: Frame, content: Content): Promise<void> {
  await frame.locator('#ready [data-do]').first().waitFor();
  for (const decision of bestWay(content)) {
    expect(await comeToQuestion(frame, decision.scenario)).toEqual({ asked: decision.ask });
    await answer(frame, decision);
  }
  expect(await comeToQuestion(frame, undefined)).toEqual({ is: 'the end' });
}
