import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, comparePaths, extendsPath, mayReplace } from '../../courses/model/compare.ts';
import { endingAt, type State } from '../../courses/model/engine.ts';
import { bestTake, scenarioScore } from '../../courses/model/outcome.ts';
import { decodePath, emptyPath, encodePath, type Path } from '../../courses/model/path.ts';
import { replay } from '../../courses/model/replay.ts';
import { beginRun, takeOf } from '../../courses/model/runs.ts';
import type { Module, Scenario } from '../../courses/model/schema.ts';
import { LARGE, randomScenario, turns } from '../support/random-scenario.ts';
import { walk } from '../support/random-walk.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';

const HASH = '3fa94c21';
const HEADER = `1.${HASH}.k7f2q9x1ab`;

function story(id: string): Scenario {
  return storyOf(
    [
      asks('one', choose('a', choice('t', 'strong', 'two'), choice('h', 'harmful', 'two'))),
      asks('two', choose('b', choice('t', 'strong', 'end'), choice('s', 'sound', 'end'), choice('r', 'risky', 'end'))),
      ends('end'),
    ],
    { id },
  );
}

const content = { modules: [moduleOf([story('s'), story('t')])] };
const compare = (stored: string, incoming: string): Comparison =>
  comparePaths(replay(content, HASH, `${HEADER}.${stored}`), replay(content, HASH, `${HEADER}.${incoming}`));

describe('of two paths of one attempt', () => {
  it.each<[string, string, string, Comparison]>([
    ['the same is the same', '1/s.a:t', '1/s.a:t', 'same'],
    ['the order in which stories were begun does not matter', '1/s.a:t/t.a:t', '1/t.a:t/s.a:t', 'same'],
    ['one more decision is ahead', '1/s.a:t', '1/s.a:t.b:t', 'ahead'],
    ['one more story is ahead', '1/s.a:t.b:t', '1/s.a:t.b:t/t.a:h', 'ahead'],
    ['a path that stops earlier is behind', '1/s.a:t.b:t', '1/s.a:t', 'behind'],
    ['another answer diverges', '1/s.a:t', '1/s.a:h', 'diverged'],
    ['each with a story that the other has not diverge', '1/s.a:t', '1/t.a:t', 'diverged'],
    ['a retake that keeps what was reached is ahead', '1/s.a:h.b:r/t.a:t.b:t', '2~s.a:h.b:r~t.a:t.b:t/s.a:t', 'ahead'],
    [
      'a retake that did better, and keeps that, is ahead',
      '2~s.a:h.b:r~t.a:t.b:t/s.a:t.b:t',
      '3~s.a:t.b:t~t.a:t.b:t/t.a:t',
      'ahead',
    ],
    [
      'a retake that kept the worse take of a story diverges',
      '2~s.a:h.b:r~t.a:t.b:t/s.a:t.b:t',
      '3~s.a:h.b:r~t.a:t.b:t/t.a:t',
      'diverged',
    ],
    ['a retake that lost a finished story diverges', '1/s.a:t.b:t/t.a:t.b:t', '2~s.a:t.b:t/s.a:h', 'diverged'],
    ['a retake that lost an unfinished story diverges', '1/s.a:t.b:t/t.a:t', '2~s.a:t.b:t/s.a:h', 'diverged'],
    ['a retake in which that story goes on is ahead', '1/s.a:t.b:t/t.a:t', '2~s.a:t.b:t/t.a:t/s.a:h', 'ahead'],
    ['two retakes of one run that went different ways diverge', '2~s.a:t.b:t/s.a:t', '2~s.a:t.b:t/s.a:h', 'diverged'],
    ['two retakes that kept different takes diverge', '2~s.a:t.b:t/t.a:t', '2~s.a:t.b:s/t.a:t', 'diverged'],
  ])('%s', (_, stored, incoming, comparison) => {
    expect(compare(stored, incoming)).toBe(comparison);
  });

  it('another attempt’s is none of ours', () => {
    const other = replay(content, HASH, `1.${HASH}.zzzzzzzzzz.1/s.a:t`);
    expect(comparePaths(replay(content, HASH, `${HEADER}.1/s.a:t`), other)).toBe('diverged');
  });
});

describe('where two ways diverge, the learner', () => {
  const came = (passed: boolean, percent: number | undefined) => ({
    complete: true,
    percent,
    passed,
    progress: 1,
    modules: [],
  });

  it('cannot give up a pass for a way that has not passed, or passed with less', () => {
    expect(mayReplace(came(true, 80), came(false, undefined))).toBe(false);
    expect(mayReplace(came(true, 80), came(true, 70))).toBe(false);
  });

  it('may take a better pass, and anything where nothing was passed', () => {
    expect(mayReplace(came(true, 80), came(true, 80))).toBe(true);
    expect(mayReplace(came(false, 55), came(false, undefined))).toBe(true);
  });
});

