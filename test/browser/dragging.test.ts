/** Ordering by dragging, with a mouse and with a finger; by the buttons it is tried with the rest of the player. */
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { servePlayer } from '../support/play-package.ts';
import { beginStory, press } from '../support/sitting.ts';

const browser = await sharedBrowser();
const site = await servePlayer();

async function atTheOrder(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(site.url);
  await beginStory(page, 'The open door');
  await page.locator('.ordering').scrollIntoViewIfNeeded();
  return page;
}

const order = (page: Page): Promise<string[]> => page.locator('.ordering .text').allTextContents();

/** The middle of an item's text or grip, on the screen. */
async function middleOf(page: Page, item: number, part: '.text' | '.grip'): Promise<{ x: number; y: number }> {
  const box = await page.locator(`.ordering li >> nth=${item} >> ${part}`).boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function dragByMouse(page: Page, from: number, to: number): Promise<void> {
  const [start, end] = [await middleOf(page, from, '.text'), await middleOf(page, to, '.text')];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // Beyond the middle, as a hand goes.
  await page.mouse.move(start.x, end.y + Math.sign(end.y - start.y) * 6, { steps: 8 });
  await page.mouse.up();
}

/** Touches as Chromium gets them from a screen: a page that scrolls under them cancels the pointer. */
async function touch(page: Page, part: '.text' | '.grip', from: number, to: number, end: 'touchEnd' | 'touchCancel') {
  const [start, goal] = [await middleOf(page, from, part), await middleOf(page, to, part)];
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove', y: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: start.x, y }] });
  await send('touchStart', start.y);
  for (let part = 1; part <= 8; part += 1) await send('touchMove', start.y + ((goal.y + 6 - start.y) * part) / 8);
  await session.send('Input.dispatchTouchEvent', { type: end, touchPoints: [] });
}

test('a mouse takes an item anywhere: the order follows, is told, and is there after a reload', async () => {
  const page = await atTheOrder();
  const [first = '', second = '', third = ''] = await order(page);
  await dragByMouse(page, 0, 2);
  expect(await order(page)).toEqual([second, third, first]);
  expect(await page.getByRole('status').textContent()).toBe(`${first}: now 3 of 3`);
  await dragByMouse(page, 2, 1);
  expect(await order(page)).toEqual([second, first, third]);
  await page.reload();
  await page.locator('.ordering').waitFor();
  expect(await order(page)).toEqual([second, first, third]);
  expect(await page.locator('.ordering li[style]').count()).toBe(0);
  await page.context().close();
});

test('an order that was dragged is the one that counts', async () => {
  const page = await atTheOrder();
  await dragByMouse(page, (await order(page)).indexOf('Close the door'), 0);
  const dragged = await order(page);
  expect(dragged[0]).toBe('Close the door');
  await press(page, 'Do it in this order');
  expect(await page.locator('.said').textContent()).toContain(dragged.join(', then '));
  await page.context().close();
});

test('a finger takes an item by its grip, and a touch that the system cancels changes nothing', async () => {
  const page = await atTheOrder({ hasTouch: true });
  const before = await order(page);
  await touch(page, '.grip', 0, 1, 'touchCancel');
  expect(await order(page)).toEqual(before);
  await touch(page, '.grip', 0, 1, 'touchEnd');
  expect(await order(page)).toEqual([before[1], before[0], before[2]]);
  await page.context().close();
});

test('a finger on the words scrolls the page and moves no item', async () => {
  const page = await atTheOrder({ hasTouch: true, viewport: { width: 390, height: 420 } });
  const before = await order(page);
  await page.locator('.ordering').evaluate((list) => list.scrollIntoView({ block: 'center' }));
  const stood = await page.evaluate(() => scrollY);
  await touch(page, '.text', 2, 0, 'touchEnd');
  expect(await order(page)).toEqual(before);
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(stood);
  await page.context().close();
});
