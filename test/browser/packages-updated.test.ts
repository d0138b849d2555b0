/** A new version imported over an old one: nobody begins again, and what has changed is said. */
import type { Frame } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import type { Scenario, Scene } from '../../courses/model/schema.ts';
import type { Standard } from '../../server/package-standards.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { choice, choose } from '../support/story.ts';
import { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const browser = await sharedBrowser();

const FORMATS: readonly Standard[] = ['scorm12', 'scorm2004-4'];
const STATUS: Record<string, Record<string, string>> = {
  scorm12: { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' },
  'scorm2004-4': { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.raw': '100' },
};

const filesOf = async (content: Content, standard: Standard) =>
  unzip(await zipPackage({ content, hash: hashOf(content), modules: ['security'], standard }));

async function imported(standard: Standard): Promise<StrictLms> {
  const lms = await StrictLms.open(browser, await filesOf(tinyContent, standard));
  onTestFinished(() => lms.close());
  return lms;
}

const withStory = (change: (story: Scenario) => Scenario): Content => ({
  ...tinyContent,
  modules: tinyContent.modules.map((module) => ({
    ...module,
    scenarios: module.scenarios.map((one) => (one.id === 'scr' ? change(one) : one)),
  })),
});

const reworded = withStory((story) => ({
  ...story,
  scenes: story.scenes.map((scene) => ({ ...scene, title: `${scene.title}, in other words` })),
}));

/** A decision that was not there before, in front of the second one: every way to that now comes here first. */
const lengthened = withStory((story) => ({
  ...story,
  scenes: story.scenes.flatMap((scene): Scene[] => {
    if (scene.decision?.id !== 'b') return [scene];
    const added = choose('x', choice('l', 'strong', 'later'), choice('r', 'sound', 'later'));
    return [
      { id: scene.id, title: 'A scene that is new', decision: added },
      { ...scene, id: 'later' },
    ];
  }),
}));

async function decideTwice(frame: Frame): Promise<void> {
  await beginStory(frame, 'Joyce’s screenshot');
  await frame.getByText('Ring Joyce now').click();
  await press(frame, 'Do this');
  await press(frame, 'Go on');
  await press(frame, 'Go on');
  await frame.getByText('The blue door').click();
  await press(frame, 'Do this');
}

describe.each(FORMATS)('a %s package that was updated', (standard) => {
  test('goes on where the learner was, where only wording has changed', async () => {
    const lms = await imported(standard);
    await decideTwice(await lms.launch());
    await lms.leave();
    const before = (await lms.record()).values['cmi.suspend_data'] ?? '';
    lms.update(await filesOf(reworded, standard));
    const frame = await lms.launch();
    await frame.getByText('Your decisions fit the new version').waitFor();
    await press(frame, 'Go on: Joyce’s screenshot');
    await frame.getByRole('heading', { name: /in other words/ }).waitFor();
    await lms.leave();
    const after = (await lms.record()).values['cmi.suspend_data'] ?? '';
    expect(after.slice(10)).toBe(before.slice(10));
    expect(after.slice(2, 10)).toBe(hashOf(reworded).slice(0, 8));
    expect(await lms.violations()).toEqual([]);
  });

  test('takes the learner to the first point that differs, where the structure has changed, and says so', async () => {
    const lms = await imported(standard);
    await decideTwice(await lms.launch());
    await lms.leave();
    lms.update(await filesOf(lengthened, standard));
    const frame = await lms.launch();
    await frame.getByText('“Joyce’s screenshot” has changed').waitFor();
    await press(frame, 'Go on: Joyce’s screenshot');
    // What came of the decision before it is told again, then comes what is new.
    await press(frame, 'Go on');
    await frame.getByRole('heading', { name: 'A scene that is new' }).waitFor();
    await lms.leave();
    expect((await lms.record()).values['cmi.suspend_data']).toMatch(/\/scr\.a:r(![1-3])?$/);
    expect(await lms.violations()).toEqual([]);
  });

  test('leaves a pass as it is in the LMS, whatever has changed', async () => {
    const lms = await imported(standard);
    const frame = await lms.launch();
    await beginStory(frame, 'Joyce’s screenshot');
    await takeScreenshotStory(frame, 'well');
    await press(frame, 'Look back at your way');
    await press(frame, 'Next story: The open door');
    await takeNeighbourStory(frame);
    await lms.leave();
    expect((await lms.record()).values).toMatchObject(STATUS[standard] ?? {});
    lms.update(await filesOf(lengthened, standard));
    const again = await lms.launch();
    await again.getByText('A pass stays a pass').waitFor();
    await press(again, 'Go on: Joyce’s screenshot');
    await lms.leave();
    expect((await lms.record()).values).toMatchObject(STATUS[standard] ?? {});
    expect(await lms.violations()).toEqual([]);
  });
});

/** The 3rd edition has the driver of the 4th, and an LMS of its own. */
test('a scorm2004-3 package that was updated goes on, and takes what this device kept along', async () => {
  const lms = await imported('scorm2004-3');
  const first = await lms.launch({ faults: [{ call: 'Commit', from: 2, how: 'false' }] });
  await decideTwice(first);
  await first.locator('#saved[data-state=unsaved]').waitFor();
  await lms.crash();
  expect((await lms.record()).values['cmi.suspend_data']).toMatch(/\.1$/);
  lms.update(await filesOf(reworded, 'scorm2004-3'));
  const frame = await lms.launch();
  await frame.getByText('They were kept on this device').waitFor();
  await frame.getByText('Your decisions fit the new version').waitFor();
  await lms.leave();
  const path = (await lms.record()).values['cmi.suspend_data'] ?? '';
  expect(path).toMatch(/\/scr\.a:r\.b:[a-z0-9+]+$/);
  expect(path.slice(2, 10)).toBe(hashOf(reworded).slice(0, 8));
  expect(await lms.violations()).toEqual([]);
});

test('a cmi5 package that was updated goes on, and from the first point that differs', async () => {
  const lms = await StrictLrs.open(browser, await filesOf(tinyContent, 'cmi5'));
  onTestFinished(() => lms.close());
  await decideTwice(await lms.launch());
  await lms.leave();
  lms.update(await filesOf(reworded, 'cmi5'));
  const frame = await lms.launch();
  await frame.getByText('Your decisions fit the new version').waitFor();
  await expect.poll(() => lms.lrs.place()?.path?.slice(2, 10)).toBe(hashOf(reworded).slice(0, 8));
  expect(lms.lrs.place()?.path).toMatch(/\/scr\.a:r\.b:[a-z0-9+]+$/);
  await lms.leave();
  lms.update(await filesOf(lengthened, 'cmi5'));
  const again = await lms.launch();
  await again.getByText('“Joyce’s screenshot” has changed').waitFor();
  await lms.leave();
  expect(lms.lrs.place()?.path).toMatch(/\/scr\.a:r$/);
  expect(lms.lrs.violations()).toEqual([]);
});
