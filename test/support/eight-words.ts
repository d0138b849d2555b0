/**
 * Whether a text repeats eight words in a row of another, of which only hashes are kept. So it can be proved that no
 * sentence of a guidance document is copied, and the document itself is not copied into the repository for the proof.
 */
import { createHash } from 'node:crypto';

const RUN = 8;
/** 40 bits: of a million runs one in a million is taken for another. */
const BYTES = 5;

/** Letters and digits, in small letters: punctuation and Markdown make no difference. */
const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every run of eight words, as they stand. */
function runsIn(text: string): string[] {
  const words = wordsIn(text);
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

const hashOf = (run: string): string => createHash('sha256').update(run).digest().subarray(0, BYTES).toString('hex');

/** What `test/courses/draft-in-hashes.txt` was made with, of the draft’s whole text. */
export const hashesOf = (text: string): string[] => [...new Set(runsIn(text).map(hashOf))].sort();

/** The runs of a text that stand in the other one. */
export const repeatedRuns = (text: string, hashes: ReadonlySet<string>): string[] =>
  runsIn(text).filter((run) => hashes.has(hashOf(run)));
