/** A debrief on paper, as people take it to supervision: what was folded on the screen is there in full. */
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { contextOf, openAttempt, sixDecisions } from '../support/host-page.ts';
import { startLearner } from '../support/learners.ts';
import { servePlayer } from '../support/play-package.ts';
import { openAtTheEnd, press } from '../support/sitting.ts';

const browser = await sharedBrowser();

/** How many folded parts there are, how many of them stand open while Chromium makes its PDF, and how many after. */
async function foldsOnPaper(page: Page, place: Page | Frame) {
  const count = () => place.evaluate(() => [...document.querySelectorAll('details')].filter((one) => one.open).length);
  await place.evaluate(() => {
    addEventListener('beforeprint', () => {
      const folds = [...document.querySelectorAll('details')];
      const seen = folds.filter((one) => [...one.children].at(-1)?.checkVisibility());
      document.body.dataset.printed = `${seen.length} of ${folds.length}`;
    });
  });
  const before = await count();
  await page.pdf();
  const printed = await place.evaluate(() => document.body.dataset.printed);
  return { before, printed, after: await count() };
}

const site = await servePlayer();

test('a package prints what came of every decision, why, and its points, and folds them again', async () => {
  const page = await openAtTheEnd(browser, site.url);
  await press(page, 'Look back: Joyce’s screenshot');
  await page.getByRole('heading', { level: 1, name: 'The way you went' }).waitFor();
  const folds = await page.locator('details').count();
  expect(folds).toBeGreaterThan(5);
  const { before, printed, after } = await foldsOnPaper(page, page);
  expect(before).toBe(0);
  expect(printed).toBe(`${folds} of ${folds}`);
  expect(after).toBe(0);
});

const { running, address } = await runApp({ content: sixDecisions });

test('so does the page of this server, whose frame is as tall as all of it', async () => {
  const learner = await startLearner(running);
  const { page, frame, decide } = await openAttempt(await contextOf(browser, address, learner), address, learner.id);
  await decide('xyxyxy');
  await frame.getByRole('button', { name: 'Go on' }).click();
  await frame.getByRole('button', { name: 'Look back at your way' }).click();
  await frame.getByRole('heading', { level: 1, name: 'The way you went' }).waitFor();
  const inside = await (await page.waitForSelector('#package')).contentFrame();
  if (!inside) throw new Error('There is no package.');
  const folds = await inside.locator('details').count();
  const folded = await inside.evaluate(() => document.documentElement.scrollHeight);
  await page.evaluate(() => {
    addEventListener('beforeprint', () => {
      document.body.dataset.height = String(document.querySelector('iframe')?.getBoundingClientRect().height);
    });
  });
  expect((await foldsOnPaper(page, inside)).printed).toBe(`${folds} of ${folds}`);
  expect(Number(await page.evaluate(() => document.body.dataset.height))).toBeGreaterThan(folded + 500);
});
