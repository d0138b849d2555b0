/** The player inside an LMS: what is written when, and what the learner is told when it is not taken. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { sharedBrowser } from '../support/browser.ts';
import { packageFiles, type Site, serveFiles } from '../support/play-package.ts';
import { heldBy, simpleLms } from '../support/simple-lms.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';

/** Where each standard keeps what these tests look at. */
const ELEMENTS = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    exit: 'cmi.core.exit',
    raw: 'cmi.core.score.raw',
    mode: 'cmi.core.lesson_mode',
  },
  'scorm2004-4': { status: 'cmi.completion_status', exit: 'cmi.exit', raw: 'cmi.score.raw', mode: 'cmi.mode' },
} as const;

const browser = await sharedBrowser();
const sites = new Map<string, Site>();
beforeAll(async () => {
  for (const standard of ['scorm12', 'scorm2004-4'] as const) {
    const settings = JSON.stringify({ standard, interactions: true });
    sites.set(
      standard,
      await serveFiles({
        ...packageFiles(),
        ...simpleLms(standard),
        'settings.js': `window.standpointSettings = ${settings};`,
      }),
    );
  }
});
afterAll(async () => {
  for (const site of sites.values()) await site.close();
});

type Standard = keyof typeof ELEMENTS;

async function launch(standard: Standard, page?: Page): Promise<{ page: Page; frame: Frame }> {
  const at = page ?? (await (await browser.newContext({ reducedMotion: 'reduce' })).newPage());
  await at.goto(`${sites.get(standard)?.url}lms.html`);
  const frame = await (await at.waitForSelector('#package')).contentFrame();
  if (!frame) throw new Error('The LMS shows no package.');
  await frame.waitForSelector('#ready button, main [tabindex]');
  return { page: at, frame };
}

const held = (page: Page, standard: Standard): Promise<Record<string, string>> => page.evaluate(heldBy(standard));
const calls = (page: Page): Promise<string[][]> => page.evaluate('window.calls');
const fail = (page: Page, how: string): Promise<unknown> => page.evaluate(`window.failing = ${JSON.stringify(how)}`);
const saved = (frame: Frame): Promise<string | null> => frame.locator('#saved').textContent();

async function closeAndCount(page: Page): Promise<number> {
  await page.evaluate(`document.querySelector('#package').remove()`);
  return (await calls(page)).filter(([name]) => name === 'Terminate').length;
}

