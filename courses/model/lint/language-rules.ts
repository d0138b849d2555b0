/** Rules about the words: how hard they are, what they may not say, and in whose English. */
import { estimateMinutes } from '../estimate-minutes.ts';
import { gradeOfScene, median, type Prose, proseIn, sentencesOf, wordsOf } from '../prose.ts';
import type { DataPath } from './finding.ts';
import { scoredDecisionsOf } from './places.ts';
import type { ModuleRule, Problem, ScenarioContext, ScenarioRule } from './rule.ts';

const GRADE_OF_SCENE = 8;
const GRADE_OF_MODULE = 6;
const WORDS_A_SENTENCE = 25;
const FAR_TOO_MANY_WORDS = 30;
const MINUTES = { min: 10, max: 15 };

export const languageRules: readonly ScenarioRule[] = [
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
    id: 'long-sentence',
    severity: 'warning',
    why: 'Sentences of more than 25 words lose readers.',
    *check(context) {
      yield* longSentences(context, WORDS_A_SENTENCE, FAR_TOO_MANY_WORDS);
    },
  },
  {
    id: 'far-too-long-sentence',
    severity: 'error',
    why: 'Sentences of more than 30 words lose most readers.',
    *check(context) {
      yield* longSentences(context, FAR_TOO_MANY_WORDS, Number.POSITIVE_INFINITY);
    },
  },
  {
    id: 'must-without-obligation',
    severity: 'warning',
    why: 'Only three clauses put a must on social workers; everything else is taught as should, consider or may.',
    check: checkMust,
  },
  {
    id: 'claims',
    severity: 'warning',
    why: 'The guidance approves and bans no app, and the regulator has approved nothing of this course.',
    *check({ scenario }) {
      for (const { path, text } of proseIn(scenario)) {
        for (const sentence of sentencesOf(text)) {
          if (!CLAIMS.test(sentence) || DENIAL.test(sentence)) continue;
          yield [
            path,
            `“${sentence}” sounds as if the regulator or the guidance approved or banned something. It does neither: reword it.`,
          ];
        }
      }
    },
  },
  {
    id: 'american-spelling',
    severity: 'warning',
    why: 'The course is written in British English.',
    *check({ scenario }) {
      for (const { path, text } of proseIn(scenario)) {
        for (const [found] of text.matchAll(AMERICAN)) yield [path, `“${found}” is American. Use the British word.`];
      }
    },
  },
];

const CLAIMS =
  /\b(?:regulator|Social Work England|guidance)\b.*\b(?:approv\w+|ban(?:s|ned)?|forbid\w*|prohibit\w*|endors\w+|accredit\w*|certif\w+)\b/i;
const DENIAL = /\b(?:no|not|never|nor|neither|nothing|without)\b|n[’']t\b/i;
const AMERICAN =
  /\b(?:behaviors?|colors?|colored|favor(?:s|ed|ite|ites)?|honors?|honored|labor|neighbors?|neighborhood|center|centers|centered|theater|liters?|meters|apologiz\w+|organiz\w+|recogniz\w+|realiz\w+|analyz\w+|emphasiz\w+|prioritiz\w+|canceled|canceling|traveled|traveling|counselors?|fulfill|fulfills|enroll|enrolls|gray|mom|moms|cell ?phones?|defense|offense|practicing|gotten|judgment|paychecks?|math|jewelry|pediatric\w*)\b/gi;

function* longSentences({ scenario }: ScenarioContext, over: number, upTo: number): Iterable<Problem> {
  for (const { path, text } of proseIn(scenario)) {
    for (const sentence of sentencesOf(text)) {
      const count = wordsOf(sentence).length;
      if (count <= over || count > upTo) continue;
      yield [
        path,
        `This sentence has ${count} words; ${WORDS_A_SENTENCE} are enough: “${sentence.slice(0, 60)}…” Cut it in two.`,
      ];
    }
  }
}

/** What teaches: the reasons of choices, and blocks that cite a clause. What people in the story say may well be must. */
function* checkMust({ scenario, guidance }: ScenarioContext): Iterable<Problem> {
  const obligations = new Set(guidance.clauses.filter((one) => one.kind === 'obligation').map((one) => one.id));
  for (const { texts, clauses } of teaching(scenario)) {
    if (clauses.some((id) => obligations.has(id))) continue;
    for (const { path, text } of texts) {
      if (!/\bmust\b/i.test(text)) continue;
      yield [
        path,
        `This says must, and ${clauses.join(', ')} ${clauses.length === 1 ? 'is' : 'are'} no obligation. Say should, consider or may, as the guidance does.`,
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
    why: 'A module takes 10 to 15 minutes.',
    *check({ module }) {
      const minutes = estimateMinutes(module);
      if (minutes >= MINUTES.min && minutes <= MINUTES.max) return;
      yield [
        [],
        `This module takes about ${minutes} minutes. Bring it to ${MINUTES.min} to ${MINUTES.max}: ${minutes < MINUTES.min ? 'add to it' : 'cut it'}.`,
      ];
    },
  },
];
