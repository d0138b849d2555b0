/** Rules about what makes options worth choosing between, beyond their being possible. */
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
    check: checkStrongLengths,
  },
];

/** Chance is one strong option among n; of several strong ones, as many among n. Ties for longest share the count. */
function* checkStrongLengths({ module }: ModuleContext): Iterable<Problem> {
  let longest = 0;
  let chance = 0;
  let decisions = 0;
  for (const { decision } of scoredDecisionsIn(module)) {
    if (decision.kind !== 'choose') continue;
    const most = Math.max(...decision.choices.map((one) => one.text.length));
    const top = decision.choices.filter((one) => one.text.length === most);
    longest += top.filter((one) => one.rating === 'strong').length / top.length;
    chance += decision.choices.filter((one) => one.rating === 'strong').length / decision.choices.length;
    decisions += 1;
  }
  if (longest <= chance) return;
  yield [
    [],
    `The longest option is the strong one in ${round(longest)} of ${decisions} decisions; chance is ${round(chance)}. Shorten strong options, or lengthen others.`,
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
