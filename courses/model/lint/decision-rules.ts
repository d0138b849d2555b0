/** Rules about decisions and their choices: ids, spot texts, confidence, effects, what is offered. */
import type { Flags } from '../conditions.ts';
import type { Choice, ScoredDecision, Spot } from '../decisions.ts';
import type { Tour } from '../explore.ts';
import { offered, serves } from '../judge.ts';
import type { Scenario } from '../schema.ts';
import { decisionsOf, type Placed, repeated, scoredDecisionsOf } from './places.ts';
import type { Problem, ScenarioContext, ScenarioRule, TouredContext, TouredRule } from './rule.ts';

export const decisionRules: readonly ScenarioRule[] = [
  {
    id: 'duplicate-decision',
    severity: 'error',
    why: 'A token of the path names its decision by id, within its scenario.',
    *check({ scenario }) {
      for (const { one } of repeated(decisionsOf(scenario), (placed) => placed.decision.id)) {
        yield [[...one.path, 'id'], `Two decisions of this story are called “${one.decision.id}”. Rename this one.`];
      }
    },
  },
  {
    id: 'same-effect',
    severity: 'error',
    why: 'A choice that changes nothing teaches that choices do not matter.',
    check: checkEffects,
  },
  {
    id: 'spot-text',
    severity: 'error',
    why: 'Learners mark phrases of the text, so every item is one phrase of it, and every phrase an item.',
    *check({ scenario }) {
      for (const { decision, path } of scoredDecisionsOf(scenario)) {
        if (decision.kind === 'spot') yield* checkSpot(decision, path);
      }
    },
  },
  {
    id: 'confidence',
    severity: 'error',
    why: 'How sure are you, asked at every turn, is no longer read. Twice in a story is enough.',
    *check({ scenario }) {
      const asking = scoredDecisionsOf(scenario).filter(({ decision }) => decision.confidence);
      for (const { path } of asking.slice(2)) {
        yield [
          [...path, 'confidence'],
          `This story asks ${asking.length} times how sure the learner is. Ask at most twice.`,
        ];
      }
    },
  },
];

function* checkEffects({ scenario }: ScenarioContext): Iterable<Problem> {
  const effect = (one: Pick<Choice, 'to' | 'set' | 'consequence'>): string =>
    JSON.stringify([one.to, [...(one.set ?? [])].sort(), one.consequence.trim()]);
  for (const { decision, path } of scoredDecisionsOf(scenario)) {
    const [key, list] =
      decision.kind === 'choose' ? (['choices', decision.choices] as const) : (['bands', decision.bands] as const);
    for (const { index, first } of repeated<Choice | (typeof list)[number]>(list, effect)) {
      yield [
        [...path, key, index],
        `This leads to the same scene, flags and consequence as number ${first + 1} here. Let something else follow.`,
      ];
    }
  }
  for (const { decision, path } of decisionsOf(scenario)) {
    if (decision.kind !== 'weigh') continue;
    const { to, consequence } = decision;
    const places = [{ to, consequence }, ...decision.between.map((side) => ({ consequence, ...side, to }))];
    for (const { index } of repeated(places, effect)) {
      yield [
        [...path, 'between', index - 1],
        'After leaning this way all is as after another answer. Give it a consequence or a flag of its own.',
      ];
    }
  }
}

function* checkSpot(decision: Spot, path: readonly (string | number)[]): Iterable<Problem> {
  const marked = [...decision.text.matchAll(/\[[^\]]+\]\(#([^)]*)\)/g)].map((found) => found[1] ?? '');
  const items = decision.choices.map((one) => one.id);
  for (const id of marked) {
    if (!items.includes(id))
      yield [[...path, 'text'], `The text marks “${id}”, which is no item. Add the item, or take the mark out.`];
  }
  for (const [index, id] of items.entries()) {
    const times = marked.filter((one) => one === id).length;
    if (times === 0)
      yield [[...path, 'choices', index, 'id'], `The text has no phrase for “${id}”. Write it as [words](#${id}).`];
    if (times > 1) yield [[...path, 'text'], `The text marks “${id}” ${times} times. Mark it once.`];
  }
}

/** Rules that need to know with which flags a decision is met. */
export const offerRules: readonly TouredRule[] = [
  {
    id: 'too-little-offered',
    severity: 'error',
    why: 'A decision with fewer than two choices is none, and ticking needs something right and something wrong to tell apart.',
    *check({ scenario, tour }) {
      for (const { decision, path, flags } of meetings(scenario, tour)) {
        const found = flags.map((met) => [met, whatLacks(decision, met)] as const).find(([, lacking]) => lacking);
        if (!found) continue;
        const [met, lacking] = found;
        yield [
          [...path, 'choices'],
          `${metWith(met)}, this decision offers ${lacking}. Change the “when” of its choices.`,
        ];
      }
    },
  },
  {
    id: 'one-good-option',
    severity: 'error',
    why: 'With one option that a good practitioner might take the decision is a quiz question, on whatever way it is met.',
    check: checkGoodOptions,
  },
];

function* checkGoodOptions({ scenario, tour }: TouredContext): Iterable<Problem> {
  for (const { decision, path, flags } of meetings(scenario, tour)) {
    if (decision.kind === 'order') continue;
    const good = (met: Flags): number => offered(decision, met).filter(serves).length;
    const met = flags.find((one) => whatLacks(decision, one) === undefined && good(one) < 2);
    if (!met) continue;
    yield [
      [...path, 'choices'],
      `${metWith(met)}, ${good(met) === 0 ? 'no option is' : 'only one option is'} rated strong or sound. Give at least two.`,
    ];
  }
}

/** The scored decisions, each with every set of flags with which some way comes to it, the smallest first. */
const meetings = (scenario: Scenario, tour: Tour): (Placed<ScoredDecision> & { flags: readonly Flags[] })[] =>
  scoredDecisionsOf(scenario).map((one) => {
    const flags = tour.scenes.get(one.scene.id)?.flags ?? [];
    return { ...one, flags: [...flags].sort((a, b) => a.size - b.size) };
  });

const metWith = (flags: Flags): string =>
  flags.size === 0 ? 'Met without any flag' : `Met with ${[...flags].sort().join(', ')}`;

function whatLacks(decision: ScoredDecision, flags: Flags): string | undefined {
  const open = offered(decision, flags);
  if (open.length < 2) return open.length === 0 ? 'nothing' : 'one choice only';
  if (decision.kind !== 'select' && decision.kind !== 'spot') return undefined;
  if (!open.some(serves)) return 'nothing right';
  return open.every(serves) ? 'nothing wrong' : undefined;
}
