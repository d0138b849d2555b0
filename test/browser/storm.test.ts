/**
 * Whether a storm would see a broken player: each is played through a run that the real one comes through. The storm
 * itself is `npm run storm`: what it finds depends on timing as well, so that it is no gate for every change.
 */
import { describe, expect, test } from 'vitest';
import { MUTANTS, playerOf } from '../storm/mutants.ts';
import { planOf } from '../storm/plan.ts';
import { ride } from '../storm/ride.ts';
import { sharedBrowser } from '../support/browser.ts';

const browser = await sharedBrowser();

describe('the storm sees a player that', () => {
  test.each(MUTANTS)('$name', async (mutant) => {
    const { findings } = await ride(browser, planOf(mutant.seed), await playerOf(mutant));
    expect(findings).not.toEqual([]);
  });
});
