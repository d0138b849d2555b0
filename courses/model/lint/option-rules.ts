/** Rules about what makes options worth choosing between, beyond their being possible. */
import type { Choice } from '../decisions.ts';
import type { Module } from '../schema.ts';
import { scoredDecisionsIn, scoredDecisionsOf } from './places.ts';
import type { ModuleContext, ModuleRule, Problem, ScenarioRule } from './rule.ts';

/** The longest option may have this many times the characters of the shortest. */
const LENGTHS = 1.6;

export const optionRules: readonly ScenarioRule[] = [
  {
    id: 'option-lengths',
    severity: 'error',
    why: 'Learners pick by length where lengths differ much.',
    *check({ scenario }) {
      for (const { decision, path } of scoredDecisionsOf(scenario)) {
        if (decision.kind === 'spot') continue;
        const lengths = decision.choices.map((one) => one.text.length);
        const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
        if (longest <= shortest * LENGTHS) continue;
        const index = lengths.indexOf(longest);
        yield [
          [...path, 'choices', index, 'text'],
          `The longest option has ${longest} characters and the shortest ${shortest}. Even them out to at most ${LENGTHS} times.`,
        ];
      }
    },
  },
];

export const optionModuleRules: readonly ModuleRule[] = [
  {
    id: 'strong-is-longest',
    severity: 'error',
    why: 'A learner who always takes the longest option must not do better than by chance.',
    *check({ module }) {
      const { hits, chance, decisions } = strongAmongTop(module, ({ text }) => text.length);
      if (hits <= chance) return;
      yield [
        [],
        `The longest option is the strong one in ${round(hits)} of ${decisions} decisions; chance is ${round(chance)}. Shorten strong options, or lengthen others.`,
      ];
    },
  },
  {
    id: 'strong-is-hedged',
    severity: 'error',
    why: 'Nor may a learner who always takes the most careful sounding option: good practice is often plain.',
    *check({ module }) {
      const { hits, chance, decisions } = strongAmongTop(module, ({ text }) => text.match(HEDGES)?.length ?? 0);
      if (hits <= chance) return;
      yield [
        [],
        `The option with the most ifs and mays is the strong one in ${round(hits)} of ${decisions} decisions; chance is ${round(chance)}. Say strong options plainly.`,
      ];
    },
  },
  {
    id: 'strong-turns-to-manager',
    severity: 'error',
    why: '“Ask your manager” is good advice at times. Where it is the best answer most times, nobody has to judge.',
    check: checkManagers,
  },
];

/** Words that make an option sound careful. */
const HEDGES = /\b(?:if|unless|may|might|maybe|perhaps|possibly|probably|could|for now|in case|so far)\b/gi;

/** The people of a story whose role is to lead the learner, and the words for them. */
const LEADS = /\b(?:manager|supervisor|director|head of|practice educator)\b/i;

function* checkManagers({ module }: ModuleContext): Iterable<Problem> {
  let asked = 0;
  let strong = 0;
  for (const { decision, path } of scoredDecisionsIn(module)) {
    if (decision.kind !== 'choose') continue;
    const people = Object.values(module.scenarios[Number(path[1])]?.people ?? {});
    const names = people.filter((one) => LEADS.test(one.role ?? '')).map((one) => one.name.split(' ')[0] ?? '');
    const words = (text: string): string[] => text.split(/[^\p{L}]+/u);
    const turning = decision.choices.filter(
      ({ text }) => LEADS.test(text) || words(text).some((word) => names.includes(word)),
    );
    if (turning.length === 0) continue;
    asked += 1;
    if (turning.some((one) => one.rating === 'strong')) strong += 1;
  }
  if (asked < FEW || strong * 2 <= asked) return;
  yield [
    [],
    `To turn to a manager is the strong option in ${strong} of the ${asked} decisions that offer it. Let it be so in half of them at most.`,
  ];
}

/** Of one or two decisions nothing can be said. */
const FEW = 3;

/** Chance is one strong option among n; of several strong ones, as many among n. Ties for the top share the count. */
function strongAmongTop(
  module: Module,
  measure: (choice: Choice) => number,
): { hits: number; chance: number; decisions: number } {
  let hits = 0;
  let chance = 0;
  let decisions = 0;
  for (const { decision } of scoredDecisionsIn(module)) {
    if (decision.kind !== 'choose') continue;
    const most = Math.max(...decision.choices.map(measure));
    if (most === 0) continue;
    const top = decision.choices.filter((one) => measure(one) === most);
    hits += top.filter((one) => one.rating === 'strong').length / top.length;
    chance += decision.choices.filter((one) => one.rating === 'strong').length / decision.choices.length;
    decisions += 1;
  }
  return { hits, chance, decisions };
}

const round = (value: number): number => Math.round(value * 10) / 10;
