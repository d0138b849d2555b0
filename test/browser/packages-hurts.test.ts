/** What hurt people in other systems, tried on the real zip in the strict LMS. */
import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { imported } from '../support/strict-lms/imported.ts';
import type { StrictLms } from '../support/strict-lms/strict-lms.ts';

const browser = await sharedBrowser();

const says = (frame: Frame, words: string): Promise<void> =>
  expect.poll(() => frame.locator('#saved').textContent()).toBe(words);

const pathIn = async (lms: StrictLms): Promise<string | undefined> => (await lms.record()).values['cmi.suspend_data'];

async function decideOnce(frame: Frame): Promise<void> {
  await beginStory(frame, 'Joyce’s screenshot');
  await frame.getByText('Ring Joyce now').click();
  await press(frame, 'Do this');
}

async function takeAll(frame: Frame, saved = 'Saved'): Promise<void> {
  await beginStory(frame, 'Joyce’s screenshot');
  await takeScreenshotStory(frame, 'well');
  await press(frame, 'Look back at your way');
  await press(frame, 'Next story: The open door');
  await takeNeighbourStory(frame);
  await says(frame, saved);
}

const calls = async (lms: StrictLms, name: string): Promise<number> =>
  (await lms.launches()).flatMap((one) => one.calls).filter((one) => one.name === name).length;

/** How often an id is asked for again. */
const NAMELESS = 4;

