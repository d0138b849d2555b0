import { describe, expect, it } from 'vitest';
import { coverage, scenariosPractising } from '../../courses/model/coverage.ts';
import { goodCourse, goodGuidance } from '../support/good-course.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';

const covered = (course: Parameters<typeof coverage>[0], id: string) =>
  coverage(course, goodGuidance).clauses.find((one) => one.id === id);

const oneDecision = (serving: string, missing: string) => ({
  modules: [
    moduleOf([
      storyOf([
        asks(
          'first',
          choose(
            'a',
            choice('y', 'sound', 'end', { clauses: [serving] }),
            choice('n', 'risky', 'end', { clauses: [missing] }),
          ),
        ),
        ends('end'),
      ]),
    ]),
  ],
});

describe('coverage', () => {
  it('counts a clause as practised by the choice that serves it and the choice that misses it', () => {
    expect(covered(oneDecision('security.1', 'security.1'), 'security.1')?.practised).toEqual([
      { module: 'security', scenario: 's', scene: 'first', choice: 'y' },
      { module: 'security', scenario: 's', scene: 'first', choice: 'n' },
    ]);
  });

  it('counts a clause that is only served, or only missed, as explained by the reason and not as practised', () => {
    const course = oneDecision('security.1', 'security.2');
    for (const id of ['security.1', 'security.2']) {
      expect(covered(course, id)).toMatchObject({
        practised: [],
        explained: [{ module: 'security', scenario: 's', scene: 'first' }],
      });
    }
  });

  it('counts what the About page names as explained there', () => {
    expect(covered(goodCourse, 'tools.1')?.explained).toEqual([{ module: null, scenario: null, scene: 'about' }]);
  });

  it('counts a block’s clauses as explained, once a scene', () => {
    expect(covered(goodCourse, 'security.3')).toMatchObject({
      practised: [],
      explained: ['one', 'two', 'tre'].map((scenario) => ({ module: 'security', scenario, scene: 'first' })),
    });
  });

  it('lists every clause, in the order of the guidance, whether it is taught or not', () => {
    expect(coverage({ modules: [] }, goodGuidance).clauses.map((one) => one.id)).toEqual(
      goodGuidance.clauses.map((one) => one.id),
    );
  });

  it('knows in how many stories a clause is practised, however often in each', () => {
    const clause = covered(goodCourse, 'security.2');
    expect(clause && scenariosPractising(clause)).toBe(3);
  });
});
