/** What axe finds on a page, as lines that name the rule and the element. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Every rule that axe runs by itself, and the size of targets (WCAG 2.5.8), which it leaves out unless it is asked. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const asked = rules
    ? { runOnly: { type: 'rule' as const, values: [...rules] } }
    : { rules: { 'target-size': { enabled: true } } };
  // What passes need not be named one by one, and only frames need the blank page on which axe gathers what it found in
  // several: without these two the same faults cost half as much again.
  const axe = new AxeBuilder({ page }).options({ ...asked, resultTypes: ['violations'] });
  const { violations } = await axe.setLegacyMode(page.frames().length === 1).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.html} ${one.failureSummary ?? ''}`));
}

/** The colours of a page that is light, as it looks in the dark; light again afterwards. */
export async function axeFaultsInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await axeFaults(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: null });
  return faults;
}
