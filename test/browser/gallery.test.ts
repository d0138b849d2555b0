import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runApp } from '../support/app.ts';
import { axeFaults } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';

const browser = await sharedBrowser();
const { address: url } = await runApp();

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${url}/gallery`);
  await page.getByRole('heading', { name: 'Put in order' }).waitFor();
  return page;
}

for (const [width, scheme] of [
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'light'],
] as const) {
  test(`axe finds nothing on any block or decision at ${width} px, ${scheme}`, async () => {
    const page = await open(width, scheme);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
}

test('at 320 px nothing scrolls sideways', async () => {
  const page = await open(320, 'light');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
  await page.context().close();
});
