/**
 * Whether two versions of the same modules differ in nothing but their words: then every path of one is a path of the
 * other, with the same score, and what was passed in one was passed in the other.
 */
import type { Content } from './content.ts';

/**
 * Fields that hold words and nothing else. What is not listed is structure, so a field that is new to the schema holds
 * versions apart until somebody decides otherwise.
 */
const WORDS = new Set(
  (
    'access ask at attachments audience behind body consequence edition heading headline hint judgement label members ' +
    'name note notice offered outcomes paraphrase picture place promise publisher pull question reactions reason role ' +
    'setting source subject summary supervision text title topic typed value who why you'
  ).split(' '),
);

/** Both with the same modules; the course and the guidance around them count as well, the glossary does not. */
export function differsInWordsOnly(one: Content, other: Content): boolean {
  return skeleton(one) === skeleton(other);
}

const skeleton = (content: Content): string => JSON.stringify({ ...content, glossary: [] }, blank);

function blank(key: string, value: unknown): unknown {
  if (typeof value === 'string') return WORDS.has(key) ? marksIn(value) : value;
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? blank(key, one) : one));
  return inOrder(value);
}

/** Of words, what the player counts on: the phrases of a text that can be marked. */
const marksIn = (words: string): string => (words.match(/\]\(#\w+\)/g) ?? []).join('');

/** The order in which an author wrote the fields of a thing is no difference, nor is a word of warning before a story. */
const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => key !== 'touchesOn')
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;
