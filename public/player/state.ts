/** What the learner is looking at. Beyond the path it is only in this tab, under the attempt's nonce. */
import { endingAt, type State } from '../../courses/model/engine.ts';
import type { Token } from '../../courses/model/path.ts';
import { walkTake } from '../../courses/model/replay.ts';
import { type Attempt, standing, walkOf } from './attempt.ts';

export type View =
  | { readonly page: 'stories' }
  | StoryView
  | { readonly page: 'debrief'; readonly scenario: string }
  | { readonly page: 'result' }
  | ReflectView;

/** A part of what the learner reads or takes away, by its name in reflect.js, and where it was opened. */
export interface ReflectView {
  readonly page: 'reflect';
  readonly part: string;
  readonly back: View;
}

export interface StoryView {
  readonly page: 'story';
  readonly scenario: string;
  /** Which of the scenes since the last decision is shown; -1 is what came of that decision. */
  readonly scene: number;
  /** Set where a hard story is about to begin: first the learner is told what it touches on. */
  readonly ahead?: true;
  /** Set where the learner comes back to a story: what came of the last decision is told again. */
  readonly recalled?: true;
  /** Set where the story is looked at as its latest take left it, although that one has ended. */
  readonly ended?: true;
  /** "Another way": decisions that are not recorded, and where to come back to. */
  readonly trying?: { readonly tokens: readonly Token[]; readonly back: View };
}

/** The story as it stands in this view. @throws ModelError where a remembered view no longer fits */
export function storyState(attempt: Attempt, view: StoryView): State {
  const walk = walkOf(attempt, view.scenario);
  if (view.trying) return walkTake(walk.scenario, { scenario: view.scenario, tokens: view.trying.tokens });
  if (view.ended && walk.current) return walk.current;
  return standing(attempt, view.scenario);
}

/** Where a story is entered: at its first scene, or at the first that follows the last decision. */
export function enterScenario(attempt: Attempt, scenario: string): StoryView {
  const { steps, scenario: story } = standing(attempt, scenario);
  return { page: 'story', scenario, scene: 0, ...(steps[0] ? { recalled: true } : story.touchesOn && { ahead: true }) };
}

/** The next scene, or the first after what was told ahead of it. */
export const onwards = ({ recalled: _, ahead, ...view }: StoryView): StoryView =>
  ahead ? view : { ...view, scene: view.scene + 1 };

/** The view after a decision has been added to the story, recorded or tried. */
export function afterDecision(view: StoryView, state: State, tokens: readonly Token[]): StoryView {
  const told = state.steps.at(-1)?.judged.consequence !== undefined;
  return {
    page: 'story',
    scenario: view.scenario,
    scene: told ? -1 : 0,
    ...(view.trying ? { trying: { ...view.trying, tokens } } : endingAt(state) && { ended: true as const }),
  };
}

/** Another way from one decision on. `step` counts the story's decisions from 0. */
export function tryAnotherWay(state: State, step: number, back: View): StoryView {
  const tokens = state.steps.slice(0, step).map(({ decision, answer }) => ({ decision: decision.id, ...answer }));
  const at = state.steps[step];
  const before = walkTake(state.scenario, { scenario: state.scenario.id, tokens });
  const scene = before.scenes.findIndex((one) => one.id === at?.scene.id);
  return { page: 'story', scenario: state.scenario.id, scene: Math.max(0, scene), trying: { tokens, back } };
}
