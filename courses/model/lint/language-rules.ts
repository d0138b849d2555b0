/** Rules about the words: how hard they are, what they may not say, and in whose English. */
import { minutesOf } from '../estimate-minutes.ts';
import { gradeOfScene, median, type Prose, proseIn } from '../prose.ts';
import type { DataPath } from './finding.ts';
import { scoredDecisionsOf } from './places.ts';
import type {
  CourseContext,
  CourseRule,
  ModuleContext,
  ModuleRule,
  Problem,
  ScenarioContext,
  ScenarioRule,
} from './rule.ts';
import { textRules } from './text-rules.ts';

const GRADE_OF_SCENE = 8;
const GRADE_OF_MODULE = 6;
const MINUTES = { min: 10, max: 15 };

export const languageRules: readonly ScenarioRule[] = [
  ...textRules((context: ScenarioContext) => context.scenario),
  {
    id: 'hard-to-read',
    severity: 'error',
    why: 'Tired people read this on a phone between visits: grade 8 (age 13) at most in any scene.',
    *check({ scenario }) {
      for (const [index, scene] of scenario.scenes.entries()) {
        const grade = gradeOfScene(scene);
        if (grade === undefined || grade <= GRADE_OF_SCENE) continue;
        yield [
          ['scenes', index],
          `This scene reads at grade ${grade.toFixed(1)}; ${GRADE_OF_SCENE} is the most. Use shorter words and sentences.`,
        ];
      }
    },
  },
  {
    id: 'must-without-obligation',
    severity: 'warning',
    why: 'Only three clauses put a must on social workers; everything else is taught as should, consider or may.',
    check: checkMust,
  },
];

/** In whatever words: “one of you have to” speaks of somebody else. */
const MUST = /\bmust\b|(?<!\bof )\byou (?:\w+ )?(?:have|need) to\b/i;

/** What teaches: the reasons of choices, and blocks that cite a clause. What people in the story say may well be must. */
function* checkMust({ scenario, guidance }: ScenarioContext): Iterable<Problem> {
  const needed = new Set(guidance.clauses.filter((one) => one.modal.includes('need to')).map((one) => one.id));
  const obligations = new Set(guidance.clauses.filter((one) => one.kind === 'obligation').map((one) => one.id));
  for (const { texts, clauses } of teaching(scenario)) {
    if (clauses.some((id) => obligations.has(id))) continue;
    for (const { path, text } of texts) {
      const [said] = MUST.exec(text) ?? [];
      if (said === undefined || (/need/i.test(said) && clauses.some((id) => needed.has(id)))) continue;
      yield [
        path,
        `This says “${said}”, and ${clauses.join(', ')} ${clauses.length === 1 ? 'is' : 'are'} no obligation. Say should, consider or may, as the guidance does.`,
      ];
    }
  }
}

function teaching(scenario: ScenarioContext['scenario']): { texts: Prose[]; clauses: readonly string[] }[] {
  const reasons = scoredDecisionsOf(scenario).flatMap(({ decision, path }) =>
    decision.choices.map((choice, index) => {
      const place: DataPath = [...path, 'choices', index, 'reason'];
      return { texts: [{ path: place, text: choice.reason }], clauses: choice.clauses };
    }),
  );
  const blocks = scenario.scenes.flatMap((scene, index) =>
    (scene.blocks ?? []).flatMap((block, at) =>
      block.clauses ? [{ texts: proseIn(block, ['scenes', index, 'blocks', at]), clauses: block.clauses }] : [],
    ),
  );
  return [...reasons, ...blocks];
}

export const languageModuleRules: readonly ModuleRule[] = [
  ...textRules(({ module: { scenarios: _, ...own } }: ModuleContext) => own),
  {
    id: 'hard-to-read-module',
    severity: 'error',
    why: 'Over a module the middle scene reads at grade 6 (age 11) at most.',
    *check({ module }) {
      const grades = module.scenarios.flatMap((one) => one.scenes.map(gradeOfScene)).filter((one) => one !== undefined);
      const middle = median(grades);
      if (middle === undefined || middle <= GRADE_OF_MODULE) return;
      yield [
        [],
        `Half of the scenes read above grade ${middle.toFixed(1)}; ${GRADE_OF_MODULE} is the most. Use shorter words and sentences.`,
      ];
    },
  },
  {
    id: 'module-minutes',
    severity: 'warning',
    why: 'A module takes 10 to 15 minutes: all that stands open to be read, once, and time for each decision.',
    *check({ module }) {
      const minutes = minutesOf(module);
      if (minutes >= MINUTES.min && minutes <= MINUTES.max) return;
      yield [
        [],
        `This module takes ${minutes.toFixed(1)} minutes. Bring it to ${MINUTES.min} to ${MINUTES.max}: ${minutes < MINUTES.min ? 'add to it' : 'cut it'}.`,
      ];
    },
  },
];

/** The course file's own words: its summary, About page and glossary. */
export const languageCourseRules: readonly CourseRule[] = textRules(
  ({ course: { modules: _, ...own } }: CourseContext) => own,
);
