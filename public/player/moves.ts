/** Where a button leads. Pure: what was looked at, and what was pressed, give what is looked at next. */
import { type Attempt, latestTake, walkOf } from './attempt.ts';
import { enterScenario, onwards, storyState, tryAnotherWay, type View } from './state.ts';

/**
 * @param action what the button carries in `data-do`, with a story after a colon where it names one
 * @param step the decision to try another way from, counted from 0
 * @returns undefined where the action is no way through the module
 */
export function viewAfter(attempt: Attempt, view: View, action: string, step: number): View | undefined {
  const [name, story] = action.split(':');
  const here = view.page === 'story' || view.page === 'debrief' ? view.scenario : undefined;
  const scenario = story ?? here;
  switch (name) {
    case 'stories':
      return { page: name };
    case 'result':
      // What is taken away after one module of several leads back to the others.
      return { page: attempt.outcome.complete ? name : 'stories' };
    case 'reflect':
      return story === undefined
        ? undefined
        : { page: name, part: story, back: view.page === 'reflect' ? view.back : view };
    case 'enter':
      return scenario === undefined ? undefined : enterScenario(attempt, scenario);
    case 'debrief':
      return scenario === undefined ? undefined : { page: 'debrief', scenario };
    case 'on':
      return view.page === 'story' ? onwards(view) : undefined;
    case 'back':
      return backFrom(view);
    case 'try':
      return tryFrom(attempt, view, step);
    default:
      return undefined;
  }
}

function backFrom(view: View): View | undefined {
  if (view.page === 'reflect') return view.back;
  return view.page === 'story' ? view.trying?.back : undefined;
}

function tryFrom(attempt: Attempt, view: View, step: number): View | undefined {
  if (view.page === 'story') return tryAnotherWay(storyState(attempt, view), step, view.trying?.back ?? view);
  if (view.page !== 'debrief') return undefined;
  const state = latestTake(walkOf(attempt, view.scenario));
  return state && tryAnotherWay(state, step, view);
}
