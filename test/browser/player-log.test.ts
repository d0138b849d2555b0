/** A learner with whom support is on the telephone: they press Ctrl and F9 or the button, copy the log, and send it. */
import { expect, onTestFinished, test } from 'vitest';
import { usualReporting } from '../../server/package-settings.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeScreenshotStory } from '../support/sitting.ts';
import { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const browser = await sharedBrowser();

test.each(['scorm12', 'scorm2004-4'] as const)(
  'the log of a %s package has every call, and nobody’s name',
  async (standard) => {
    const reporting = { ...usualReporting, interactions: true };
    const request = { content: tinyContent, hash: hashOf(tinyContent), modules: ['security'], standard, reporting };
    const lms = await StrictLms.open(browser, unzip(await zipPackage(request)));
    onTestFinished(() => lms.close());
    const frame = await lms.launch({ faults: [{ call: 'Commit', from: 2, to: 2, how: 'throw' }] });
    const page = frame.page();
    expect(await frame.getByRole('button', { name: 'Copy a log for support' }).count()).toBe(0);
    await page.context().grantPermissions(['clipboard-read']);
    await beginStory(frame, 'Joyce’s screenshot');
    await takeScreenshotStory(frame, 'hard');
    await expect.poll(() => frame.locator('#saved').textContent()).toBe('Saved');

    await page.keyboard.press('Control+F9');
    const shown = await frame.getByRole('textbox', { name: 'Log' }).inputValue();
    const [{ calls } = expect.fail()] = await lms.launches();
    const logged = [...shown.matchAll(/^[\d.]+ (Initialize|GetValue|SetValue|Commit) .*\[(\d+)\]$/gm)];
    expect(logged.map(([, name, code]) => [name, Number(code)])).toEqual(calls.map(({ name, code }) => [name, code]));
    expect(logged.some(([line]) => /Commit .*= undefined \[(101|391)\]$/.test(line))).toBe(true);
    for (const word of ['Okafor', 'Ada', ' l.1', 'screenshot', 'Joyce']) expect(shown).not.toContain(word);
    expect(shown).toMatch(/suspend_data 1\.[0-9a-f]{8}\.[a-z0-9]{12}\.1\/scr\./);

    await press(frame, 'Copy');
    await frame.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll('\r', '')).toBe(shown);
    await press(frame, 'Close');
    expect(await frame.getByRole('dialog').count()).toBe(0);
    // On a phone nobody can press that: since the save that failed there is a button.
    await press(frame, 'Copy a log for support');
    expect(await frame.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
  },
);
