/** No sentence of the draft is copied: courses say it in their own words and point to the clause. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coursesFolder, readCourse } from '../../server/course-files.ts';
import { hashesOf, repeatedRuns } from '../support/eight-words.ts';

const kept = readFileSync(path.join(import.meta.dirname, 'draft-in-hashes.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);
const draft = new Set(kept);

/** Every string of a piece of data. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

describe('of the draft, eight words in a row stand', () => {
  const { course, guidance } = readCourse(path.join(coursesFolder, 'communicating-online'));

  it.each(course?.modules.map((one) => [one.title, one] as const) ?? [])('nowhere in “%s”', (_, module) => {
    const texts = stringsIn(module);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.flatMap((one) => repeatedRuns(one, draft))).toEqual([]);
  });

  it('nowhere in the course’s own pages', () => {
    const { modules: _, ...own } = course ?? { modules: [] };
    expect(stringsIn(own).flatMap((one) => repeatedRuns(one, draft))).toEqual([]);
  });

  it('in no summary of a clause', () => {
    expect(guidance?.clauses).toHaveLength(106);
    expect(guidance?.clauses.flatMap((one) => repeatedRuns(one.paraphrase, draft))).toEqual([]);
  });
});

describe('who copies', () => {
  it('a line of the draft is found: the dates of the consultation', () => {
    expect(draft.size).toBeGreaterThan(1500);
    expect(repeatedRuns('*Have your say* from Wednesday, 20 August 2025!', draft)).toHaveLength(1);
  });

  it('a sentence and changes its punctuation is found, and who says it otherwise is not', () => {
    const hashes = new Set(hashesOf('Whoever walks the long way round sees more of the hill than others.'));
    expect(repeatedRuns('“Whoever walks – the long way round – sees more,” he said.', hashes)).toEqual([
      'whoever walks the long way round sees more',
    ]);
    expect(repeatedRuns('The long way round shows you more of the hill.', hashes)).toEqual([]);
  });
});
