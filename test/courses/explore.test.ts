import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingAt, type State } from '../../courses/model/engine.ts';
import { explore } from '../../courses/model/explore.ts';
import { SCENARIO_FULL, scenarioScore } from '../../courses/model/outcome.ts';
import { emptyPath, encodePath } from '../../courses/model/path.ts';
import { takeOf } from '../../courses/model/runs.ts';
import { everyWay } from '../support/every-way.ts';
import { LARGE, randomScenario, SMALL, turns } from '../support/random-scenario.ts';
import { walk } from '../support/random-walk.ts';
import { asks, bandsTo, choice, choose, ends, goesOn, item, storyOf } from '../support/story.ts';

const rangeOf = (values: readonly number[]) =>
  values.length === 0 ? undefined : { min: Math.min(...values), max: Math.max(...values) };
const scored = (state: State) => state.steps.filter((one) => one.judged.points !== undefined);
const isSound = (state: State): boolean =>
  scored(state).every(({ judged }) => judged.rating === 'strong' || judged.rating === 'sound');
const isHarmful = (state: State): boolean => state.steps.some((one) => one.judged.harmful);
const lastScene = (state: State): string => state.scenes.at(-1)?.id ?? '';

/** Characters of a take in a path, where every decision that asks how sure is answered. */
function lengthOf(state: State): number {
  const empty = emptyPath('00000000', 'aaaaaaaa');
  const unsaid = state.steps.filter(
    ({ decision, answer }) => 'confidence' in decision && decision.confidence && answer.confidence === undefined,
  ).length;
  return encodePath({ ...empty, current: [takeOf(state)] }).length - encodePath(empty).length + 2 * unsaid;
}

describe('exploring a story', () => {
  it('agrees with walking every way, one by one', () => {
    fc.assert(
      fc.property(randomScenario(SMALL), (scenario) => {
        const ways = everyWay(scenario);
        const tour = explore(scenario);
        expect(tour.paths).toBe(ways.length);
        expect(tour.decisions).toEqual(rangeOf(ways.map((one) => one.steps.length)));
        expect(tour.score).toEqual(rangeOf(ways.map(scenarioScore)));
        expect(tour.sound).toEqual(rangeOf(ways.filter(isSound).map(scenarioScore)));
        expect(tour.harmful).toEqual(rangeOf(ways.filter(isHarmful).map(scenarioScore)));
        expect(tour.longestTake).toBe(Math.max(...ways.map(lengthOf)));
      }),
      { numRuns: 200 },
    );
  });

  it('agrees about every ending, and about every scene that is reached', () => {
    fc.assert(
      fc.property(randomScenario(SMALL), (scenario) => {
        const ways = everyWay(scenario);
        const { endings, scenes } = explore(scenario);
        expect(new Set(endings.map((one) => one.scene))).toEqual(new Set(ways.map(lastScene)));
        for (const ending of endings) {
          const here = ways.filter((one) => lastScene(one) === ending.scene);
          expect(ending).toEqual({
            scene: ending.scene,
            paths: here.length,
            decisions: rangeOf(here.map((one) => one.steps.length)),
            score: rangeOf(here.map(scenarioScore)),
          });
        }
        const asked = ways.flatMap((one) => one.steps.map((taken) => taken.scene.id));
        for (const id of [...asked, ...ways.map(lastScene)]) expect(scenes.has(id)).toBe(true);
        const met = new Map(
          ways.flatMap((one) => one.steps.map((taken) => [`${taken.scene.id} ${flagsOf(taken)}`, taken])),
        );
        const counted = [...scenes.values()].filter((one) => asked.includes(one.scene)).flatMap((one) => one.flags);
        expect(counted.length).toBe(met.size);
      }),
      { numRuns: 100 },
    );
  });

  it('bounds every walk through a long story', () => {
    fc.assert(
      fc.property(randomScenario(LARGE), turns, (scenario, picks) => {
        const state = walk(scenario, picks);
        fc.pre(endingAt(state) !== undefined);
        const tour = explore(scenario);
        const ending = tour.endings.find((one) => one.scene === lastScene(state));
        expect(within(scenarioScore(state), ending?.score)).toBe(true);
        expect(within(state.steps.length, ending?.decisions)).toBe(true);
        expect(lengthOf(state)).toBeLessThanOrEqual(tour.longestTake);
        if (isHarmful(state)) expect(within(scenarioScore(state), tour.harmful)).toBe(true);
        if (isSound(state)) expect(within(scenarioScore(state), tour.sound)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('counts thousands of billions of ways without walking them', () => {
    const items = Array.from({ length: 9 }, (_, index) => item(`i${index}`, index < 4 ? 'strong' : 'risky'));
    const scenes = Array.from({ length: 5 }, (_, index) =>
      asks(`n${index}`, {
        kind: 'select',
        id: `d${index}`,
        ask: 'Which?',
        choices: items,
        bands: bandsTo(`n${index + 1}`),
      }),
    );
    const tour = explore(storyOf([...scenes, ends('n5')]));
    expect(tour.paths).toBe(511 ** 5);
    expect(tour.score).toEqual({ min: 0, max: SCENARIO_FULL });
  });

  it('tells a scene that no flags ever open from one that they do', () => {
    const ways = [{ when: 'told', scene: 'open' }, { when: 'hid', scene: 'closed' }, { scene: 'end' }];
    const story = storyOf([
      asks('first', choose('a', choice('y', 'strong', 'go', { set: ['told'] }), choice('n', 'risky', 'go'))),
      goesOn('go', ways),
      ends('open'),
      ends('closed'),
      ends('end'),
    ]);
    expect([...explore(story).scenes.keys()].sort()).toEqual(['end', 'first', 'go', 'open']);
  });

  it('says that a story goes round in a circle, rather than going round with it', () => {
    const round = storyOf([
      asks('one', choose('a', choice('y', 'strong', 'two'), choice('n', 'risky', 'two'))),
      asks('two', choose('b', choice('y', 'strong', 'one'), choice('n', 'risky', 'one'))),
    ]);
    expect(() => explore(round)).toThrow('circle');
  });
});

const flagsOf = (taken: { flags: ReadonlySet<string> }): string => [...taken.flags].sort().join();
const within = (value: number, range: { min: number; max: number } | undefined): boolean =>
  range !== undefined && value >= range.min && value <= range.max;
