import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import type { State } from '../../courses/model/engine.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { decodePath, emptyPath, encodePath } from '../../courses/model/path.ts';
import { type Replayed, replay } from '../../courses/model/replay.ts';
import { takeOf } from '../../courses/model/runs.ts';
import type { Module, Scenario } from '../../courses/model/schema.ts';
import { damaged } from '../support/random-path.ts';
import { LARGE, randomScenario, turns } from '../support/random-scenario.ts';
import { walk } from '../support/random-walk.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';
import { tinyContent } from '../support/tiny-course.ts';
import { anyAnswer, growingPaths } from '../support/walks.ts';

const HASH = '3fa94c21';
const HEADER = `1.${HASH}.k7f2q9x1ab`;

const contentOf = (...scenarios: Scenario[]): { modules: Module[] } => ({ modules: [moduleOf(scenarios)] });

const content = contentOf(
  storyOf([
    asks('first', choose('a', choice('y', 'strong', 'second'), choice('n', 'risky', 'end'))),
    asks('second', choose('b', choice('q', 'sound', 'end'), choice('r', 'harmful', 'end'))),
    ends('end'),
  ]),
);

describe('a path is refused', () => {
  it.each([
    ['of another version', `1.00000000.k7f2q9x1ab.1/s.a:y`, 'path.foreign', 0],
    ['of a story that is not here', `${HEADER}.1/s.a:y/t.a:y`, 'path.scenario', 2],
    ['that answers what was not asked', `${HEADER}.1/s.a:y.a:y`, 'path.decision', 2],
    ['with a choice that there is not', `${HEADER}.1/s.a:y.b:x`, 'path.answer', 2],
    ['that goes on after the end', `${HEADER}.1/s.a:n.b:q`, 'path.ended', 2],
    ['that keeps an unfinished story', `${HEADER}.2~s.a:y/s.a:n`, 'path.unfinished', 1],
    ['that says how sure where nobody asked', `${HEADER}.1/s.a:y!2`, 'path.answer', 1],
    ['that cannot be read', `${HEADER}.1/s.a:y.B:q`, 'path.malformed', 2],
  ])('%s, with the number of its token', (_, text, code, token) => {
    expect(() => replay(content, HASH, text)).toThrow(
      expect.objectContaining({ code, detail: expect.objectContaining({ token }) }),
    );
  });
});

describe('replaying a path', () => {
  it('finds the learner exactly where they were', () => {
    fc.assert(
      fc.property(randomScenario(LARGE), turns, fc.nat(40), (scenario, picks, length) => {
        const state = walk(scenario, picks.slice(0, length));
        fc.pre(state.steps.length > 0);
        const text = encodePath({ ...emptyPath(HASH, 'k7f2q9x1ab'), current: [takeOf(state)] });
        const [found] = replay(contentOf(scenario), `${HASH}ffff`, text).walks;
        expect(seen(found?.current)).toEqual(seen(state));
      }),
    );
  });

  it('keeps the takes of earlier runs apart from this one', () => {
    const { walks } = replay(content, HASH, `${HEADER}.2~s.a:n/s.a:y`);
    expect(walks[0]?.kept?.steps.map((one) => one.answer.chosen)).toEqual([['n']]);
    expect(walks[0]?.current?.scenes.at(-1)?.id).toBe('second');
  });

  it('takes any text or refuses it with a reason, and never fails otherwise', () => {
    const paths = fc.constantFrom(`${HEADER}.1/s.a:y.b:r`, `${HEADER}.2~s.a:n/s.a:y.b:q`);
    fc.assert(
      fc.property(damaged(paths), (text) => {
        try {
          expect(encodePath(replay(content, HASH, text).path)).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a path that was read already', () => {
    const text = `${HEADER}.1/s.a:y`;
    const { path, walks } = replay(content, HASH, text);
    expect(replay(content, HASH, decodePath(text))).toMatchObject({ path, walks });
  });
});

/** What a replay finds or why it refuses, without what it keeps for the next one. */
function found(of: Pick<Content, 'modules'>, text: string, before?: Replayed) {
  try {
    const replayed = replay(of, HASH, text, before);
    return { replayed, seen: { path: replayed.path, walks: replayed.walks } };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const { code, message, detail } = error;
    return { seen: { code, message, detail } };
  }
}

describe('a replay that is given another one', () => {
  const grown = (turn: (n: number) => number): string[] =>
    growingPaths(tinyContent, HASH, 'k7f2q9x1ab', (decision, flags) => anyAnswer(decision, flags, turn), 40);

  it('finds or refuses just what it would by itself, whatever the other was', () => {
    const random = fc.infiniteStream(fc.nat(1000));
    const jumps = fc.array(fc.tuple(fc.nat(79), fc.nat(3)), { minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(random, jumps, fc.array(fc.nat(300), { maxLength: 20 }), (stream, places, cuts) => {
        const turn = (n: number): number => stream.next().value % n;
        const paths = [...grown(turn), ...grown(turn)];
        const runs = places.flatMap(([from, length]) => paths.slice(from, from + length + 1));
        const texts = runs.map((text, at) => (cuts[at] === undefined ? text : text.slice(0, -cuts[at] || undefined)));
        let last: Replayed | undefined;
        for (const text of [...texts, ...runs]) {
          const given = found(tinyContent, text, last);
          expect(given.seen).toEqual(found(tinyContent, text).seen);
          last = given.replayed ?? last;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a damaged path at the same token and with the same words', () => {
    const paths = grown((n) => n - 1);
    fc.assert(
      fc.property(fc.nat(39), damaged(fc.constantFrom(...paths)), (place, text) => {
        const before = found(tinyContent, paths[place] ?? '').replayed;
        expect(before).toBeDefined();
        expect(found(tinyContent, text, before).seen).toEqual(found(tinyContent, text).seen);
      }),
      { numRuns: 2000 },
    );
  });

  it('walks a take that grew from where it was, and no other again', () => {
    const before = replay(content, HASH, `${HEADER}.2~s.a:n/s.a:y`);
    const after = replay(content, HASH, `${HEADER}.2~s.a:n/s.a:y.b:q`, before);
    expect(after.walks[0]?.kept).toBe(before.walks[0]?.kept);
    expect(after.walks[0]?.current?.steps[0]).toBe(before.walks[0]?.current?.steps[0]);
  });

  it('takes nothing from another reading of the course', () => {
    const again = structuredClone(content);
    const [story] = again.modules.flatMap((one) => one.scenarios);
    const text = `${HEADER}.2~s.a:n/s.a:y`;
    const { walks } = replay(again, HASH, text, replay(content, HASH, text));
    expect(walks[0]?.kept?.scenario).toBe(story);
    expect(walks[0]?.current?.scenario).toBe(story);
  });
});

const seen = (state: State | undefined) =>
  state && {
    flags: [...state.flags].sort(),
    scenes: state.scenes.map((one) => one.id),
    take: takeOf(state),
    judged: state.steps.map((one) => one.judged),
  };
