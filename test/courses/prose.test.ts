import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { estimateMinutes } from '../../courses/model/estimate-minutes.ts';
import { median, proseIn, readingGrade, sentencesOf, wordsOf } from '../../courses/model/prose.ts';
import { syllables } from '../../courses/model/syllables.ts';
import { goodScenario } from '../support/good-course.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';

describe('syllables', () => {
  it.each([
    [1, 'the make asked used lives times clothes friends through'],
    [2, 'little wanted people houses being client trial online safety something every'],
    [3, 'video idea created reaction decided serious privacy anyone'],
    [4, 'situation information professional experience apology'],
  ])('%i: %s', (count, words) => {
    expect(words.split(' ').filter((word) => syllables(word) !== count)).toEqual([]);
  });

  it('are counted part by part in a hyphenated word, and never fewer than one', () => {
    expect([syllables('self-care'), syllables('x'), syllables('mother’s')]).toEqual([2, 1, 2]);
  });
});

describe('sentences', () => {
  it('end at a mark and a space, not at a time or a decimal', () => {
    expect(sentencesOf('It is 4.50pm. You wait… “Really?” she asks. No')).toEqual([
      'It is 4.50pm.',
      'You wait…',
      '“Really?”',
      'she asks.',
      'No.',
    ]);
  });

  it('are heard without Markdown: list items are sentences, links are their words', () => {
    expect(
      sentencesOf('See [the *guidance*](https://example.org/long.html):\n\n- One thing\n- Two **things**'),
    ).toEqual(['See the guidance:', 'One thing.', 'Two things.']);
  });

  it('are the same in the HTML that a published course holds, so that its pages say the minutes that check says', () => {
    const text = 'He *did* say “1 < 2 & so on”:\n\n- One\n- [Two](https://example.org)';
    const html = new MarkdownIt({ html: false }).render(text);
    expect(wordsOf(html)).toEqual(wordsOf(text));
  });

  it('are made of words, of which a name with an apostrophe is one', () => {
    expect(wordsOf('Win’s great-niece, 92 — “you”')).toEqual(['Win’s', 'great-niece', '92', 'you']);
  });
});

describe('the reading grade', () => {
  it('is that of Flesch and Kincaid', () => {
    // Ten words, one sentence, ten syllables: 0.39 × 10 + 11.8 × 1 − 15.59.
    const text = 'You go to the shop and get her some bread. ';
    expect(readingGrade([text.repeat(5)])).toBeCloseTo(0.11, 5);
  });

  it('is not given for a few words, of which one name would decide it', () => {
    expect(readingGrade(['Organisational accountability.'])).toBeUndefined();
  });

  it('has a middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, undefined]);
  });
});

describe('what is read', () => {
  it('leaves out names, times, ids and conditions, and says where the rest stands', () => {
    const scene = goodScenario('one').scenes[0];
    expect(proseIn(scene).slice(0, 3)).toEqual([
      { path: ['decision', 'ask'], text: 'What now?' },
      { path: ['decision', 'choices', 0, 'text'], text: 'Ask Maria what she wants' },
      { path: ['decision', 'choices', 0, 'reason'], text: 'It keeps her in charge, and it costs you a call.' },
    ]);
  });
});

describe('the minutes of a module', () => {
  const told = (words: number) => [{ kind: 'narration' as const, text: 'word '.repeat(words) }];
  const story = (short: number, long: number) =>
    storyOf([
      asks('first', choose('a', choice('y', 'strong', 'short'), choice('n', 'risky', 'long'))),
      { ...ends('short'), blocks: told(short) },
      { ...ends('long'), blocks: told(long) },
    ]);

  it('grow by one for every 200 words that everybody reads', () => {
    const before = estimateMinutes(moduleOf([story(200, 200)]));
    expect(estimateMinutes(moduleOf([story(1200, 1200)]))).toBe(before + 5);
  });

  it('count the shortest and the longest way by half', () => {
    const before = estimateMinutes(moduleOf([story(200, 200)]));
    expect(estimateMinutes(moduleOf([story(200, 2200)]))).toBe(before + 5);
  });

  it('do not run on for ever in a story that goes round', () => {
    const round = storyOf([asks('one', choose('a', choice('y', 'strong', 'one'), choice('n', 'risky', 'one')))]);
    expect(estimateMinutes(moduleOf([round]))).toBeGreaterThanOrEqual(0);
  });
});
