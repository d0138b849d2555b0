import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
let running: TestApp;
let url: string;
beforeAll(async () => {
  browser = await launchBrowser();
  running = await startApp();
  url = await running.listen();
});
afterAll(async () => {
  await browser.close();
  await running.close();
});

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
