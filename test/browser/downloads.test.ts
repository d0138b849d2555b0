/** Somebody with an LMS chooses and downloads in a real browser. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { runApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { twoModules } from '../support/two-modules.ts';
import { unzip } from '../support/unzip.ts';

const { address } = await runApp({ content: twoModules });
const browser = await sharedBrowser();

/** In a browser without script, as in one with it. */
async function open(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, acceptDownloads: true });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${address}/courses/tiny`);
  await page.getByRole('link', { name: 'Put it in your own learning system' }).click();
  return page;
}

test.each([true, false])(
  'a person chooses system, modules and reporting, and gets that file (script: %s)',
  async (script) => {
    const page = await open(script);
    await page.getByRole('link', { name: 'Moodle or Totara' }).click();
    const box = page.getByRole('checkbox', { name: 'The open door' });
    expect(await box.isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Only some modules, as one item' }).check();
    await page.getByRole('button', { name: 'Download for SCORM 1.2' }).click();
    await page.getByRole('link', { name: 'Tick one module or more, or choose the whole course' }).click();
    await box.check();
    await page.getByRole('radio', { name: 'Completed' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download for SCORM 1.2' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('tiny-nei-scorm12.zip');
    const settings = unzip(readFileSync(await download.path())).find((one) => one.name === 'settings.js');
    expect(settings?.bytes.toString('utf8')).toContain('"passAs":"completed"');
  },
);
