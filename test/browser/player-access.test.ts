/**
 * Every state of the player, on a desk in the dark and at 400 % zoom: axe finds nothing, and nothing scrolls
 * sideways. 400 % of a window of 1280 × 1024 is 320 × 256, the smallest that WCAG 1.4.10 speaks of, and a phone's width.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { axeFaults } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { throughEveryState } from '../support/every-state.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { servePlayer } from '../support/play-package.ts';

const browser = await sharedBrowser();
const site = await servePlayer();

/** What a browser writes its own way, and names that tick boxes share. */
const BROWSERS_OWN = /doctype-style|attribute-boolean-style|attribute-empty-style|form-dup-name/;

const markupFaults = async (page: Page): Promise<string[]> =>
  (await htmlFaults(await page.content())).filter((one) => !BROWSERS_OWN.test(one));

describe.each([
  { width: 320, height: 256, zoom: 4, colorScheme: 'light' },
  { width: 1280, height: 800, zoom: 1, colorScheme: 'dark' },
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
      // The markup is the same at any width.
      const found = [...(await axeFaults(page)), ...(zoom === 1 ? await markupFaults(page) : [])];
      faults.push(...found.map((one) => `${state}: ${one}`));
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

test(nameOf('quirk.narrow-frames'), async () => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(site.url);
  const faults: string[] = [];
  await throughEveryState(page, async (state) => {
    for (const width of [650, 462, 367]) {
      await page.setViewportSize({ width, height: 666 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${state}, ${width} px: scrolls ${over} px sideways`);
    }
  });
  expect(faults).toEqual([]);
  await page.context().close();
});

/** Line, letter and word spacing of WCAG 1.4.12, and the space after a paragraph. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`;

test('a learner who spaces text out loses none of it in any state', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.addStyleTag({ content: SPACED });
  const cut: string[] = [];
  await throughEveryState(page, async (state) => {
    const found = await page.evaluate(() => {
      const hides = (one: Element): boolean =>
        ['hidden', 'clip'].includes(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1;
      const wide = [...document.querySelectorAll('body *')].filter(
        (one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5,
      );
      const clipped = [...document.querySelectorAll('main *')].filter((one) => one.clientHeight > 1 && hides(one));
      return [...wide, ...clipped].map((one) => one.outerHTML.slice(0, 120));
    });
    cut.push(...found.map((one) => `${state}: ${one}`));
  });
  expect(cut).toEqual([]);
  await context.close();
});

test('a learner with a keyboard always sees where they are, and nothing lies over it', async () => {
  const context = await browser.newContext({ viewport: { width: 650, height: 666 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(site.url);
  const unseen: string[] = [];
  await throughEveryState(page, async (state) => {
    const start = await page.evaluateHandle(() => document.activeElement);
    const count = await page.locator('main :is(a, button, input, textarea, summary)').count();
    for (let step = 0; step < count; step += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at?.closest('main')) return '';
        // A native input may be drawn by its label, which then shows the focus.
        const ringed = [at, at.nextElementSibling, at.closest('label')].filter((one) => one !== null);
        const shown = ringed.some(
          (one) =>
            Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2 && getComputedStyle(one).outlineStyle !== 'none',
        );
        const box = (at.closest('label') ?? at).getBoundingClientRect();
        const top = document.elementFromPoint(
          box.x + Math.min(box.width / 2, 40),
          box.y + Math.min(box.height / 2, 12),
        );
        const free = top !== null && ((at.closest('label') ?? at).contains(top) || top.contains(at));
        return shown && free ? '' : `${shown ? 'covered' : 'no ring'}: ${at.outerHTML.slice(0, 120)}`;
      });
      if (fault) unseen.push(`${state}: ${fault}`);
    }
    await start.evaluate((one) => one instanceof HTMLElement && one.focus());
  });
  expect(unseen).toEqual([]);
  await context.close();
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
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => Object.values(localStorage))).toEqual(['bookmark=7']);
  await context.close();
});
