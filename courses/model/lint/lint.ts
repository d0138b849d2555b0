/** Every rule over a course. Findings come in the order of the modules, and in each by its rules. */
import { explore, type Tour } from '../explore.ts';
import type { Guidance } from '../guidance.ts';
import type { Course, Scenario } from '../schema.ts';
import { aboutRules, clauseRules, sectionRules } from './clause-rules.ts';
import { courseCoverageRules, moduleCoverageRules } from './coverage-rules.ts';
import { decisionRules, offerRules } from './decision-rules.ts';
import type { DataPath, Finding } from './finding.ts';
import { nameRules } from './flag-rules.ts';
import { glimpseRules } from './glimpse-rules.ts';
import { glossaryRules } from './glossary-rules.ts';
import { idCourseRules, idModuleRules } from './id-rules.ts';
import { languageCourseRules, languageModuleRules, languageRules } from './language-rules.ts';
import { optionModuleRules, optionRules } from './option-rules.ts';
import { panelRules } from './panel-rules.ts';
import type { CourseRule, ModuleRule, Problem, ScenarioRule, TouredRule } from './rule.ts';
import { pathRules, scoringRules } from './scoring-rules.ts';
import { structureRules, wayRules } from './structure.ts';

const scenarioRules: readonly ScenarioRule[] = [
  ...decisionRules,
  ...panelRules,
  ...optionRules,
  ...nameRules,
  ...clauseRules,
  ...languageRules,
];
const touredRules: readonly TouredRule[] = [...wayRules, ...offerRules];
const moduleRules: readonly ModuleRule[] = [
  ...idModuleRules,
  ...sectionRules,
  ...optionModuleRules,
  ...scoringRules,
  ...moduleCoverageRules,
  ...languageModuleRules,
];
const courseRules: readonly CourseRule[] = [
  ...idCourseRules,
  ...aboutRules,
  ...glimpseRules,
  ...glossaryRules,
  ...pathRules,
  ...courseCoverageRules,
  ...languageCourseRules,
];

/** Name and purpose of every rule, for those who want to read them. */
export const RULES: readonly { id: string; severity: string; why: string }[] = [
  ...structureRules,
  ...scenarioRules,
  ...touredRules,
  ...moduleRules,
  ...courseRules,
];

/** @param course well-formed: its files fit the schema */
export function lint(course: Course, guidance: Guidance): Finding[] {
  const tours = new Map<string, Tour>();
  const findings: Finding[] = [];
  for (const module of course.modules) {
    for (const [index, scenario] of module.scenarios.entries()) {
      const linted = lintScenario(scenario, guidance, { module: module.id, index });
      findings.push(...linted.findings);
      if (linted.tour) tours.set(scenario.id, linted.tour);
    }
    findings.push(...run(moduleRules, { course, guidance, module, tours }, module, []));
  }
  return [...findings, ...run(courseRules, { course, guidance, tours }, null, [])];
}

/**
 * The rules that need no more than one scenario, so that it can be judged while other parts of a course do not fit.
 * @param place the module that it belongs to, and its position there
 */
export function lintScenario(
  scenario: Scenario,
  guidance: Guidance,
  place: { module: string; index: number },
): { findings: Finding[]; tour: Tour | undefined } {
  const scenarios = { [place.index]: scenario };
  const at = ['scenarios', place.index];
  const module = { id: place.module, scenarios };
  const broken = run(structureRules, { guidance, scenario }, module, at);
  const findings = [...broken, ...run(scenarioRules, { guidance, scenario }, module, at)];
  if (broken.length > 0) return { findings, tour: undefined };
  const tour = explore(scenario);
  return { findings: [...findings, ...run(touredRules, { guidance, scenario, tour }, module, at)], tour };
}

/** What the names of a finding are looked up in. */
interface Holder {
  readonly id: string;
  readonly scenarios: Readonly<Record<number, Scenario>>;
}

interface Check<Context> {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly check: (context: Context) => Iterable<Problem>;
}

function run<Context>(
  rules: readonly Check<Context>[],
  context: Context,
  module: Holder | null,
  place: DataPath,
): Finding[] {
  return rules.flatMap((rule) =>
    [...rule.check(context)].map(([path, message]) => {
      const whole = [...place, ...path];
      return { rule: rule.id, severity: rule.severity, ...namesAt(module, whole), path: whole, message };
    }),
  );
}

/** The ids of the scenario and scene that a path leads into. */
function namesAt(module: Holder | null, path: DataPath): Pick<Finding, 'module' | 'scenario' | 'scene'> {
  const scenario = path[0] === 'scenarios' ? module?.scenarios[Number(path[1])] : undefined;
  const scene = path[2] === 'scenes' ? scenario?.scenes[Number(path[3])] : undefined;
  return { module: module?.id ?? null, scenario: scenario?.id ?? null, scene: scene?.id ?? null };
}
