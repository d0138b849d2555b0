/** A page of a package whose script does not come, as after an update that took it away, says what to do. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { packedFile } from '../../server/built-files.ts';
import { selfTestFiles } from '../../server/packaging/self-test.ts';
import { launchBrowser } from '../support/browser.ts';
import { packageFiles, serveFiles } from '../support/play-package.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('a page whose script was taken away', () => {
  const pages: readonly (readonly [string, Readonly<Record<string, string | Buffer>>, string])[] = [
    ['a module', packageFiles(), 'player.js'],
    ['the self-test', Object.fromEntries(selfTestFiles('scorm12').map((one) => [one.name, one.bytes])), 'self-test.js'],
  ];

  async function shown(
    files: Readonly<Record<string, string | Buffer>>,
    how: Parameters<Browser['newContext']>[0],
  ): Promise<Page> {
    const site = await serveFiles(files);
    const context = await browser.newContext(how);
    onTestFinished(async () => {
      await context.close();
      await site.close();
    });
    const page = await context.newPage();
    await page.goto(site.url);
    return page;
  }

  test.each(pages)('says after a while what to do: %s', async (_, all, script) => {
    const files = { ...all };
    delete files[packedFile(script).name];
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const page = await shown(files, { reducedMotion });
      const words = page.getByText('has not started');
      // However long the page took to come, it begins here.
      await page.evaluate(() => {
        for (const one of document.getAnimations()) {
          one.pause();
          one.currentTime = 0;
        }
      });
      expect(await words.isVisible()).toBe(false);
      // No room is kept for it, or all below would move when the script comes.
      expect(await page.locator('.late').evaluate((one) => one.getBoundingClientRect().height)).toBe(0);
      // As ten seconds later.
      await page.evaluate(() => {
        for (const one of document.getAnimations()) one.finish();
      });
      expect(await words.isVisible()).toBe(true);
      await page.getByText('close it and open it again').waitFor();
    }
  });

  test.each(pages)('says nothing of that where its script came: %s', async (_, all) => {
    const page = await shown(all, {});
    await page.getByRole('button').first().waitFor();
    expect(await page.getByText('has not started').count()).toBe(0);
  });

  test('says only that scripts are needed where the browser runs none', async () => {
    const page = await shown(packageFiles(), { javaScriptEnabled: false });
    expect(await page.locator('#ready').innerText()).toContain('Allow scripts on this page');
    expect(await page.locator('.late').evaluate((one) => getComputedStyle(one).display)).toBe('none');
  });
});
