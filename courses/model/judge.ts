/**
 * What one answer is worth, and what it leads to.
 *
 * Points are whole numbers: 2520 is a full score, the least number that thirds (ratings), ninths (right and wrong of up
 * to nine items) and fifteenths (pairs of up to six items in order) all divide. So no side ever rounds differently.
 */
import { type Flags, visible } from './conditions.ts';
import type { Band, Choice, Decision, Goto, Item, Rating, ScoredDecision, Weigh } from './decisions.ts';
import { ModelError } from './errors.ts';

export const FULL = 2520;
const THIRDS: Record<Rating, number> = { strong: 3, sound: 2, risky: 1, harmful: 0 };

export interface Answer {
  /** Ids of what was chosen: one for choose, several as declared for select and spot, all in order for order. */
  readonly chosen: readonly string[];
  /** 1 not very sure, 2 fairly, 3 very. Only where the decision asks. */
  readonly confidence?: number;
}

export interface Judged {
  /** 0 to FULL, or undefined where the decision is not scored. */
  readonly points: number | undefined;
  readonly rating: Rating | undefined;
  readonly harmful: boolean;
  readonly consequence: string | undefined;
  readonly sets: readonly string[];
  readonly to: Goto;
}

export const isScored = (decision: Decision): decision is ScoredDecision =>
  decision.kind !== 'weigh' && decision.kind !== 'write';

/** Whether choosing it serves the guidance. */
export const serves = (one: { rating: Rating }): boolean => one.rating === 'strong' || one.rating === 'sound';

/** What the learner may choose from, given what happened before. */
export function offered(decision: ScoredDecision, flags: Flags): (Choice | Item)[] {
  return visible<Choice | Item>(decision.choices, flags);
}

/** @throws ModelError path.answer where the answer is none that this decision takes. */
export function judge(decision: Decision, answer: Answer, flags: Flags): Judged {
  if (answer.confidence !== undefined && !(isScored(decision) && decision.confidence)) {
    throw refused(decision, 'it does not ask how sure you are');
  }
  switch (decision.kind) {
    case 'choose':
      return judgeChoose(decision.choices, visible(decision.choices, flags), answer, decision);
    case 'select':
    case 'spot':
      return judgeSelect(decision, answer, flags);
    case 'order':
      return judgeOrder(decision, answer, flags);
    case 'weigh':
      if (answer.chosen.length !== 1 || !/^[1-5]$/.test(answer.chosen[0] ?? '')) {
        throw refused(decision, 'it takes one place from 1 to 5');
      }
      return judgeWeigh(decision, Number(answer.chosen[0]));
    case 'write':
      if (answer.chosen.length !== 1 || answer.chosen[0] !== 'w') throw refused(decision, 'it takes w alone');
      return unscored(decision.consequence, decision.to);
  }
}

function judgeChoose(all: readonly Choice[], open: readonly Choice[], answer: Answer, decision: Decision): Judged {
  const choice = open.find((one) => one.id === answer.chosen[0]);
  if (!choice || answer.chosen.length !== 1) {
    const known = all.some((one) => one.id === answer.chosen[0]);
    throw refused(decision, known ? 'that choice is not offered here' : 'there is no such choice');
  }
  return {
    points: (THIRDS[choice.rating] * FULL) / 3,
    rating: choice.rating,
    harmful: choice.rating === 'harmful',
    consequence: choice.consequence,
    sets: choice.set ?? [],
    to: choice.to,
  };
}

function judgeWeigh({ between, consequence, to }: Weigh, place: number): Judged {
  const side = place === 3 ? undefined : between[place < 3 ? 0 : 1];
  return { ...unscored(side?.consequence ?? consequence, to), sets: side?.set ?? [] };
}

function judgeSelect(decision: ScoredDecision & { bands: Band[] }, answer: Answer, flags: Flags): Judged {
  const open = offered(decision, flags);
  const chosen = open.filter((one) => answer.chosen.includes(one.id));
  const inOrder = chosen.every((one, index) => one.id === answer.chosen[index]);
  if (chosen.length === 0 || chosen.length !== answer.chosen.length || !inOrder) {
    throw refused(decision, 'it takes one or more of its items, in the order in which they stand');
  }
  const allRight = open.filter(serves).length;
  const allWrong = open.length - allRight;
  const right = chosen.filter(serves).length;
  const wrong = chosen.length - right;
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : (part * FULL) / whole);
  const points = Math.max(0, share(right, allRight) - share(wrong, allWrong));
  return banded(
    decision,
    points,
    chosen.some((one) => one.rating === 'harmful'),
  );
}

function judgeOrder(decision: ScoredDecision & { kind: 'order' }, answer: Answer, flags: Flags): Judged {
  const ids = new Set(offered(decision, flags).map((one) => one.id));
  const best = decision.order.filter((id) => ids.has(id));
  if (answer.chosen.length !== best.length || !best.every((id) => answer.chosen.includes(id))) {
    throw refused(decision, 'it takes every item once');
  }
  const place = best.map((id) => answer.chosen.indexOf(id));
  let pairs = 0;
  let inOrder = 0;
  for (let first = 0; first < place.length; first += 1) {
    for (let second = first + 1; second < place.length; second += 1) {
      pairs += 1;
      if ((place[first] ?? 0) < (place[second] ?? 0)) inOrder += 1;
    }
  }
  return banded(decision, pairs === 0 ? FULL : (inOrder * FULL) / pairs, false);
}

function banded(decision: ScoredDecision & { bands: Band[] }, points: number, harmful: boolean): Judged {
  const percent = Math.floor((points * 100) / FULL);
  const band = decision.bands.find((one) => percent >= one.from);
  if (!band) throw new ModelError('course.broken', `Decision ${decision.id} has no band for ${percent} percent.`);
  const rating = harmful ? 'harmful' : ratingOf(points);
  return { points, rating, harmful, consequence: band.consequence, sets: band.set ?? [], to: band.to };
}

/** A word for a score between the ratings: full is strong, two thirds sound, anything less is risky. */
export function ratingOf(points: number): Rating {
  if (points === FULL) return 'strong';
  return points * 3 >= FULL * 2 ? 'sound' : 'risky';
}

const unscored = (consequence: string | undefined, to: Goto): Judged => ({
  points: undefined,
  rating: undefined,
  harmful: false,
  consequence,
  sets: [],
  to,
});

const refused = (decision: Decision, why: string): ModelError =>
  new ModelError('path.answer', `Decision ${decision.id} refuses this answer: ${why}.`);
