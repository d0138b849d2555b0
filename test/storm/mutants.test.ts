/**
 * Whether a storm would see a broken player: each is played through a run after the real one has come through it. What a
 * storm finds depends on timing as well, so that it is no gate for every change.
 */
import { describe, expect, test } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { MUTANTS, playerOf } from './mutants.ts';
import { planOf } from './plan.ts';
import { ride } from './ride.ts';

const browser = await sharedBrowser();

describe('the storm sees a player that', () => {
  test.each(MUTANTS.flatMap(({ seed, ...one }) => (seed === undefined ? [] : { seed, ...one })))(
    '$name',
    async (mutant) => {
      const real = await ride(browser, planOf(mutant.seed));
      expect(real.findings).toEqual([]);
      const { findings } = await ride(browser, planOf(mutant.seed), await playerOf(mutant), real.calm);
      expect(findings).not.toEqual([]);
    },
  );
});
