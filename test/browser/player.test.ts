/** The player by itself, as a folder of files: what a learner sees, hears and can do without a mouse. */
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { servePlayer } from '../support/play-package.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';

const browser = await sharedBrowser();
const site = await servePlayer();

type Options = Parameters<Browser['newContext']>[0];

async function open(options: Options = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 650, height: 666 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(site.url);
  return page;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim());

describe('a learner', () => {
  test('is told in words where nothing is chosen, and is taken there', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    await press(page, 'Do this');
    expect(await focused(page)).toBe('Choose what you do.');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('The chat');
    await page.context().close();
  });

  test('hears what happens first: focus lands there, then why, then the panel', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    await page.getByText('Ask her in the chat').click();
    await press(page, 'Do this');
    expect(await focused(page)).toMatch(/^What happens ?Joyce reads it and leaves the group/);
    const headings = await page.getByRole('heading').allTextContents();
    expect(headings).toEqual([
      'What happens',
      'Why it went that way',
      'Three people who were asked the same',
      'What pulled two ways',
    ]);
    expect(await page.title()).toBe('What happens · Joyce’s screenshot · Security');
    await page.context().close();
  });

  test('opens a clause in place, with the standards that its section lists', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    await page.getByText('Ring Joyce now').click();
    await press(page, 'Do this');
    await page.getByText('Security, point 9').click();
    expect(await page.getByText('Treat even the tightest settings as no guarantee').isVisible()).toBe(true);
    expect(await page.getByText('Dignity and privacy').first().isVisible()).toBe(true);
    await page.context().close();
  });

  test('takes the whole module by keyboard alone', async () => {
    const page = await open();
    const tabTo = async (name: string | RegExp): Promise<void> => {
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press('Tab');
        const label = await page.evaluate(() => {
          const at = document.activeElement;
          const own = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
          return own || at?.closest('label')?.textContent || '';
        });
        if (typeof name === 'string' ? label.trim() === name : name.test(label)) return;
      }
      throw new Error(`Tab never reaches ${name}.`);
    };
    const go = async (name: string | RegExp, key = 'Enter'): Promise<void> => {
      await tabTo(name);
      await page.keyboard.press(key);
    };
    await go('Begin');
    await go('Ring Joyce now, and listen', 'Space');
    await go('Do this');
    await go('Go on');
    await go('Go on');
    await go('The blue door', 'Space');
    await go('Twins in year two', 'Space');
    await go('Do this');
    await go('Go on');
    await go('The twins on Mill Lane', 'Space');
    await go('their gran', 'Space');
    await go('Mark these');
    await go('Go on');
    expect(await page.getByRole('heading', { name: 'Heard' }).isVisible()).toBe(true);
    await go('Look back at your way');
    await go('Next story: The open door');
    await go('Move down: Go on with the call');
    expect(await page.getByRole('status').textContent()).toBe('Go on with the call: now 2 of 3');
    await page.keyboard.press('Enter');
    await go('Do it in this order');
    await go('Go on');
    await tabTo(/^(Be there|Nearer|Half|Wait)/);
    await page.keyboard.press('ArrowRight');
    await go('Stand here');
    await go('Go on');
    await tabTo('');
    await page.keyboard.type('Lock the door.');
    await go('Keep and go on');
    await go('Look back at your way');
    await go('See how it went');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You have passed Security');
    await page.context().close();
  });

  test('tries another way without touching the record', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    await page.getByText('Delete your old post').click();
    await press(page, 'Do this');
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('/scr.a:d');
    const before = await page.evaluate(() => JSON.stringify(localStorage));
    await press(page, 'Try another way');
    expect(await page.getByText('Nothing here is recorded.').isVisible()).toBe(true);
    await page.getByText('Ring Joyce now').click();
    await press(page, 'Do this');
    expect(await page.getByText('Joyce picks up at once').isVisible()).toBe(true);
    await page.reload();
    expect(await page.getByText('Joyce picks up at once').isVisible()).toBe(true);
    await press(page, 'Back to your way');
    expect(await page.getByText('It is gone from your page').isVisible()).toBe(true);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
    await page.context().close();
  });

  test('is shown first where they were sure and it did not serve', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    await page.getByText('Very', { exact: true }).click();
    await takeScreenshotStory(page, 'hard');
    await press(page, 'Look back at your way');
    expect(await page.getByText('You were very sure at The chat, and it did not serve.').isVisible()).toBe(true);
    await page.context().close();
  });

  test('below the mark is offered the story with the most to gain, and a better way counts', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    await takeScreenshotStory(page, 'hard');
    await press(page, 'Look back at your way');
    await press(page, 'Next story: The open door');
    await takeNeighbourStory(page);
    await press(page, 'Look back at your way');
    await press(page, 'See how it went');
    expect(await page.getByRole('main').textContent()).not.toMatch(/fail/i);
    await press(page, 'Take Joyce’s screenshot again');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await takeScreenshotStory(page, 'well');
    await press(page, 'Look back at your way');
    await press(page, 'See how it went');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You have passed Security');
    await page.context().close();
  });

  test('finds their own words again after a reload, and nowhere but in this tab', async () => {
    const page = await open();
    await beginStory(page, 'The open door');
    await press(page, 'Do it in this order');
    await press(page, 'Go on');
    await page.getByRole('radio').first().check({ force: true });
    await press(page, 'Stand here');
    await press(page, 'Go on');
    await page.getByRole('textbox').fill('My own words.');
    await page.reload();
    expect(await page.getByRole('textbox').inputValue()).toBe('My own words.');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('My own');
    await page.context().close();
  });
});

