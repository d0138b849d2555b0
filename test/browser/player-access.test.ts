/**
 * Every state of the player, on a desk, in an LMS's frame and at 400 % zoom: axe finds nothing, and nothing scrolls
 * sideways. 400 % of a window of 1280 × 1024 is 320 × 256, the smallest that WCAG 1.4.10 speaks of, and a phone's width.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { throughEveryState } from '../support/every-state.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { packageFiles, type Site, serveFiles } from '../support/play-package.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFiles({ ...packageFiles(), 'settings.js': 'window.standpointSettings = {};' });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What a browser writes its own way, and names that tick boxes share. */
const BROWSERS_OWN = /doctype-style|attribute-boolean-style|attribute-empty-style|form-dup-name/;

const markupFaults = async (page: Page): Promise<string[]> =>
  (await htmlFaults(await page.content())).filter((one) => !BROWSERS_OWN.test(one));

describe.each([
  { width: 320, height: 256, zoom: 4, colorScheme: 'light' },
  { width: 1280, height: 800, zoom: 1, colorScheme: 'light' },
  { width: 650, height: 666, zoom: 1, colorScheme: 'dark' },
] as const)('at $width × $height px, $colorScheme', ({ width, height, zoom, colorScheme }) => {
  test('axe finds nothing and nothing scrolls sideways in any state', async () => {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: zoom,
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(site.url);
    const faults: string[] = [];
    const look = async (state: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) {
        faults.push(`${state}: ${id}: ${nodes.map((one) => `${one.html} ${one.failureSummary}`).join(' | ')}`);
      }
      faults.push(...(await markupFaults(page)).map((one) => `${state}: ${one}`));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${state}: scrolls ${over} px sideways`);
    };
    await throughEveryState(page, look);
    await page.getByRole('button', { name: 'Read the whole module as text' }).click();
    await look('transcript');
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('axe finds nothing where saved decisions cannot be read, and the learner is asked first', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBe(1);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, 'bookmark=7');
  });
  await page.reload();
  await page.getByRole('heading', { name: 'Your saved decisions cannot be read' }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => Object.values(localStorage))).toEqual(['bookmark=7']);
  await context.close();
});
