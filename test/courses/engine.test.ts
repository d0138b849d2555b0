import { describe, expect, it } from 'vitest';
import { decisionAt, endingAt, start, step } from '../../courses/model/engine.ts';
import type { Scenario } from '../../courses/model/schema.ts';
import { asks, choice, choose, ends, goesOn, storyOf } from '../support/story.ts';

const idsOf = (scenes: readonly { id: string }[]): string[] => scenes.map((one) => one.id);
const play = (story: Scenario, ...chosen: string[]) =>
  chosen.reduce((state, id) => step(state, { chosen: [id] }), start(story));

describe('a learner’s way through a story', () => {
  const fork = storyOf([
    asks('first', choose('a', choice('y', 'strong', 'good'), choice('n', 'risky', 'bad'))),
    ends('good'),
    ends('bad', 'hard'),
  ]);

  it('cannot go on once the story is over', () => {
    expect(() => play(fork, 'y', 'y')).toThrow(expect.objectContaining({ code: 'path.ended' }));
  });

  it('cannot take a choice that the decision does not have', () => {
    expect(() => play(fork, 'x')).toThrow(expect.objectContaining({ code: 'path.answer' }));
  });

  it('cannot take a choice that is not offered after what happened', () => {
    const story = storyOf([
      asks('first', choose('a', choice('y', 'strong', 'second'), choice('n', 'risky', 'second', { set: ['told'] }))),
      asks('second', choose('b', choice('q', 'sound', 'end', { when: 'told' }), choice('r', 'sound', 'end'))),
      ends('end'),
    ]);
    expect(() => play(story, 'y', 'q')).toThrow('not offered here');
    expect(endingAt(play(story, 'n', 'q'))).toBeDefined();
  });

  it('starts at the first scene of the list', () => {
    expect(idsOf(start(fork).scenes)).toEqual(['first']);
    expect(decisionAt(start(fork))?.id).toBe('a');
  });

  it('ends where the choice leads', () => {
    expect(endingAt(play(fork, 'n'))?.tone).toBe('hard');
  });

  it('passes through scenes that only go on, and shows them all', () => {
    const story = storyOf([
      asks('first', choose('a', choice('y', 'strong', 'one'), choice('n', 'risky', 'end'))),
      goesOn('one', 'two'),
      goesOn('two', 'end'),
      ends('end'),
    ]);
    expect(idsOf(play(story, 'y').scenes)).toEqual(['one', 'two', 'end']);
  });

  it('remembers what a choice set, for the way on and for ever after', () => {
    const story = storyOf([
      asks('first', choose('a', choice('y', 'strong', 'second', { set: ['told'] }), choice('n', 'risky', 'second'))),
      asks('second', choose('b', choice('q', 'sound', [{ when: 'told', scene: 'thanks' }, { scene: 'late' }]))),
      ends('thanks'),
      ends('late'),
    ]);
    expect(idsOf(play(story, 'y', 'q').scenes)).toEqual(['thanks']);
    expect(idsOf(play(story, 'n', 'q').scenes)).toEqual(['late']);
  });

  it('remembers what every choice set, not only the last', () => {
    const ways = [{ when: ['told', 'late'], scene: 'both' }, { scene: 'end' }];
    const story = storyOf([
      asks('first', choose('a', choice('y', 'strong', 'second', { set: ['told'] }))),
      asks('second', choose('b', choice('q', 'sound', ways, { set: ['late'] }))),
      ends('both'),
      ends('end'),
    ]);
    expect(idsOf(play(story, 'y', 'q').scenes)).toEqual(['both']);
  });

  it('takes the first way of a list whose condition holds, with “not” as well', () => {
    const ways = [{ when: ['not told', 'hid'], scene: 'two' }, { when: 'not told', scene: 'one' }, { scene: 'end' }];
    const story = storyOf([
      asks(
        'first',
        choose(
          'a',
          choice('h', 'risky', ways, { set: ['hid'] }),
          choice('y', 'strong', ways, { set: ['told'] }),
          choice('n', 'risky', ways),
        ),
      ),
      ends('one'),
      ends('two'),
      ends('end'),
    ]);
    expect(['h', 'y', 'n'].map((id) => idsOf(play(story, id).scenes)[0])).toEqual(['two', 'end', 'one']);
  });

  it('leaves the earlier state as it was', () => {
    const before = start(fork);
    step(before, { chosen: ['y'] });
    expect(before.steps).toEqual([]);
    expect(idsOf(before.scenes)).toEqual(['first']);
  });

  it('says of a broken story that it is broken, rather than going nowhere for ever', () => {
    const round = storyOf([goesOn('one', 'two'), goesOn('two', 'one')]);
    expect(() => start(round)).toThrow(expect.objectContaining({ code: 'course.broken' }));
    expect(() => start(storyOf([goesOn('one', 'gone'), ends('end')]))).toThrow('gone');
  });
});
