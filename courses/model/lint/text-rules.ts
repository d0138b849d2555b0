/** Rules about single sentences and words, wherever in a course they stand. */
import { proseIn, readingGrade, sentencesOf, wordsOf } from '../prose.ts';
import type { Checking } from './rule.ts';

interface TextRule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly why: string;
  /** What is wrong with a text, and what to do. */
  readonly find: (text: string) => string[];
}

const WORDS_A_SENTENCE = 25;
const FAR_TOO_MANY_WORDS = 30;
/** A paragraph may be a little harder than its scene (8), which easy ones around it would hide. */
const GRADE_OF_PARAGRAPH = 10;
const WORDS_OF_PARAGRAPH = 20;

const CLAIMS =
  /\b(?:regulator|Social Work England|guidance)\b.*\b(?:approv\w+|ban(?:s|ned)?|forbid\w*|prohibit\w*|endors\w+|accredit\w*|certif\w+)\b/i;
const VERDICT =
  /\b(?:apps?|tools?|platforms?|WhatsApp|Facebook|Signal|Zoom)\b.*\b(?:is|are|was|were) (?:approved|banned|forbidden)\b/i;
/** Whose policy may well approve or ban a tool. */
const EMPLOYER = /\b(?:employer|council|trust|agency|hospital|team|policy|manager)\b/i;
const DENIAL = /\b(?:no|not|never|nor|neither|nothing|without)\b|n[’']t\b/i;
const AMERICAN =
  /\b(?:behaviors?|colors?|colored|favor(?:s|ed|ite|ites)?|honors?|honored|labor|neighbors?|neighborhood|center|centers|centered|theater|liters?|meters|apologiz\w+|organiz\w+|recogniz\w+|realiz\w+|analyz\w+|emphasiz\w+|prioritiz\w+|canceled|canceling|traveled|traveling|counselors?|fulfill|fulfills|enroll|enrolls|gray|mom|moms|cell ?phones?|defense|offense|practicing|gotten|judgment|paychecks?|math|jewelry|pediatric\w*)\b/gi;

const rules: readonly TextRule[] = [
  {
    id: 'long-sentence',
    severity: 'warning',
    why: 'Sentences of more than 25 words lose readers.',
    find: (text) => longSentences(text, WORDS_A_SENTENCE, FAR_TOO_MANY_WORDS),
  },
  {
    id: 'far-too-long-sentence',
    severity: 'error',
    why: 'Sentences of more than 30 words lose most readers.',
    find: (text) => longSentences(text, FAR_TOO_MANY_WORDS, Number.POSITIVE_INFINITY),
  },
  {
    id: 'hard-paragraph',
    severity: 'error',
    why: 'Readers stop at the one hard paragraph, however easy the rest of the scene is.',
    find: (text) =>
      text.split(/\n\s*\n/).flatMap((paragraph) => {
        const grade = readingGrade([paragraph], WORDS_OF_PARAGRAPH) ?? 0;
        if (grade <= GRADE_OF_PARAGRAPH) return [];
        return [`“${paragraph.slice(0, 60)}…” reads at grade ${grade.toFixed(1)}. Use shorter words and sentences.`];
      }),
  },
  {
    id: 'claims',
    severity: 'warning',
    why: 'The guidance approves and bans no app, and the regulator has approved nothing of this course.',
    find: (text) =>
      sentencesOf(text)
        .filter((one) => !DENIAL.test(one) && (CLAIMS.test(one) || (VERDICT.test(one) && !EMPLOYER.test(one))))
        .map(
          (one) => `“${one}” sounds as if the regulator or the guidance had approved or banned something. Reword it.`,
        ),
  },
  {
    id: 'american-spelling',
    severity: 'warning',
    why: 'The course is written in British English.',
    find: (text) => [...text.matchAll(AMERICAN)].map(([found]) => `“${found}” is American. Use the British word.`),
  },
];

function longSentences(text: string, over: number, upTo: number): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const count = wordsOf(sentence).length;
    if (count <= over || count > upTo) return [];
    return [
      `This sentence has ${count} words; ${WORDS_A_SENTENCE} are enough: “${sentence.slice(0, 60)}…” Cut it in two.`,
    ];
  });
}

/** The rules over that part of a scope which `pick` names; paths begin in it. */
export function textRules<Context>(pick: (context: Context) => unknown): Checking<Context>[] {
  return rules.map(({ find, ...rule }) => ({
    ...rule,
    *check(context) {
      for (const { path, text } of proseIn(pick(context))) {
        for (const message of find(text)) yield [path, message];
      }
    },
  }));
}
