import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { runApp } from '../support/app.ts';
import { axeFaults } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { startLearner } from '../support/learners.ts';
import { COURSE_PAGES, MISSING_PAGES, SITE_PAGES } from '../support/site-pages.ts';

/** The pages of steps for one system are one view with other words: axe looks at two of them. */
const looksAlike = (url: string): boolean => /help\/(?!moodle|lrs)/.test(url);
const PAGES = [
  ...COURSE_PAGES,
  ...SITE_PAGES.filter((url) => !looksAlike(url)),
  '/account/sign-in',
  MISSING_PAGES[0] ?? '',
];
const SCREENS = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];

const { running, address } = await runApp();
const browser = await sharedBrowser();

/** A browser window of its own, without cookies, closed again. */
async function look<T>(options: BrowserContextOptions, see: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await see(await context.newPage());
  } finally {
    await context.close();
  }
}

/** How far the page can be scrolled sideways, in pixels. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The pages of a record, as a guest sees them who began a module, and then as the person who keeps it. */
async function lookAtRecord(options: BrowserContextOptions, see: (page: Page, url: string) => Promise<void>) {
  const { visitor, id } = await startLearner(running);
  const lookAt = (urls: readonly string[]) =>
    look({ ...options, extraHTTPHeaders: { cookie: visitor.cookies() } }, async (page) => {
      for (const url of urls) {
        await page.goto(address + url);
        expect(page.url()).toBe(address + url);
        await see(page, url);
      }
    });
  await lookAt(['/account', '/account/keep', '/account/erase', '/courses/tiny/certificate']);
  await visitor.post('/account/keep', { email: `${id}@example.org`, password: 'kettle harbour moss' });
  await lookAt(['/account', '/account/erase']);
}

describe.each(SCREENS)('on a screen of $width pixels', (viewport) => {
  test('axe finds nothing on any page', async () => {
    await look({ viewport }, async (page) => {
      for (const url of PAGES) {
        await page.goto(address + url);
        expect(await axeFaults(page), url).toEqual([]);
      }
    });
  });

  test('axe finds nothing on the pages of a record, and none is wider than the screen', async () => {
    await lookAtRecord({ viewport }, async (page, url) => {
      expect(await axeFaults(page), url).toEqual([]);
      expect(await sideways(page), url).toBe(0);
    });
  });

  test('nothing is wider than the screen, and no page says anything to the console', async () => {
    await look({ viewport }, async (page) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(`${page.url()}: ${message.text()}`));
      for (const url of [...COURSE_PAGES, ...SITE_PAGES]) {
        await page.goto(address + url);
        expect(await sideways(page), url).toBe(0);
      }
      expect(said).toEqual([]);
    });
  });
});

describe('somebody who spaces text out', () => {
  // WCAG 2.2, 1.4.12 Text Spacing, at the width that 1.4.10 Reflow asks for.
  const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }';

  test('loses nothing on the narrowest screen', async () => {
    await look({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const url of [...COURSE_PAGES, ...SITE_PAGES]) {
        await page.goto(address + url);
        await page.addStyleTag({ content: spacing });
        expect(await sideways(page), url).toBe(0);
      }
    });
  });
});

describe('in the dark', () => {
  const dark = { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' } as const;

  test('axe finds every colour strong enough', async () => {
    await look(dark, async (page) => {
      for (const url of PAGES) {
        await page.goto(address + url);
        expect(await axeFaults(page, ['color-contrast']), url).toEqual([]);
      }
    });
    await lookAtRecord(dark, async (page, url) => {
      expect(await axeFaults(page, ['color-contrast']), url).toEqual([]);
    });
  });
});

describe('somebody with a phone and five seconds', () => {
  test.each(['/', '/modules/tiny/security'])('sees the button on %s without scrolling', async (url) => {
    await look({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(address + url);
      const button = page.getByRole('button', { name: /^(Start|Begin)/ });
      const box = await button.boundingBox();
      expect(box && box.y + box.height).toBeLessThanOrEqual(640);
    });
  });

  test('starts with one press, and no account', async () => {
    await look({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(`${address}/`);
      await page.getByRole('button', { name: 'Begin with “Security”' }).click();
      expect(new URL(page.url()).pathname).toMatch(/^\/attempts\/[a-z0-9]+$/);
    });
  });
});

describe('somebody with a keyboard', () => {
  test('skips the bar with the first key, and sees where they are', async () => {
    await look({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(`${address}/modules/tiny/security`);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the main part' });
      expect(await skip.evaluate((link) => link.getBoundingClientRect().top >= 0)).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });
});

describe('somebody who reads', () => {
  test('never meets a line of more than 72 characters', async () => {
    await look({ viewport: { width: 1280, height: 800 } }, async (page) => {
      for (const url of PAGES) {
        await page.goto(address + url);
        await page.evaluate(() => document.fonts.ready);
        const { text, characters } = await longestLine(page);
        expect(characters, `${url}: ${text}`).toBeLessThanOrEqual(72);
      }
    });
  });
});

/** Characters of the fullest line of any paragraph, but for the screens of a story, which are as wide as screens are. */
const longestLine = (page: Page): Promise<{ text: string; characters: number }> =>
  page.evaluate(() => {
    const range = document.createRange();
    let longest = { text: '', characters: 0 };
    for (const paragraph of document.querySelectorAll('main p, main li')) {
      if (paragraph.closest('.device')) continue;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let [bottom, count] = [0, 0];
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        for (let at = 0; at < (text.nodeValue ?? '').length; at += 1) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          if (Math.abs(box.bottom - bottom) > 4) [bottom, count] = [box.bottom, 0];
          count += 1;
          if (count > longest.characters) longest = { text: paragraph.textContent, characters: count };
        }
      }
    }
    return longest;
  });