describe('without an LMS', () => {
  test('the learner is told, and goes on in a new tab where they were', async () => {
    const page = await open();
    expect(await page.getByText('There is no LMS here.').isVisible()).toBe(true);
    await beginStory(page, 'Joyce’s screenshot');
    await page.getByText('Ring Joyce now').click();
    await press(page, 'Do this');
    await expect.poll(() => page.locator('#saved').textContent()).toBe('Kept in this browser only');
    const another = await page.context().newPage();
    await page.close();
    await another.goto(site.url);
    await press(another, 'Go on: Joyce’s screenshot');
    expect(await another.getByText('Joyce picks up at once').isVisible()).toBe(true);
    await another.context().close();
  });

  test('a browser without script is told what to do', async () => {
    const page = await open({ javaScriptEnabled: false });
    // Playwright looks for no text inside noscript.
    expect(await page.locator('#ready').innerText()).toContain('Allow scripts on this page');
    expect(await page.getByRole('button').count()).toBe(0);
    await page.context().close();
  });

  test('the whole text can be read from any page, and the way back leads to where the learner was', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    const before = await page.getByRole('heading', { level: 1 }).textContent();
    await press(page, 'Read the whole module as text');
    await page.getByText('The twins on Mill Lane').first().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'the whole text' }).waitFor();
    await press(page, 'Back');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(before);
    await page.context().close();
  });
});

describe('chat messages', () => {
  test('arrive one by one in a log, and the question waits for them', async () => {
    const page = await open({ reducedMotion: 'no-preference' });
    await beginStory(page, 'Joyce’s screenshot');
    expect(await page.getByRole('log').getByRole('listitem').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Do this' }).isVisible()).toBe(false);
    await page.getByRole('log').getByText('I took a screenshot').waitFor();
    await page.reload();
    expect(await page.getByRole('log').getByRole('listitem').count()).toBeGreaterThanOrEqual(2);
    await press(page, 'Show all messages');
    expect(await page.getByRole('log').getByRole('listitem').count()).toBe(6);
    expect(await page.getByRole('button', { name: 'Do this' }).isVisible()).toBe(true);
    await page.context().close();
  });

  test('are all there at once with reduced motion', async () => {
    const page = await open();
    await beginStory(page, 'Joyce’s screenshot');
    expect(await page.getByRole('log').getByRole('listitem').count()).toBe(6);
    await page.context().close();
  });
});
