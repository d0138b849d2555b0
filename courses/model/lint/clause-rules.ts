/** Rules about what the course cites: clauses and standards that the guidance has. */
import { closest, didYouMean } from '../closest.ts';
import { decisionsOf, scoredDecisionsOf } from './places.ts';
import type { CourseRule, ModuleRule, Problem, ScenarioContext, ScenarioRule } from './rule.ts';

export const clauseRules: readonly ScenarioRule[] = [
  {
    id: 'unknown-clause',
    severity: 'error',
    why: 'Reasons show their clauses by name; one that the guidance does not have cannot be shown.',
    *check(context) {
      for (const { id, path } of clausesCited(context)) {
        const known = context.guidance.clauses.map((one) => one.id);
        if (!known.includes(id)) yield [path, sayUnknownClause(id, known)];
      }
    },
  },
  {
    id: 'unknown-standard',
    severity: 'error',
    why: 'A tension lies between two standards that the guidance names.',
    check: checkStandards,
  },
];

const sayUnknownClause = (id: string, known: readonly string[]): string => {
  const section = id.split('.')[0];
  const points = known.filter((one) => one.startsWith(`${section}.`));
  const hint = points.length > 0 ? ` Its points go from ${points[0]} to ${points.at(-1)}.` : didYouMean(id, known);
  return `The guidance has no clause “${id}”.${hint}`;
};

function clausesCited({ scenario }: ScenarioContext): { id: string; path: (string | number)[] }[] {
  const inBlocks = scenario.scenes.flatMap((scene, index) =>
    (scene.blocks ?? []).flatMap((block, at) =>
      (block.clauses ?? []).map((id, one) => ({ id, path: ['scenes', index, 'blocks', at, 'clauses', one] })),
    ),
  );
  const inChoices = scoredDecisionsOf(scenario).flatMap(({ decision, path }) =>
    decision.choices.flatMap((choice, index) =>
      choice.clauses.map((id, one) => ({ id, path: [...path, 'choices', index, 'clauses', one] })),
    ),
  );
  return [...inBlocks, ...inChoices];
}

function* checkStandards({ guidance, scenario }: ScenarioContext): Iterable<Problem> {
  const known = guidance.standards.map((one) => one.number);
  const cited = [
    ...scenario.tension.between.map((number, index) => ({ number, path: ['tension', 'between', index] })),
    ...decisionsOf(scenario).flatMap(({ decision, path }) =>
      decision.kind === 'weigh'
        ? decision.between.map((one, index) => ({
            number: one.standard,
            path: [...path, 'between', index, 'standard'],
          }))
        : [],
    ),
  ];
  for (const { number, path } of cited) {
    if (known.includes(number)) continue;
    yield [path, `The guidance does not name standard ${number}. It names ${known.join(', ')}.`];
  }
  const [first, second] = scenario.tension.between;
  if (first === second) yield [['tension', 'between'], 'A tension needs two different standards. Change one.'];
}

export const sectionRules: readonly ModuleRule[] = [
  {
    id: 'unknown-section',
    severity: 'error',
    why: 'The section says which expectations the module has to practise.',
    *check({ guidance, module }) {
      const known = guidance.sections.map((one) => one.id);
      if (known.includes(module.section)) return;
      const name = closest(module.section, known);
      yield [
        ['section'],
        `The guidance has no section “${module.section}”. ${name ? `Did you mean “${name}”?` : `It has ${known.join(', ')}.`}`,
      ];
    },
  },
];

export const aboutRules: readonly CourseRule[] = [
  {
    id: 'unknown-clause',
    severity: 'error',
    why: 'The About page names the clauses that it explains.',
    *check({ course, guidance }) {
      const known = guidance.clauses.map((one) => one.id);
      for (const [index, id] of (course.about?.clauses ?? []).entries()) {
        if (!known.includes(id)) yield [['about', 'clauses', index], sayUnknownClause(id, known)];
      }
    },
  },
];
