/** A package of more than one module in the strict LMS: passed only when every module is. */
import { expect, onTestFinished, test } from 'vitest';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { nameOf } from '../conformance/requirements.ts';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { hashOf } from '../support/tiny-course.ts';
import { twoModules } from '../support/two-modules.ts';
import { unzip } from '../support/unzip.ts';

const browser = await sharedBrowser();

test.each([
  ['scorm12', { 'cmi.core.lesson_status': 'incomplete' }, { 'cmi.core.lesson_status': 'passed' }],
  [
    'scorm2004-4',
    { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'unknown' },
    { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.progress_measure': '1' },
  ],
] as const)(`${nameOf('hurt.passed-too-early')} (a whole course as %s)`, async (standard, between, passed) => {
  const request = { content: twoModules, hash: hashOf(twoModules), modules: 'all', standard } as const;
  const lms = await StrictLms.open(browser, unzip(await zipPackage(request)));
  onTestFinished(() => lms.close());
  const frame = await lms.launch();
  await beginStory(frame, 'Joyce’s screenshot');
  await takeScreenshotStory(frame, 'well');
  await lms.leave();
  expect((await lms.record()).values).toMatchObject(between);
  const again = await lms.launch();
  await press(again, 'Choose a story');
  // Each module says for itself how far it is, and the one to go on with stands open.
  await again.getByText('Passed with 100 of 100').waitFor();
  await again.getByText('0 of 1 done').waitFor();
  expect(await again.getByRole('button', { name: 'Take it again: Joyce’s screenshot' }).isVisible()).toBe(false);
  // What can be taken away after one module is of that one, and leads back here.
  await press(again, 'Talk it over with a peer');
  await again.getByRole('heading', { name: 'Joyce’s screenshot, to talk over' }).waitFor();
  await press(again, 'Back');
  await press(again, 'Begin: The open door');
  await takeNeighbourStory(again);
  await lms.leave();
  expect((await lms.record()).values).toMatchObject(passed);
  expect(await lms.violations()).toEqual([]);
});

test('a whole course as cmi5 is completed and passed with its last module, not before', async () => {
  const request = { content: twoModules, hash: hashOf(twoModules), modules: 'all', standard: 'cmi5' } as const;
  const lms = await StrictLrs.open(browser, unzip(await zipPackage(request)));
  onTestFinished(() => lms.close());
  const frame = await lms.launch();
  await beginStory(frame, 'Joyce’s screenshot');
  await takeScreenshotStory(frame, 'well');
  await lms.leave();
  expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated']);
  const again = await lms.launch();
  await press(again, 'Go on: The open door');
  await takeNeighbourStory(again);
  await lms.leave();
  expect(lms.lrs.isSatisfied()).toBe(true);
  expect(lms.lrs.violations()).toEqual([]);
});
