/** A learner at the cmi5 package of the tiny course, for the tests that play it in the strict LRS. */
import type { Browser, Frame } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { type Reporting, usualReporting } from '../../server/package-settings.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from './sitting.ts';
import { type Launch, StrictLrs } from './strict-lrs/strict-lrs.ts';
import { hashOf, tinyContent } from './tiny-course.ts';
import { unzip } from './unzip.ts';

export async function importedInto(
  browser: Browser,
  reporting: Partial<Reporting> = {},
  content = tinyContent,
): Promise<StrictLrs> {
  const request = { content, hash: hashOf(content), modules: ['security'] };
  const zip = await zipPackage({ ...request, standard: 'cmi5', reporting: { ...usualReporting, ...reporting } });
  const lms = await StrictLrs.open(browser, unzip(zip));
  onTestFinished(() => lms.close());
  return lms;
}

/** What the package says about saving. */
export const says = (frame: Frame, words: string): Promise<void> =>
  expect.poll(() => frame.locator('#saved').textContent(), { timeout: 20_000 }).toBe(words);

/** Both stories, with the package left and launched again between them. */
export async function takeModule(lms: StrictLrs, options: Launch = {}, how: 'well' | 'hard' = 'well'): Promise<void> {
  const frame = await lms.launch(options);
  await beginStory(frame, 'Joyce’s screenshot');
  await takeScreenshotStory(frame, how);
  await says(frame, 'Saved');
  await lms.leave();
  const again = await lms.launch(options);
  await press(again, 'Go on: The open door');
  await takeNeighbourStory(again);
  await says(again, 'Saved');
  await lms.leave();
}

/** The first decision of the first story. */
export async function decideOnce(frame: Frame): Promise<void> {
  await beginStory(frame, 'Joyce’s screenshot');
  await frame.getByText('Ring Joyce now').click();
  await press(frame, 'Do this');
}

/** What stands in an LMS after `takeModule`. */
export const PASSED = ['initialized', 'terminated', 'initialized', 'completed', 'passed', 'terminated'];