describe.each(['scorm12', 'scorm2004-4'] as const)('in %s', (standard) => {
  const path = 'cmi.suspend_data';
  const { status, exit, raw, mode: modeElement } = ELEMENTS[standard];

  test(nameOf('hurt.score-before-attempt'), async () => {
    const { page, frame } = await launch(standard);
    await expect.poll(() => saved(frame)).toBe('Saved');
    const now = await held(page, standard);
    expect(now[status]).toBe('incomplete');
    expect(now[exit]).toBe('suspend');
    expect(Object.keys(now).filter((one) => one.includes('score'))).toEqual([]);
    expect(now[path]).toMatch(/^1\.[0-9a-f]{8}\.[a-z0-9]{12}\.1$/);
    await page.context().close();
  });

  test(nameOf('quirk.entry-empty'), async () => {
    const { page, frame } = await launch(standard);
    await beginStory(frame, 'Joyce’s screenshot');
    await frame.getByText('Ask her in the chat').click();
    await press(frame, 'Do this');
    await expect.poll(async () => (await held(page, standard))[path]).toMatch(/\/scr\.a:h$/);
    expect(await closeAndCount(page)).toBe(1);
    await page.evaluate('sessionStorage.clear()');
    const again = await launch(standard, page);
    await press(again.frame, 'Go on: Joyce’s screenshot');
    expect(await again.frame.getByText('Joyce reads it and leaves the group').isVisible()).toBe(true);
    await page.context().close();
  });

  test(nameOf('hurt.completion-at-close'), async () => {
    const { page, frame } = await launch(standard);
    await beginStory(frame, 'Joyce’s screenshot');
    await takeScreenshotStory(frame, 'well');
    await press(frame, 'Look back at your way');
    await press(frame, 'Next story: The open door');
    expect((await held(page, standard))[status]).toBe('incomplete');
    await takeNeighbourStory(frame);
    const earned = standard === 'scorm12' ? 'passed' : 'completed';
    await expect.poll(async () => (await held(page, standard))[status]).toBe(earned);
    const at = await held(page, standard);
    expect(at[raw]).toBe('100');
    if (standard === 'scorm2004-4') expect([at['cmi.progress_measure'], at['cmi.score.scaled']]).toEqual(['1', '1']);
    await press(frame, 'Look back at your way');
    await press(frame, 'See how it went');
    await frame.getByText('Your LMS says that it holds: passed, score 100').waitFor();
    await press(frame, 'Take it again: Joyce’s screenshot');
    await takeScreenshotStory(frame, 'hard');
    await expect.poll(() => saved(frame)).toBe('Saved');
    expect((await held(page, standard))[status]).toBe(earned);
    const said = (await calls(page)).map((one) => one.join(' ')).join('\n');
    expect(said).not.toContain('failed');
    expect(said).not.toMatch(/interactions\.\d+\.(id|student_response) .*[^\w\s.,[\]]/);
    expect(await closeAndCount(page)).toBe(1);
    await launch(standard, page);
    expect((await calls(page)).filter(([, name, value]) => name === status && value === 'incomplete')).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['refuses a commit', 'refuses'],
    ['says true and reports an error', 'reports'],
    ['says true and gives something else back', 'forgets'],
  ])(`${nameOf('quirk.true-means-nothing')} (one that %s)`, async (_, how) => {
    const { page, frame } = await launch(standard);
    await expect.poll(() => saved(frame)).toBe('Saved');
    await fail(page, how);
    await beginStory(frame, 'Joyce’s screenshot');
    await frame.getByText('Ring Joyce now').click();
    await press(frame, 'Do this');
    await expect.poll(() => saved(frame)).toBe('Not saved yet in your LMS');
    expect(await frame.getByRole('status').textContent()).toBe('Not saved yet in your LMS');
    // The frame goes, and the LMS is back at the next launch: the kept copy knows more.
    await page.evaluate(`document.querySelector('#package').remove()`);
    const again = await launch(standard, page);
    expect(await again.frame.getByText('They were kept on this device').isVisible()).toBe(true);
    await expect.poll(async () => (await held(page, standard))[path]).toMatch(/\/scr\.a:r$/);
    await page.context().close();
  });

  test(nameOf('quirk.offline-true'), async () => {
    const { page, frame } = await launch(standard);
    await beginStory(frame, 'Joyce’s screenshot');
    await expect.poll(() => saved(frame)).toBe('Saved');
    await page.context().setOffline(true);
    await frame.getByText('Ring Joyce now').click();
    await press(frame, 'Do this');
    await expect.poll(() => saved(frame)).toBe('Not saved yet in your LMS');
    const before = (await calls(page)).filter(([, name]) => name === path).length;
    await page.context().setOffline(false);
    await expect.poll(() => saved(frame)).toBe('Saved');
    expect((await calls(page)).filter(([, name]) => name === path).length).toBeGreaterThan(before);
    await page.context().close();
  });

  test(nameOf('quirk.diverged'), async () => {
    const { page, frame } = await launch(standard);
    await expect.poll(() => saved(frame)).toBe('Saved');
    await fail(page, 'refuses');
    await beginStory(frame, 'Joyce’s screenshot');
    await frame.getByText('Ring Joyce now').click();
    await press(frame, 'Do this');
    await expect.poll(() => saved(frame)).toBe('Not saved yet in your LMS');
    await page.evaluate(`document.querySelector('#package').remove()`);
    await page.evaluate(`(() => {
      const key = 'lms.${standard}';
      const now = JSON.parse(localStorage.getItem(key));
      now['${path}'] += '/scr.a:d';
      localStorage.setItem(key, JSON.stringify(now));
    })()`);
    const again = await launch(standard, page);
    expect(await again.frame.getByText('because it is the record').isVisible()).toBe(true);
    await press(again.frame, 'Go on: Joyce’s screenshot');
    expect(await again.frame.getByText('It is gone from your page').isVisible()).toBe(true);
    await page.context().close();
  });

  test(nameOf('quirk.emptied-record'), async () => {
    const { page, frame } = await launch(standard);
    await fail(page, 'refuses');
    await beginStory(frame, 'Joyce’s screenshot');
    await frame.getByText('Ring Joyce now').click();
    await press(frame, 'Do this');
    await expect.poll(() => saved(frame)).toBe('Not saved yet in your LMS');
    await page.evaluate(`document.querySelector('#package').remove()`);
    await page.evaluate(`localStorage.removeItem('lms.${standard}')`);
    const again = await launch(standard, page);
    expect(await again.frame.getByText('There is no record in your LMS').isVisible()).toBe(true);
    expect((await held(page, standard))[path]).toBeUndefined();
    await press(again.frame, 'Start afresh');
    await expect.poll(async () => (await held(page, standard))[path]).toMatch(/\.1$/);
    // It was an answer for good: what was kept is not offered a second time.
    await expect
      .poll(() => page.evaluate(`Object.keys(localStorage).filter((one) => one.includes('.kept.'))`))
      .toEqual([]);
    await page.context().close();
  });

  test('an unreadable record is left as it is until the learner starts again', async () => {
    const { page } = await launch(standard);
    await page.evaluate(`document.querySelector('#package').remove()`);
    await page.evaluate(`localStorage.setItem('lms.${standard}', JSON.stringify({ '${path}': 'bookmark=7' }))`);
    const { frame } = await launch(standard, page);
    expect(await frame.getByText('Your saved decisions cannot be read').isVisible()).toBe(true);
    expect((await calls(page)).filter(([name, element]) => name === 'SetValue' && element === path)).toEqual([]);
    await press(frame, 'Start again and replace them');
    await expect.poll(async () => (await held(page, standard))[path]).toMatch(/\.1$/);
    await page.context().close();
  });

  test.each(['review', 'browse'])('in %s mode nothing at all is written', async (mode) => {
    const { page } = await launch(standard);
    await page.evaluate(`document.querySelector('#package').remove()`);
    await page.evaluate(`localStorage.setItem('lms.${standard}', JSON.stringify({ '${modeElement}': '${mode}' }))`);
    const { frame } = await launch(standard, page);
    expect(await saved(frame)).toBe('Nothing is recorded');
    await beginStory(frame, 'Joyce’s screenshot');
    await frame.getByText('Ring Joyce now').click();
    await press(frame, 'Do this');
    expect(await frame.getByText('Joyce picks up at once').isVisible()).toBe(true);
    await closeAndCount(page);
    const written = (await calls(page)).filter(([one]) => one === 'SetValue' || one === 'Commit');
    expect(written).toEqual([]);
    await page.context().close();
  });

  test(nameOf('quirk.second-session'), async () => {
    const { page } = await launch(standard);
    await page.evaluate(`document.querySelector('#package').remove()`);
    await page.evaluate(`localStorage.setItem('refuses-sessions', 'yes')`);
    const { frame } = await launch(standard, page);
    expect(await frame.getByText('Your LMS did not open a session').isVisible()).toBe(true);
    expect(await saved(frame)).toBe('Kept in this browser only');
    await page.context().close();
  });

  test('Save and exit ends the session once', async () => {
    const { page, frame } = await launch(standard);
    await beginStory(frame, 'Joyce’s screenshot');
    await press(frame, 'Save and exit');
    expect(await frame.getByRole('heading', { level: 1 }).textContent()).toBe('You can close this window');
    expect(await closeAndCount(page)).toBe(1);
    await page.context().close();
  });
});
