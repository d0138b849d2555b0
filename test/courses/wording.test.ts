import { describe, expect, test } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import { rendered } from '../../courses/model/content.ts';
import { outcomeOf } from '../../courses/model/outcome.ts';
import { takeOf } from '../../courses/model/runs.ts';
import { Module } from '../../courses/model/schema.ts';
import { differsInWordsOnly } from '../../courses/model/wording.ts';
import { publishedCourse } from '../bench/published-course.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { passingPath } from '../support/walks.ts';

/** The content with something about it changed. */
function changed(change: (content: Content) => void): Content {
  const copy = structuredClone(tinyContent);
  change(copy);
  return copy;
}

const firstStory = (content: Content) => {
  const story = content.modules[0]?.scenarios[0];
  if (!story) throw new Error('The course has no story.');
  return story;
};
const decisionOf = (content: Content, kind: string) => {
  const stories = content.modules.flatMap((one) => one.scenarios);
  const found = stories.flatMap((one) => one.scenes).find((one) => one.decision?.kind === kind)?.decision;
  if (!found) throw new Error(`Nothing asks ${kind}.`);
  return found;
};

describe('words', () => {
  test.each<[string, (content: Content) => void]>([
    ['of the course', ({ course }) => Object.assign(course, { title: 'Another', promise: 'More', edition: '0.2' })],
    ['of a story', (content) => Object.assign(firstStory(content), { title: 'Another', setting: 'A ward' })],
    [
      'before a hard story, where there were none',
      (content) => Object.assign(firstStory(content), { touchesOn: 'the death of a boy' }),
    ],
    ['of a scene', (content) => Object.assign(firstStory(content).scenes[0] ?? {}, { title: 'Another', at: 'Noon' })],
    ['of a question', (content) => Object.assign(decisionOf(content, 'choose'), { ask: 'What now?' })],
    ['of the guidance', ({ guidance }) => Object.assign(guidance.clauses[0] ?? {}, { paraphrase: 'Said better.' })],
    ['of the glossary, more or fewer', (content) => Object.assign(content, { glossary: [] })],
    [
      'around phrases to mark',
      (content) => {
        const spot = decisionOf(content, 'spot');
        if (spot.kind === 'spot') spot.text = `Read this. ${spot.text}`;
      },
    ],
  ])('%s may change', (_, change) => {
    const other = changed(change);
    expect(hashOf(other)).not.toBe(hashOf(tinyContent));
    expect(differsInWordsOnly(tinyContent, other)).toBe(true);
  });

  test('of every field that the schema calls Markdown may change, and the paths stay', () => {
    const other = {
      ...tinyContent,
      modules: tinyContent.modules.map((one) => rendered(Module, one, (text) => `${text} More.`)),
    };
    // A phrase to mark is no Markdown; nothing else of the schema is left out.
    expect(differsInWordsOnly(tinyContent, other)).toBe(true);
    const path = passingPath(tinyContent, hashOf(tinyContent), 'wording000');
    const [before, after] = [tinyContent, other].map((content) => {
      const { modules, ...outcome } = outcomeOf(content, hashOf(tinyContent), path);
      // The takes hold the very scenes, and with them the words.
      return { ...outcome, modules: modules.map(({ takes, ...one }) => [one, takes.map(takeOf)]) };
    });
    expect(after).toEqual(before);
  });

  test('do not hide that a field was written elsewhere in its file', () => {
    const other = changed(({ course }) => {
      const { title, ...rest } = course;
      for (const key of Object.keys(course)) Reflect.deleteProperty(course, key);
      Object.assign(course, rest, { title });
    });
    expect(differsInWordsOnly(tinyContent, other)).toBe(true);
  });
});

describe('more than words', () => {
  test.each<[string, (content: Content) => void]>([
    ['the pass mark', ({ course }) => Object.assign(course, { passMark: 70 })],
    [
      'the version of the guidance',
      ({ guidance }) => Object.assign(guidance, { id: 'communicating-online@2026-01-01' }),
    ],
    ['that the guidance is a draft', ({ guidance }) => Object.assign(guidance, { status: 'final' })],
    [
      'a rating',
      (content) => {
        const choose = decisionOf(content, 'choose');
        if (choose.kind === 'choose') Object.assign(choose.choices[0] ?? {}, { rating: 'harmful' });
      },
    ],
    [
      'where a choice leads',
      (content) => {
        const choose = decisionOf(content, 'choose');
        if (choose.kind === 'choose') Object.assign(choose.choices[0] ?? {}, { to: 'elsewhere' });
      },
    ],
    [
      'the id of a choice',
      (content) => {
        const choose = decisionOf(content, 'choose');
        if (choose.kind === 'choose') Object.assign(choose.choices[0] ?? {}, { id: 'zz' });
      },
    ],
    [
      'the clauses that a choice is about',
      (content) => {
        const choose = decisionOf(content, 'choose');
        if (choose.kind === 'choose') Object.assign(choose.choices[0] ?? {}, { clauses: ['tools.1'] });
      },
    ],
    [
      'a choice more',
      (content) => {
        const choose = decisionOf(content, 'choose');
        if (choose.kind === 'choose' && choose.choices[0]) choose.choices.push({ ...choose.choices[0], id: 'new' });
      },
    ],
    [
      'the order that serves best',
      (content) => {
        const order = decisionOf(content, 'order');
        if (order.kind === 'order') order.order.reverse();
      },
    ],
    [
      'a phrase to mark',
      (content) => {
        const spot = decisionOf(content, 'spot');
        if (spot.kind === 'spot') spot.text = spot.text.replace(/\(#\w+\)/, '(#zz)');
      },
    ],
    ['a scene', (content) => void firstStory(content).scenes.pop()],
    ['a block', (content) => void firstStory(content).scenes[0]?.blocks?.pop()],
    ['a story', (content) => void content.modules[0]?.scenarios.pop()],
    ['words that are gone', (content) => void Reflect.deleteProperty(firstStory(content), 'title')],
    ['words that are no words', (content) => void Object.assign(firstStory(content), { title: 7 })],
    ['a field that nobody knows', (content) => Object.assign(firstStory(content), { mood: 'low' })],
  ])('%s holds versions apart', (_, change) => {
    expect(differsInWordsOnly(tinyContent, changed(change))).toBe(false);
  });

  test('hold two modules of the real course apart', () => {
    const { content } = publishedCourse();
    const [one, other] = content.modules.map((module) => ({ ...content, modules: [module] }));
    if (!one || !other) throw new Error('The course has too few modules.');
    expect(differsInWordsOnly(one, other)).toBe(false);
    expect(differsInWordsOnly(one, structuredClone(one))).toBe(true);
  });
});
