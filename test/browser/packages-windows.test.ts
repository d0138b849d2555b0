/** One learner, two windows of the same package: neither puts back what the other has done. */
import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { imported } from '../support/strict-lms/imported.ts';

const browser = await sharedBrowser();

const says = (frame: Frame, words: string): Promise<void> =>
  expect.poll(() => frame.locator('#saved').textContent()).toBe(words);

describe.each(['scorm12', 'scorm2004-3', 'scorm2004-4'] as const)('a learner with two windows of %s', (standard) => {
  const status = standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status';

  test('who passes in one and then closes the other has passed', async () => {
    const lms = await imported(browser, standard);
    await beginStory(await lms.launch(), 'Joyce’s screenshot');
    const second = await lms.launchAgain();
    await beginStory(second, 'Joyce’s screenshot');
    await takeScreenshotStory(second, 'well');
    await press(second, 'Look back at your way');
    await press(second, 'Next story: The open door');
    await takeNeighbourStory(second);
    await says(second, 'Saved');
    const before = await lms.record();
    await lms.closeOther();
    const after = await lms.record();
    expect(after.values['cmi.suspend_data']).toBe(before.values['cmi.suspend_data']);
    expect(after.values[status]).toBe('passed');
    await lms.leave();
    expect((await lms.record()).values['cmi.suspend_data']).toBe(before.values['cmi.suspend_data']);
    expect(await lms.violations()).toEqual([]);
  });

  test('is told in the first that they went on in the second, and goes on from there', async () => {
    const lms = await imported(browser, standard);
    await beginStory(await lms.launch(), 'Joyce’s screenshot');
    const second = await lms.launchAgain();
    await beginStory(second, 'Joyce’s screenshot');
    await second.getByText('Ring Joyce now').click();
    await press(second, 'Do this');
    await says(second, 'Saved');
    const first = await lms.changeWindow();
    await first.getByText('You went on in another window').waitFor();
    await press(first, 'Go on: Joyce’s screenshot');
    await first.getByText('Joyce picks up at once').waitFor();
    await press(first, 'Go on');
    await first.getByText('The blue door').click();
    await press(first, 'Do this');
    await says(first, 'Saved');
    await lms.closeOther();
    await lms.leave();
    expect((await lms.record()).values['cmi.suspend_data']).toMatch(/\/scr\.a:r\.b:a$/);
    expect(await lms.violations()).toEqual([]);
  });

  test('who looks into it in review meanwhile loses nothing', async () => {
    const lms = await imported(browser, standard);
    const first = await lms.launch();
    await beginStory(first, 'Joyce’s screenshot');
    const second = await lms.launchAgain({ mode: 'review' });
    await first.getByText('Ring Joyce now').click();
    await press(first, 'Do this');
    await says(first, 'Saved');
    await says(second, 'Nothing is recorded');
    await lms.leave();
    expect((await lms.record()).values['cmi.suspend_data']).toMatch(/\/scr\.a:r$/);
    expect(await lms.violations()).toEqual([]);
  });
});
