import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../courses/model/carry-over.ts';
import { endingAt } from '../../courses/model/engine.ts';
import { decodePath, emptyPath, encodePath, type Path } from '../../courses/model/path.ts';
import { replay } from '../../courses/model/replay.ts';
import { takeOf } from '../../courses/model/runs.ts';
import type { Scenario } from '../../courses/model/schema.ts';
import { randomScenario, SMALL, turns } from '../support/random-scenario.ts';
import { walk } from '../support/random-walk.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';

const OLD = '00000000';
const NEW = '11111111';
const contentOf = (...scenarios: Scenario[]) => ({ modules: [moduleOf(scenarios)] });

/** Three decisions, one after another; `left` and `right` lead on alike. */
const three = (...ids: string[]): Scenario =>
  storyOf(
    [
      ...ids.map((id, index) => {
        const to = ids[index + 1] === undefined ? 'end' : `n${index + 1}`;
        return asks(`n${index}`, choose(id, choice('l', 'strong', to), choice('r', 'sound', to)));
      }),
      ends('end'),
    ],
    { id: 's' },
  );

const carried = (scenario: Scenario, takes: string): string | undefined => {
  const found = carryOver(contentOf(scenario), NEW, decodePath(`1.${OLD}.aaaaaaaa.${takes}`));
  return found && `${encodePath(found.path).slice('1.00000000.aaaaaaaa.'.length)} ${found.changed.join()}`.trim();
};

describe('an attempt of another version', () => {
  it('goes on where it was, where only wording has changed', () => {
    expect(carried(three('a', 'b', 'c'), '1/s.a:l.b:r')).toBe('1/s.a:l.b:r');
  });

  it('goes on at a decision that was put in, with those before it', () => {
    expect(carried(three('a', 'x', 'b', 'c'), '1/s.a:l.b:r')).toBe('1/s.a:l s');
    expect(carried(three('x', 'a', 'b', 'c'), '1/s.a:l.b:r')).toBe('1 s');
  });

  it('goes on where a decision was taken out, or a choice was', () => {
    expect(carried(three('a', 'c'), '1/s.a:l.b:r.c:l')).toBe('1/s.a:l s');
    expect(carried(three('a', 'b', 'c'), '1/s.a:l.b:gone.c:l')).toBe('1/s.a:l s');
  });

  it('has ended where the story ends earlier now: there is nothing to do again', () => {
    expect(carried(three('a', 'b'), '1/s.a:l.b:r.c:l')).toBe('1/s.a:l.b:r');
  });

  it('takes a kept story up again where it has no ending any more, and keeps one that still has', () => {
    expect(carried(three('a', 'b', 'c', 'x'), '2~s.a:l.b:r.c:l')).toBe('2/s.a:l.b:r.c:l s');
    expect(carried(three('a', 'b', 'c'), '2~s.a:l.b:r.c:l/s.a:r')).toBe('2~s.a:l.b:r.c:l/s.a:r');
  });

  it('leaves out a story that was taken out, and is none of this content where all of them were', () => {
    const other = { ...three('a'), id: 'o' };
    expect(carried(other, '1/s.a:l/o.a:l')).toBe('1/o.a:l');
    expect(carried(other, '1/s.a:l')).toBeUndefined();
    expect(carried(other, '1')).toBe('1');
  });

  it('keeps the order in which stories were taken', () => {
    const stories = contentOf(three('a'), { ...three('a'), id: 'o' });
    const found = carryOver(stories, NEW, decodePath(`1.${OLD}.aaaaaaaa.1/o.a:l/s.a:r`));
    expect(found && encodePath(found.path)).toBe(`1.${NEW}.aaaaaaaa.1/o.a:l/s.a:r`);
  });

  it('always replays, whatever was changed, and loses no decision before the first that differs', () => {
    const pathOf = (scenario: Scenario, way: readonly number[]): Path => {
      const take = takeOf(walk(scenario, way));
      return { ...emptyPath(OLD, 'aaaaaaaa'), current: take.tokens.length > 0 ? [take] : [] };
    };
    fc.assert(
      fc.property(randomScenario(SMALL), randomScenario(SMALL), turns, (before, after, way) => {
        const old = pathOf(before, way);
        const same = carryOver(contentOf(before), NEW, old);
        expect(same).toEqual({ path: { ...old, hash8: NEW }, changed: [] });
        const found = carryOver(contentOf(after), NEW, old);
        if (!found) throw new Error('The story has the same id.');
        const [state] = replay(contentOf(after), NEW, encodePath(found.path)).walks;
        const [was] = old.current;
        const now = found.path.current[0]?.tokens ?? [];
        expect(now).toEqual(was?.tokens.slice(0, now.length) ?? []);
        const next = was?.tokens[now.length];
        const longer = was && next && { ...found.path, current: [{ ...was, tokens: [...now, next] }] };
        if (longer) expect(() => replay(contentOf(after), NEW, longer)).toThrow();
        const ended = state?.current !== undefined && endingAt(state.current) !== undefined;
        expect(found.changed).toEqual(next !== undefined && !ended ? ['rand'] : []);
      }),
      { numRuns: 300 },
    );
  });
});