describe.each(['scorm12', 'scorm2004-3', 'scorm2004-4'] as const)('a %s package', (standard) => {
  const status = standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status';

  test(nameOf('hurt.unload-blocked'), async () => {
    const lms = await imported(browser, standard);
    const frame = await lms.launch();
    expect(
      await frame.evaluate(() => {
        let heard = false;
        addEventListener('unload', () => {
          heard = true;
        });
        dispatchEvent(new Event('unload'));
        return heard;
      }),
    ).toBe(false);
    await decideOnce(frame);
    await lms.leave();
    expect((await lms.launches()).map((one) => one.terminated)).toEqual([true]);
    expect(await pathIn(lms)).toMatch(/\/scr\.a:r$/);
    expect(await lms.violations()).toEqual([]);
  });

  test(nameOf('hurt.offline-leaving'), async () => {
    const lms = await imported(browser, standard);
    const frame = await lms.launch();
    await says(frame, 'Saved');
    await lms.setOffline(true);
    await decideOnce(frame);
    await says(frame, 'Not saved yet in your LMS');
    await lms.leave();
    expect(await pathIn(lms)).toMatch(/\.1$/);
    const again = await lms.launch();
    await again.getByText('They were kept on this device').waitFor();
    await says(again, 'Saved');
    expect(await pathIn(lms)).toMatch(/\/scr\.a:r$/);
    await press(again, 'Go on: Joyce’s screenshot');
    await again.getByText('Joyce picks up at once').waitFor();
    expect(await lms.violations()).toEqual([]);
  });

  test('keeps the only copy of a decision through a launch that does not hear who learns', async () => {
    const lms = await imported(browser, standard);
    const frame = await lms.launch({ faults: [{ call: 'Commit', from: 2, how: 'false' }] });
    await says(frame, 'Saved');
    await decideOnce(frame);
    await says(frame, 'Not saved yet in your LMS');
    await lms.crash();
    expect(await pathIn(lms)).toMatch(/\.1$/);
    // The LMS breaks at the question who learns: asked for at the sixth place in 1.2, at the eighth in 2004.
    const at = standard === 'scorm12' ? 6 : 8;
    await lms.launch({ faults: [{ call: 'GetValue', from: at, to: at + NAMELESS, how: 'throw' }] });
    await lms.leave();
    expect(await pathIn(lms)).toMatch(/\/scr\.a:r$/);
    const calls = (await lms.launches()).at(-1)?.calls ?? [];
    const unheard = calls.filter(({ args, answer }) => /(student|learner)_id$/.test(String(args[0])) && answer === '');
    expect(unheard).toHaveLength(NAMELESS + 1);
    expect(await lms.violations()).toEqual([]);
  });

  test('asks before it refills an emptied record, and leaves it empty where nobody answers', async () => {
    const lms = await imported(browser, standard);
    const frame = await lms.launch({ faults: [{ call: 'Commit', from: 2, how: 'false' }] });
    await says(frame, 'Saved');
    await decideOnce(frame);
    await says(frame, 'Not saved yet in your LMS');
    await lms.leave();
    await lms.reset();
    const asking = await lms.launch();
    await asking.getByText('There is no record in your LMS').waitFor();
    await lms.leave();
    expect(await pathIn(lms)).toBeUndefined();
    const again = await lms.launch();
    await press(again, 'Use the decisions kept here');
    await says(again, 'Saved');
    expect(await pathIn(lms)).toMatch(/\/scr\.a:r$/);
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
  });

  test(nameOf('hurt.lesson-mode-missing'), async () => {
    const lms = await imported(browser, standard);
    await takeAll(await lms.launch({ mode: 'missing' }));
    await lms.leave();
    expect((await lms.record()).values[status]).toBe('passed');
    expect(await lms.violations()).toEqual([]);
  });

  test(nameOf('quirk.no-unload-on-phones'), async () => {
    const lms = await imported(browser, standard);
    const frame = await lms.launch();
    await decideOnce(frame);
    await says(frame, 'Saved');
    const before = await calls(lms, 'Commit');
    await frame.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await calls(lms, 'Commit')).toBe(before + 1);
    expect(await calls(lms, 'Terminate')).toBe(0);
    await press(frame, 'Go on');
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
  });

  test(nameOf('quirk.page-kept-for-back'), async () => {
    const lms = await imported(browser, standard);
    const frame = await lms.launch();
    await decideOnce(frame);
    await says(frame, 'Saved');
    const before = await calls(lms, 'Commit');
    await frame.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    expect(await calls(lms, 'Commit')).toBe(before + 1);
    expect(await calls(lms, 'Terminate')).toBe(0);
    await press(frame, 'Go on');
    await press(frame, 'Go on');
    await frame.getByText('The blue door').click();
    await press(frame, 'Do this');
    await lms.leave();
    expect(await pathIn(lms)).toMatch(/\/scr\.a:r\.b:a$/);
    expect(await lms.violations()).toEqual([]);
  });

  test(nameOf('quirk.receipt'), async () => {
    const lms = await imported(browser, standard);
    const frame = await lms.launch();
    await takeAll(frame);
    await press(frame, 'Look back at your way');
    await press(frame, 'See how it went');
    await frame.getByText('Your LMS says that it holds: passed, score 100. That is its word, and no proof').waitFor();
    // One that says "true" and holds nothing is not believed.
    const other = await imported(browser, standard);
    const forgetful = await other.launch({ faults: [{ call: 'SetValue', from: 1, how: 'forgets' }] });
    await beginStory(forgetful, 'Joyce’s screenshot');
    await takeScreenshotStory(forgetful, 'well');
    await press(forgetful, 'Look back at your way');
    await press(forgetful, 'Next story: The open door');
    await takeNeighbourStory(forgetful);
    await press(forgetful, 'Look back at your way');
    await press(forgetful, 'See how it went');
    await forgetful.getByText(/Your LMS says that it holds: (not attempted|unknown)\. That is its word/).waitFor();
    await says(forgetful, 'Not saved yet in your LMS');
  });
});

test('a learner is told where an LMS has their decisions and not their pass', async () => {
  const lms = await imported(browser, 'scorm12');
  const frame = await lms.launch({ mutant: 'says failed below its own mark' });
  await takeAll(frame, 'Saved, but your LMS does not show your pass yet');
  expect(await lms.violations()).toEqual([]);
});
