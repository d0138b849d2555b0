import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '../../courses/model/engine.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { decodePath, emptyPath, encodePath } from '../../courses/model/path.ts';
import { replay } from '../../courses/model/replay.ts';
import { takeOf } from '../../courses/model/runs.ts';
import type { Module, Scenario } from '../../courses/model/schema.ts';
import { damaged } from '../support/random-path.ts';
import { LARGE, randomScenario, turns } from '../support/random-scenario.ts';
import { walk } from '../support/random-walk.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';

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
    expect(replay(content, HASH, decodePath(text))).toEqual(replay(content, HASH, text));
  });
});

const seen = (state: State | undefined) =>
  state && {
    flags: [...state.flags].sort(),
    scenes: state.scenes.map((one) => one.id),
    take: takeOf(state),
    judged: state.steps.map((one) => one.judged),
  };
