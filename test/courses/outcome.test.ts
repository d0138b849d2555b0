import { describe, expect, it } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import type { Rating } from '../../courses/model/decisions.ts';
import { FULL } from '../../courses/model/judge.ts';
import { outcomeOf, SCENARIO_FULL, scenarioScore, scoreOf } from '../../courses/model/outcome.ts';
import { practised, practisedIn } from '../../courses/model/practised.ts';
import { replay } from '../../courses/model/replay.ts';
import type { Scenario } from '../../courses/model/schema.ts';
import { asks, bandsTo, choice, choose, ends, item, moduleOf, storyOf } from '../support/story.ts';
import { tinyGuidance } from '../support/tiny-course.ts';

const HASH = '3fa94c21';
const HEADER = `1.${HASH}.k7f2q9x1ab`;

/** Two decisions, each with a choice of every rating: t, s, r, h. */
function ladder(id: string): Scenario {
  const ratings: [string, Rating][] = [
    ['t', 'strong'],
    ['s', 'sound'],
    ['r', 'risky'],
    ['h', 'harmful'],
  ];
  const all = (to: string) => ratings.map(([name, rating]) => choice(name, rating, to));
  return storyOf([asks('one', choose('a', ...all('two'))), asks('two', choose('b', ...all('end'))), ends('end')], {
    id,
  });
}

function contentOf(scenarios: Scenario[], passMark = 60): Content {
  const { id, version, ...guidance } = tinyGuidance;
  return {
    format: 1,
    course: { id: 'c', title: 'C', audience: 'A', promise: 'P', summary: 'S', edition: '0.1', passMark },
    guidance: { ...guidance, id: `${id}@${version}` },
    glossary: [],
    modules: [moduleOf(scenarios)],
  };
}

const one = contentOf([ladder('s')]);
const two = contentOf([ladder('s'), ladder('t')]);
const outcomeAt = (content: Content, takes: string) => outcomeOf(content, HASH, `${HEADER}.${takes}`);

describe('an attempt does not pass', () => {
  it('before every story has an ending, however well it goes', () => {
    expect(outcomeAt(two, '1/s.a:t.b:t')).toMatchObject({
      complete: false,
      percent: undefined,
      passed: false,
      progress: 0.5,
    });
    expect(outcomeAt(two, '1/s.a:t.b:t/t.a:t')).toMatchObject({ complete: false, passed: false });
  });

  it('below the pass mark, and “complete” says that it is over all the same', () => {
    expect(outcomeAt(one, '1/s.a:s.b:r')).toMatchObject({ complete: true, percent: 50, passed: false });
  });

  it('with a harmful choice in every story, however good the rest', () => {
    expect(outcomeAt(one, '1/s.a:t.b:h')).toMatchObject({ percent: 50, passed: false });
    expect(outcomeAt(two, '1/s.a:t.b:h/t.a:h.b:t')).toMatchObject({ percent: 50, passed: false });
  });
});

describe('an attempt passes', () => {
  it('with sound choices throughout', () => {
    expect(outcomeAt(two, '1/s.a:s.b:s/t.a:s.b:s')).toMatchObject({ percent: 66, passed: true });
  });

  it('with 100 percent where every choice is the best', () => {
    expect(outcomeAt(two, '1/s.a:t.b:t/t.a:t.b:t')).toMatchObject({
      complete: true,
      percent: 100,
      passed: true,
      progress: 1,
    });
  });

  it('by the better take of every story', () => {
    expect(outcomeAt(two, '2~s.a:t.b:t~t.a:r.b:r/t.a:t.b:s')).toMatchObject({ percent: 91, passed: true });
    expect(outcomeAt(two, '2~s.a:t.b:t~t.a:s.b:s/t.a:h')).toMatchObject({ percent: 83, passed: true });
  });
});

describe('the score of a story', () => {
  const scoreAt = (takes: string): number => {
    const state = replay(one, HASH, `${HEADER}.${takes}`).walks[0]?.current;
    return state ? scenarioScore(state) : Number.NaN;
  };

  it('is the mean over its decisions', () => {
    expect(scoreAt('1/s.a:t.b:s')).toBe((SCENARIO_FULL * 5) / 6);
  });

  it('is at most one half where a harmful choice was made', () => {
    expect(scoreAt('1/s.a:h.b:t')).toBe(SCENARIO_FULL / 2);
    expect(scoreAt('1/s.a:h.b:r')).toBe(SCENARIO_FULL / 6);
    expect(scoreOf(FULL * 2, 3, true)).toBe(SCENARIO_FULL / 2);
    expect(scoreOf(FULL * 2, 3, false)).toBe((SCENARIO_FULL * 2) / 3);
  });

  it('is full where nothing in it is scored', () => {
    expect(scoreOf(0, 0, false)).toBe(SCENARIO_FULL);
  });

  it('is a whole number for up to ten decisions, so that no side rounds', () => {
    for (let count = 1; count <= 10; count += 1) expect(Number.isInteger(scoreOf(1, count, false))).toBe(true);
  });

  it('is rounded down once, for the module: two thirds are 66 percent', () => {
    expect(outcomeAt(contentOf([ladder('s')], 67), '1/s.a:s.b:s')).toMatchObject({ percent: 66, passed: false });
  });
});

describe('a clause is practised', () => {
  const clauses = (id: string, rating: Rating, ...ids: string[]) => item(id, rating, { clauses: ids });

  it('where one choice serves it and another misses it, in the same decision', () => {
    const decision = {
      kind: 'select' as const,
      id: 'd',
      ask: 'Which?',
      choices: [
        clauses('a', 'strong', 'security.1', 'security.2'),
        clauses('b', 'harmful', 'security.1', 'security.3'),
        clauses('c', 'sound', 'security.4'),
      ],
      bands: bandsTo('end'),
    };
    expect(practisedIn(decision)).toEqual(['security.1']);
  });

  it('only by those who met the decision on a finished take', () => {
    const story = storyOf([
      asks(
        'first',
        choose(
          'a',
          choice('y', 'strong', 'second', { clauses: ['security.9'] }),
          choice('n', 'risky', 'end', { clauses: ['security.8'] }),
        ),
      ),
      asks('second', choose('b', choice('q', 'sound', 'end'), choice('r', 'risky', 'end'))),
      ends('end'),
    ]);
    const content = contentOf([story]);
    const practisedOn = (takes: string) => practised(content, outcomeAt(content, takes).modules);
    expect(practisedOn('1/s.a:y.b:r')).toEqual(['security.1']);
    expect(practisedOn('1/s.a:n')).toEqual([]);
    expect(practisedOn('1/s.a:y')).toEqual([]);
  });

  it('never where nothing is scored', () => {
    expect(practisedIn({ kind: 'write', id: 'd', ask: 'Write.', to: 'end' })).toEqual([]);
  });
});
