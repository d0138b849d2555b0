/** Every state of the player, at a phone's width and a desk's: axe finds nothing, and nothing scrolls sideways. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { packageFiles, type Site, serveFiles } from '../support/play-package.ts';
import { press } from '../support/sitting.ts';

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

/** Walks through every kind of state; `look` is called in each. */
async function throughEveryState(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  await look('title');
  await press(page, 'Begin');
  await look('stories');
  await press(page, 'Begin: Joyce’s screenshot');
  await press(page, 'Do this');
  await look('chat, choose, error');
  await page.getByText('Ask her in the chat').click();
  await page.getByText('Very', { exact: true }).click();
  await press(page, 'Do this');
  await page.getByText('Security, point 9').click();
  await look('what happens, why, clause, panel, tension');
  await press(page, 'Try another way');
  await look('another way');
  await press(page, 'Back to your way');
  await press(page, 'Go on');
  await look('post');
  await press(page, 'Go on');
  await look('e-mail, select');
  await page.getByText('It rained').click();
  await press(page, 'Do this');
  await look('what happens after select');
  await press(page, 'Go on');
  await press(page, 'their gran');
  await look('spot');
  await press(page, 'Mark these');
  await press(page, 'Go on');
  await look('ending');
  await press(page, 'Look back at your way');
  await look('debrief');
  await press(page, 'Next story: The open door');
  await look('call, settings, order');
  await press(page, 'Do it in this order');
  await look('what happens after order');
  await press(page, 'Go on');
  await look('record, document, weigh');
  await page.getByRole('radio').first().check({ force: true });
  await press(page, 'Stand here');
  await press(page, 'Go on');
  await look('inbox, draft, write');
  await press(page, 'Keep and go on');
  await press(page, 'Look back at your way');
  await press(page, 'See how it went');
  await look('result');
  await page.goto(`${site.url}transcript.html`);
  await look('transcript');
}

describe.each([
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 650, colorScheme: 'dark' },
] as const)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  test('axe finds nothing and nothing scrolls sideways in any state', async () => {
    const context = await browser.newContext({
      viewport: { width, height: 666 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(site.url);
    const faults: string[] = [];
    await throughEveryState(page, async (state) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) {
        faults.push(`${state}: ${id}: ${nodes.map((one) => `${one.html} ${one.failureSummary}`).join(' | ')}`);
      }
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${state}: scrolls ${over} px sideways`);
    });
    expect(faults).toEqual([]);
    await context.close();
  });
});
