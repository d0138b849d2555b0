/** A finished story as a trail: each decision a stop, and where its other ways would have led. */
import { type Flags, follow, visible } from '../../../courses/model/conditions.ts';
import type { Band, Decision, Goto, Write } from '../../../courses/model/decisions.ts';
import { endingAt, type State, type Step } from '../../../courses/model/engine.ts';
import { serves } from '../../../courses/model/judge.ts';
import type { Scenario } from '../../../courses/model/schema.ts';
import { saidView } from './came-of.ts';

export interface Stop {
  readonly step: Step;
  readonly title: string;
  readonly said: string;
  /** Places that other answers lead to. */
  readonly elsewhere: readonly string[];
  /** Whether another answer comes back to the same place. */
  readonly rejoins: boolean;
}

export function trailOf(state: State): Stop[] {
  return state.steps.map((step) => {
    const mine = target(step.judged.to, step.judged.sets, step.flags);
    const others = otherWays(step).filter((one) => one !== undefined);
    const places = new Set(others.filter((one) => one !== mine).map((one) => placeName(state.scenario, one)));
    return {
      step,
      title: step.scene.title,
      said: saidView(step),
      elsewhere: [...places],
      rejoins: others.includes(mine ?? ''),
    };
  });
}

/** Decided with confidence, and it did not serve: these correct best once they are seen, so they come first. */
export const sureButNot = ({ step }: Pick<Stop, 'step'>): boolean =>
  (step.answer.confidence ?? 0) >= 2 && step.judged.rating !== undefined && !serves({ rating: step.judged.rating });

export const endingOf = (state: State): string => endingAt(state)?.title ?? '';

function otherWays({ decision, judged, flags }: Step): (string | undefined)[] {
  if (decision.kind === 'write') return [];
  const others = waysFrom(decision, flags).filter(
    (one) => one.to !== judged.to || one.consequence !== judged.consequence,
  );
  return others.map((one) => target(one.to, one.set ?? [], flags));
}

/** What every answer leads to. A side of a weighing that says nothing of its own has what the decision says. */
function waysFrom(
  decision: Exclude<Decision, Write>,
  flags: Flags,
): readonly Pick<Band, 'to' | 'consequence' | 'set'>[] {
  if (decision.kind === 'choose') return visible(decision.choices, flags);
  return decision.kind === 'weigh'
    ? [decision, ...decision.between.map((side) => ({ ...decision, ...side }))]
    : decision.bands;
}

const target = (to: Goto, sets: readonly string[], flags: Flags): string | undefined =>
  follow(to, new Set([...flags, ...sets]));

/** An ending by its own name, for that is what the learner would have come to. */
function placeName({ scenes }: Scenario, id: string): string {
  const scene = scenes.find((one) => one.id === id);
  return scene?.ending?.title ?? scene?.title ?? id;
}