/** A module of two random stories, and a path through it that has some finished, some unfinished, and up to two retakes. */
const attempts = fc
  .tuple(randomScenario(LARGE), randomScenario(LARGE))
  .map(([first, second]) => ({
    modules: [
      moduleOf([
        { ...first, id: 'one' },
        { ...second, id: 'two' },
      ]),
    ],
  }))
  .chain((modules) => fc.tuple(fc.constant(modules), pathThrough(modules), pathThrough(modules)));

type Modules = { modules: Module[] };
const lengths = fc.array(fc.nat(30), { minLength: 4, maxLength: 4 });

function pathThrough(modules: Modules): fc.Arbitrary<Path> {
  return fc.tuple(turns, lengths, fc.nat(2)).map(([picks, cut, retakes]) => {
    const [first, second] = modules.modules.flatMap((one) => one.scenarios);
    let path = taken(taken(emptyPath(HASH, 'k7f2q9x1ab'), walkOf(first, picks, cut[0])), walkOf(second, picks, cut[1]));
    for (let retake = 0; retake < retakes; retake += 1) {
      const again = retake === 0 ? first : second;
      const replayed = replay(modules, HASH, path);
      if (!replayed.walks.some((one) => one.scenario === again && bestTake(one))) return path;
      path = taken(beginRun(replayed, again?.id ?? ''), walkOf(again, picks.slice(7 + retake), cut[2 + retake]));
    }
    return path;
  });
}

const walkOf = (scenario: Scenario | undefined, picks: readonly number[], length = 0): State | undefined =>
  scenario && walk(scenario, picks.slice(0, length));

const taken = (path: Path, state: State | undefined): Path =>
  state && state.steps.length > 0 ? { ...path, current: [...path.current, takeOf(state)] } : path;

const OPPOSITE: Record<Comparison, Comparison> = {
  same: 'same',
  ahead: 'behind',
  behind: 'ahead',
  diverged: 'diverged',
};

describe('whatever the stories', () => {
  it('each path is the same as itself, and what is ahead one way is behind the other', () => {
    fc.assert(
      fc.property(attempts, ([modules, one, other]) => {
        const [a, b] = [replay(modules, HASH, one), replay(modules, HASH, other)];
        expect(comparePaths(a, a)).toBe('same');
        expect(comparePaths(b, a)).toBe(OPPOSITE[comparePaths(a, b)]);
      }),
      { numRuns: 60 },
    );
  });

  it('every beginning of a path is behind it', () => {
    fc.assert(
      fc.property(attempts, fc.nat(), ([modules, path], pick) => {
        const last = path.current.at(-1);
        fc.pre(last !== undefined && last.tokens.length > 1);
        const tokens = last?.tokens.slice(0, 1 + (pick % ((last?.tokens.length ?? 2) - 1))) ?? [];
        const shorter = {
          ...path,
          current: [...path.current.slice(0, -1), { scenario: last?.scenario ?? '', tokens }],
        };
        expect(comparePaths(replay(modules, HASH, path), replay(modules, HASH, shorter))).toBe('behind');
        expect(extendsPath(encodePath(shorter), encodePath(path))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('beginning a run loses nothing: every story’s best score stands, and unfinished ones go on', () => {
    fc.assert(
      fc.property(attempts, ([modules, path]) => {
        const before = replay(modules, HASH, path);
        const again = before.walks.find((one) => bestTake(one));
        fc.pre(again !== undefined);
        const begun = beginRun(before, again?.scenario.id ?? '');
        const after = replay(modules, HASH, encodePath(begun));
        expect(begun.run).toBe(path.run + 1);
        expect(comparePaths(before, after)).toBe('ahead');
        expect(scoresOf(after)).toEqual(scoresOf(before));
        expect(
          after.walks
            .map((one) => openSteps(one.current))
            .filter((_, at) => after.walks[at]?.scenario !== again?.scenario),
        ).toEqual(
          before.walks
            .map((one) => openSteps(one.current))
            .filter((_, at) => before.walks[at]?.scenario !== again?.scenario),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('a path that extends another, as text, is never behind it', () => {
    fc.assert(
      fc.property(attempts, ([modules, one, other]) => {
        const [less, more] = [encodePath(one), encodePath(other)];
        if (!extendsPath(less, more)) return;
        expect(comparePaths(replay(modules, HASH, decodePath(less)), replay(modules, HASH, decodePath(more)))).toBe(
          'ahead',
        );
      }),
      { numRuns: 60 },
    );
  });
});

const scoresOf = ({ walks }: ReturnType<typeof replay>) =>
  walks.map((one) => bestTake(one)).map((best) => best && scenarioScore(best));
const openSteps = (state: State | undefined) => (state && !endingAt(state) ? state.steps.length : 0);
