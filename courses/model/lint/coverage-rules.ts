/** Rules about what of the guidance is taught, by each module and by the course as a whole. */
import { type ClauseCoverage, coverage, scenariosPractising } from '../coverage.ts';
import { clauseName, type Guidance } from '../guidance.ts';
import type { Module } from '../schema.ts';
import type { CourseContext, CourseRule, ModuleRule, Problem } from './rule.ts';

/** Of the obligations and expectations, so many are practised in two different scenarios. */
const IN_TWO = 30;

const asks = (one: { kind: string }): boolean => one.kind === 'obligation' || one.kind === 'expectation';

export const moduleCoverageRules: readonly ModuleRule[] = [
  {
    id: 'unpractised-expectation',
    severity: 'error',
    why: 'A module practises every obligation and expectation of the section it teaches.',
    *check({ module, guidance }) {
      for (const clause of ownClauses(module, guidance)) {
        if (asks(clause) && clause.practised.length === 0) yield [['section'], sayUnpractised(guidance, clause)];
      }
    },
  },
  {
    id: 'unexplained-clause',
    severity: 'error',
    why: 'A module shows every clause of the section it teaches.',
    *check({ module, guidance }) {
      for (const clause of ownClauses(module, guidance)) {
        if (!asks(clause) && isUntaught(clause)) yield [['section'], sayUntaught(guidance, clause)];
      }
    },
  },
];

function ownClauses(module: Module, guidance: Guidance): ClauseCoverage[] {
  return coverage({ modules: [module] }, guidance).clauses.filter((one) => one.id.startsWith(`${module.section}.`));
}

const isUntaught = (one: ClauseCoverage): boolean => one.practised.length === 0 && one.explained.length === 0;

const sayUnpractised = (guidance: Guidance, { id, kind }: ClauseCoverage): string =>
  `Nothing practises ${clauseName(guidance, id)} (${id}), an ${kind}. In one scored decision let a strong or sound choice and a risky or harmful one both carry it.`;

const sayUntaught = (guidance: Guidance, { id }: ClauseCoverage): string =>
  `Nothing practises or explains ${clauseName(guidance, id)} (${id}). Add it to the clauses of a block or a choice.`;

/**
 * What is asked of the course as a whole is asked only once every section with an expectation in it has its module: a
 * course grows a module at a time, and until then the rules above watch the section of each module that there is, and
 * a warning says what is still to come.
 */
export const courseCoverageRules: readonly CourseRule[] = [
  {
    id: 'course-unfinished',
    severity: 'warning',
    why: 'While sections have no module, nothing yet asks that the whole guidance is taught.',
    *check({ course, guidance }) {
      const missing = sectionsWithoutModule(course, guidance);
      if (missing.length > 0) yield [['modules'], `No module teaches ${missing.join('; ')} yet. Write one for each.`];
    },
  },
  {
    id: 'course-unpractised',
    severity: 'error',
    why: 'The course practises every obligation and expectation of the guidance.',
    *check(context) {
      yield* unlessGrowing(context, (clauses) =>
        clauses
          .filter((one) => asks(one) && one.practised.length === 0)
          .map((one) => sayUnpractised(context.guidance, one)),
      );
    },
  },
  {
    id: 'course-untaught',
    severity: 'error',
    why: 'The course practises or explains every clause of the guidance.',
    *check(context) {
      yield* unlessGrowing(context, (clauses) =>
        clauses.filter((one) => !asks(one) && isUntaught(one)).map((one) => sayUntaught(context.guidance, one)),
      );
    },
  },
  {
    id: 'practised-once',
    severity: 'error',
    why: `What is practised in one story only is soon forgotten: ${IN_TWO} of the obligations and expectations are met in two.`,
    *check(context) {
      yield* unlessGrowing(context, (clauses) => {
        const asked = clauses.filter(asks);
        const twice = asked.filter((one) => scenariosPractising(one) >= 2).length;
        if (twice >= Math.min(IN_TWO, asked.length)) return [];
        const once = asked.filter((one) => scenariosPractising(one) === 1).map((one) => one.id);
        return [
          `${twice} obligations and expectations are practised in two stories; ${IN_TWO} should be. In one only: ${once.join(', ')}.`,
        ];
      });
    },
  },
];

function* unlessGrowing(
  { course, guidance }: CourseContext,
  find: (clauses: readonly ClauseCoverage[]) => string[],
): Iterable<Problem> {
  if (sectionsWithoutModule(course, guidance).length > 0) return;
  for (const message of find(coverage(course, guidance).clauses)) yield [['modules'], message];
}

/** Titles of the sections that hold an expectation and have no module. */
function sectionsWithoutModule(course: CourseContext['course'], guidance: Guidance): string[] {
  const taught = new Set(course.modules.map((one) => one.section));
  const expecting = new Set(guidance.clauses.filter((one) => one.kind === 'expectation').map((one) => one.section));
  return guidance.sections.filter((one) => expecting.has(one.id) && !taught.has(one.id)).map((one) => one.title);
}
