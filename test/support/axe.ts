/** What axe finds on a page, as lines that name the rule and the element. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Every rule that axe runs by itself, and the size of targets (WCAG 2.5.8), which it leaves out unless it is asked. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const run = rules ? axe.withRules([...rules]) : axe.options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await run.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.html} ${one.failureSummary ?? ''}`));
}
