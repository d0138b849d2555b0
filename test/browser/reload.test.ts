/** A reload in the middle of things: before anything is confirmed, and on this server, where the record is kept elsewhere. */
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { contextOf } from '../support/host-page.ts';
import { startLearner } from '../support/learners.ts';
import { servePlayer } from '../support/play-package.ts';
import { beginStory, press, takeScreenshotStory } from '../support/sitting.ts';
import { standing } from '../support/standing.ts';

const browser = await sharedBrowser();
const site = await servePlayer();
const { running, address: here } = await runApp();

const record = (page: Page): Promise<string> =>
  page.evaluate(() => Object.entries(localStorage).map(String).sort().join('\n'));

/** A page whose every reload is compared with what it was before. */
async function reloading(
  page: Page,
): Promise<{ page: Page; reload: (what: string) => Promise<void>; moved: string[] }> {
  const moved: string[] = [];
  return {
    page,
    moved,
    reload: async (what) => {
      const [seen, kept, title] = [await standing(page), await record(page), await page.title()];
      await page.reload();
      await page.waitForSelector('main [tabindex]');
      // A part of reflect.js comes when its script has been fetched.
      await page.waitForFunction((before) => document.title === before, title).catch(() => undefined);
      if ((await standing(page)) !== seen) moved.push(`${what}: ${await standing(page)}`);
      if ((await record(page)) !== kept) moved.push(`${what}: record`);
    },
  };
}

async function open() {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(site.url);
  return reloading(page);
}

test('every kind of answer is as it stood before it was confirmed', async () => {
  const { page, reload, moved } = await open();
  await beginStory(page, 'Joyce’s screenshot');
  await page.getByText('Delete your old post').click();
  await page.getByText('Fairly', { exact: true }).click();
  await reload('choose, and how sure');
  await press(page, 'Do this');
  await press(page, 'Go on');
  await press(page, 'Go on');
  await page.getByText('The blue door').click();
  await page.getByText('It rained').click();
  await reload('select');
  await press(page, 'Do this');
  await press(page, 'Go on');
  await press(page, 'their gran');
  await reload('spot');
  await press(page, 'Mark these');
  await press(page, 'Go on');
  await press(page, 'Look back at your way');
  await press(page, 'Next story: The open door');
  await press(page, 'Move down: Go on with the call');
  await reload('order');
  await press(page, 'Do it in this order');
  await press(page, 'Go on');
  await page.getByRole('radio').nth(2).check({ force: true });
  await reload('weigh');
  await press(page, 'Stand here');
  await press(page, 'Go on');
  await page.getByRole('textbox').fill('Not yet sent.');
  await reload('write');
  expect(moved).toEqual([]);
  await page.context().close();
});

test('a chat has as many messages as had arrived, the rest still arrive, and none arrives twice', async () => {
  const page = await (await browser.newContext({ reducedMotion: 'no-preference' })).newPage();
  await page.clock.install();
  await page.goto(site.url);
  await beginStory(page, 'Joyce’s screenshot');
  const messages = page.getByRole('log').getByRole('listitem');
  while ((await messages.count()) < 3) await page.clock.runFor(500);
  const { reload, moved } = await reloading(page);
  await reload('mid-chat');
  expect(moved).toEqual([]);
  expect(await messages.count()).toBe(3);
  expect(await page.getByRole('button', { name: 'Do this' }).isVisible()).toBe(false);
  const texts = await messages.allTextContents();
  await page.clock.runFor(30_000);
  const all = await messages.allTextContents();
  expect(all.slice(0, 3)).toEqual(texts);
  expect(new Set(all).size).toBe(6);
  expect(await page.getByRole('button', { name: 'Do this' }).isVisible()).toBe(true);
  await page.context().close();
});

test('another way goes on where it was, two decisions deep, and still leads back to the learner’s own', async () => {
  const { page, reload, moved } = await open();
  await beginStory(page, 'Joyce’s screenshot');
  await takeScreenshotStory(page, 'hard');
  await press(page, 'Look back at your way');
  const debrief = await standing(page);
  await press(page, 'Try another way: The chat');
  await page.getByText('Ring Joyce now').click();
  await reload('another way, chosen and not confirmed');
  await press(page, 'Do this');
  await reload('what happens another way');
  await press(page, 'Go on');
  await press(page, 'Go on');
  await page.getByText('The blue door').click();
  await press(page, 'Do this');
  await reload('what happens two decisions deep');
  await press(page, 'Try yet another way');
  await reload('yet another way');
  await press(page, 'Back to your way');
  expect(await standing(page)).toBe(debrief);
  await reload('debrief');
  await press(page, 'Read the whole module as text');
  // Its script is fetched on asking.
  await page.getByRole('heading', { level: 1, name: /the whole text$/ }).waitFor();
  await reload('transcript');
  await press(page, 'Back');
  expect(await standing(page)).toBe(debrief);
  expect(moved).toEqual([]);
  await page.context().close();
});

test('on this server the learner is where they were, and nothing is saved by coming back', async () => {
  const learner = await startLearner(running);
  const page = await (await contextOf(browser, here, learner)).newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${here}/attempts/${learner.id}`);
  const commits: string[] = [];
  const packageIn = async (): Promise<Frame> => {
    const frame = await (await page.waitForSelector('#package')).contentFrame();
    if (!frame) throw new Error('There is no package.');
    return frame;
  };
  const reload = async (what: string): Promise<Frame> => {
    await page.locator('#save', { hasText: /^Saved$/ }).waitFor();
    const [seen, kept] = [await standing(await packageIn()), learner.stored()];
    page.on('request', (one) => one.method() === 'PUT' && commits.push(what));
    await page.reload();
    const frame = await packageIn();
    await frame.waitForSelector('main [tabindex]');
    expect(await standing(frame)).toBe(seen);
    expect(learner.stored()).toEqual(kept);
    page.removeAllListeners('request');
    return frame;
  };
  let frame = await packageIn();
  await beginStory(frame, 'Joyce’s screenshot');
  await frame.getByText('Delete your old post').click();
  frame = await reload('before confirming');
  await press(frame, 'Do this');
  frame = await reload('what happens');
  await press(frame, 'Try another way');
  await frame.getByText('Ring Joyce now').click();
  await press(frame, 'Do this');
  frame = await reload('another way');
  await press(frame, 'Back to your way');
  await press(frame, 'Go on');
  await press(frame, 'Go on');
  await frame.getByText('It rained').click();
  await press(frame, 'Do this');
  await press(frame, 'Go on');
  await press(frame, 'Tea now');
  await press(frame, 'Mark these');
  await press(frame, 'Go on');
  await press(frame, 'Look back at your way');
  await reload('debrief');
  expect(commits).toEqual([]);
  await page.context().close();
});
