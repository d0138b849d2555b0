/** What a learner reads, as words: where it stands, how long it takes, how hard it is to read. */
import type { DataPath } from './lint/finding.ts';
import type { Scene } from './schema.ts';
import { syllables } from './syllables.ts';

export interface Prose {
  /** In the data that was searched. */
  readonly path: DataPath;
  readonly text: string;
}

/** Fields that hold sentences. Names, times, titles, ids and conditions are not read for their grade. */
const SENTENCES = new Set([
  ...['text', 'body', 'consequence', 'reason', 'ask', 'hint', 'why', 'pull', 'picture', 'behind'],
  ...['summary', 'you', 'touchesOn', 'judgement', 'supervision', 'question', 'outcomes', 'promise', 'meaning'],
]);

/** Every sentence-bearing field in a piece of a course, in the order of the file. */
export function proseIn(value: unknown, path: DataPath = []): Prose[] {
  const field = path.findLast((one) => typeof one === 'string');
  if (typeof value === 'string') return field !== undefined && SENTENCES.has(field) ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    proseIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/**
 * Markdown as it is heard: no marks, link text without addresses, a full stop after every list item and heading. Of a
 * published content, whose Markdown is HTML already, the tags are not heard either.
 */
function spoken(markdown: string): string {
  return markdown
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/&(?:quot|amp|lt|gt);/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+/gm, '')
    .replace(/[*_`]+/g, '')
    .replace(/([^\s.!?:;,…])[ \t]*$/gm, '$1.');
}

const WORD = /[\p{L}\p{N}]+(?:[’'.:,-][\p{L}\p{N}]+)*/gu;

export const wordsOf = (text: string): string[] => spoken(text).match(WORD) ?? [];

/** Sentences end at a full stop, question or exclamation mark, or ellipsis that a space or the end follows. */
export function sentencesOf(markdown: string): string[] {
  const sentences = spoken(markdown).split(/(?<=[.!?…][’”"')]*)\s+|\n\s*\n/u);
  return sentences.map((one) => one.trim()).filter((one) => (one.match(WORD) ?? []).length > 0);
}

/**
 * Flesch–Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975).
 * Undefined for fewer than `least` words: over a few words one name decides the figure.
 */
export function readingGrade(texts: readonly string[], least = 40): number | undefined {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap((one) => one.match(WORD) ?? []);
  if (words.length < least) return undefined;
  const spokenSyllables = words.reduce((sum, word) => sum + (/\d/.test(word) ? 1 : syllables(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (spokenSyllables / words.length) - 15.59;
}

export const gradeOfScene = (scene: Scene): number | undefined => readingGrade(proseIn(scene).map((one) => one.text));

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}
