import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingAt, start } from '../../../courses/model/engine.ts';
import { lintScenario } from '../../../courses/model/lint/lint.ts';
import type { Scenario } from '../../../courses/model/schema.ts';
import { goodGuidance } from '../../support/good-course.ts';
import { LARGE, randomScenario, turns } from '../../support/random-scenario.ts';
import { walk } from '../../support/random-walk.ts';

/** The same story with its scenes' names mixed up wherever they stand: ways lead anywhere, ids repeat, some are gone. */
function muddled(scenario: Scenario, picks: readonly number[]): Scenario {
  let turn = 0;
  const text = JSON.stringify(scenario).replace(/"n\d+"/g, (name) => {
    turn += 1;
    const pick = picks[turn % picks.length] ?? 0;
    return pick % 3 === 0 ? `"n${pick % 25}"` : name;
  });
  return JSON.parse(text);
}

const lintAlone = (scenario: Scenario) => lintScenario(scenario, goodGuidance, { module: 'm', index: 0 });

describe('lint of any story', () => {
  it('judges the most broken one without breaking itself', () => {
    fc.assert(
      fc.property(randomScenario(LARGE), turns, (scenario, picks) => {
        const { findings } = lintAlone(muddled(scenario, picks));
        expect(findings.every((one) => one.message.length > 0 && one.path[0] === 'scenarios')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('lets none be walked that leads nowhere: what it calls sound in structure always reaches an ending', () => {
    fc.assert(
      fc.property(randomScenario(LARGE), turns, fc.boolean(), (scenario, picks, muddle) => {
        const story = muddle ? muddled(scenario, picks) : scenario;
        if (!lintAlone(story).tour) return;
        expect(start(story).scenes.length).toBeGreaterThan(0);
        expect(endingAt(walk(story, picks))).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });
});
