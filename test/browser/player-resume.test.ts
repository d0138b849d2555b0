/** Coming back: after a reload in any state, and in a new tab after any decision. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { throughEveryState } from '../support/every-state.ts';
import { servePlayer } from '../support/play-package.ts';
import { beginStory, press } from '../support/sitting.ts';
import { standing } from '../support/standing.ts';

const browser = await sharedBrowser();
const site = await servePlayer();

async function open(): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(site.url);
  return page;
}

const record = (page: Page): Promise<string> =>
  page.evaluate(() => Object.entries(localStorage).map(String).sort().join('\n'));

test('a learner who reloads in any state is where they were, and the record is unchanged', async () => {
  const page = await open();
  const moved: string[] = [];
  await throughEveryState(page, async (state) => {
    if (state === 'title') return;
    // What is said of a missing answer goes with the reload: nothing is wrong until it is sent again.
    await page.evaluate(() => document.querySelector('#error')?.replaceChildren());
    await expect.poll(() => page.locator('#saved').textContent()).toBe('Kept in this browser only');
    const before = [await standing(page), await record(page)];
    await page.reload();
    await page.waitForSelector('main [tabindex]');
    if ((await standing(page)) !== before[0]) moved.push(state);
    if ((await record(page)) !== before[1]) moved.push(`${state}: record`);
  });
  expect(moved).toEqual([]);
  await page.context().close();
});

test('a learner who closes the tab at any decision finds that decision again', async () => {
  let page = await open();
  const reopen = async (): Promise<void> => {
    await expect.poll(() => page.locator('#saved').textContent()).toBe('Kept in this browser only');
    const next = await page.context().newPage();
    await page.close();
    page = next;
    await page.goto(site.url);
    await page.getByRole('button', { name: /^Go on: / }).click();
  };
  await beginStory(page, 'Joyce’s screenshot');
  await page.getByText('Delete your old post').click();
  await press(page, 'Do this');
  await reopen();
  // The scenes since the last decision, with what came of it told again.
  expect(await page.getByText('It is gone from your page').isVisible()).toBe(true);
  await press(page, 'Go on');
  expect(await page.getByText('Which details give the family away?').isVisible()).toBe(true);
  await page.getByText('It rained').click();
  await press(page, 'Do this');
  await reopen();
  expect(await page.getByText('Tom shows you the street').isVisible()).toBe(true);
  expect(await page.getByText('Mark what should not be there.').isVisible()).toBe(true);
  await page.context().close();
});
