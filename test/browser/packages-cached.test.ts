/** LMSs let browsers keep the files of a package for months, and give the update of it the same addresses. */
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import { usualReporting } from '../../server/package-settings.ts';
import type { Standard } from '../../server/package-standards.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { nameOf } from '../conformance/requirements.ts';
import { launchBrowser } from '../support/browser.ts';
import { says } from '../support/cmi5-sittings.ts';
import { releasedAs } from '../support/released.ts';
import { beginStory, press, takeModule } from '../support/sitting.ts';
import type { Keeping } from '../support/strict-lms/serve.ts';
import { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { type UnzippedFile, unzip } from '../support/unzip.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const reworded: Content = {
  ...tinyContent,
  modules: tinyContent.modules.map((one) => ({ ...one, question: `${one.question} In other words.` })),
};

const made = async (standard: Standard, content = tinyContent, reporting = usualReporting): Promise<UnzippedFile[]> =>
  unzip(await zipPackage({ content, hash: hashOf(content), modules: ['security'], standard, reporting }));

async function opened(files: readonly UnzippedFile[], keeping: Keeping): Promise<StrictLms> {
  const lms = await StrictLms.open(browser, files);
  onTestFinished(() => lms.close());
  lms.keepForMonths(keeping);
  return lms;
}

async function decideOnce(frame: Frame): Promise<void> {
  await beginStory(frame, 'Joyce’s screenshot');
  await frame.getByText('Ring Joyce now').click();
  await press(frame, 'Do this');
}

/** Which release's script ran, as `releasedAs` lets each say. */
const ran = (frame: Frame, script: string): Promise<string | null> =>
  frame.locator('html').getAttribute(`data-ran-${script}`);

const KEPT: readonly Keeping[] = ['all', 'all but pages'];

describe.each(['scorm12', 'scorm2004-3', 'scorm2004-4'] as const)('a %s package', (standard) => {
  test.each(KEPT)(`${nameOf('quirk.cached-for-months')} Kept: %s.`, async (keeping) => {
    const lms = await opened(releasedAs('1', await made(standard)), keeping);
    const first = await lms.launch();
    expect(await ran(first, 'player')).toBe('1');
    await decideOnce(first);
    await press(first, 'Read the whole module as text');
    await expect.poll(() => ran(first, 'reflect')).toBe('1');
    await lms.leave();
    lms.update(releasedAs('2', await made(standard, reworded)));
    const again = await lms.launch();
    await again.getByText('In other words.').waitFor();
    await again.getByText('Your decisions fit the new version').waitFor();
    expect(await ran(again, 'player')).toBe('2');
    await press(again, 'Read the whole module as text');
    await expect.poll(() => ran(again, 'reflect')).toBe('2');
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
  });
});

describe('a scorm12 package that was updated', () => {
  /** As a builder would make it whose names stay whatever the bytes. */
  const plain = (name: string): string => name;

  test.each(KEPT)('would be played by an old script, were names to stay (kept: %s)', async (keeping) => {
    const lms = await opened(releasedAs('1', await made('scorm12'), plain), keeping);
    await lms.launch();
    await lms.leave();
    lms.update(releasedAs('2', await made('scorm12', reworded), plain));
    const again = await lms.launch();
    await again.getByText('In other words.').waitFor();
    expect(await ran(again, 'player')).toBe('1');
  });

  test('would stay on its old page, did the settings not say to which page they belong', async () => {
    const unstamped = (files: readonly UnzippedFile[]): UnzippedFile[] =>
      files.map((one) =>
        one.name === 'settings.js'
          ? { ...one, bytes: Buffer.from(one.bytes.toString('utf8').replace(/,"stamp":"\w+"/, '')) }
          : one,
      );
    const lms = await opened(releasedAs('1', await made('scorm12')), 'all');
    await lms.launch();
    await lms.leave();
    lms.update(unstamped(releasedAs('2', await made('scorm12', reworded))));
    const again = await lms.launch();
    expect(await again.getByText('In other words.').count()).toBe(0);
    expect(await ran(again, 'player')).toBe('1');
  });

  test('reports as it was last downloaded to report, though the name of its settings stays', async () => {
    const lms = await opened(await made('scorm12'), 'all');
    await lms.launch();
    await lms.leave();
    lms.update(await made('scorm12', tinyContent, { ...usualReporting, passAs: 'completed' }));
    await takeModule(await lms.launch());
    await lms.leave();
    expect((await lms.record()).values['cmi.core.lesson_status']).toBe('completed');
    expect(await lms.violations()).toEqual([]);
  });

  test('is loaded again once and then played, where the LMS goes on to hand out the old page', async () => {
    const old = releasedAs('1', await made('scorm12'));
    const lms = await opened(old, 'nothing');
    const settings = releasedAs('2', await made('scorm12', reworded)).filter((one) => one.name === 'settings.js');
    lms.update([...settings, ...old.filter((one) => one.name !== 'settings.js')]);
    const frame = await lms.launch();
    await decideOnce(frame);
    const navigation = await frame.evaluate(() =>
      performance.getEntriesByType('navigation').map((one) => one.toJSON()),
    );
    expect(navigation).toMatchObject([{ type: 'reload' }]);
    await lms.leave();
    expect((await lms.record()).values['cmi.suspend_data']).toMatch(/\/scr\.a:r$/);
    expect(await lms.violations()).toEqual([]);
  });

  test('says so to a learner who had it open, when they ask for what the update took away', async () => {
    const lms = await opened(releasedAs('1', await made('scorm12')), 'all');
    const frame = await lms.launch();
    lms.update(releasedAs('2', await made('scorm12', reworded)));
    await decideOnce(frame);
    await press(frame, 'Read the whole module as text');
    await frame.getByText('or close the module and open it again').waitFor();
    await press(frame, 'Back');
    await press(frame, 'Go on');
    await lms.leave();
    const again = await lms.launch();
    await press(again, 'Read the whole module as text');
    await expect.poll(() => ran(again, 'reflect')).toBe('2');
    expect(await lms.violations()).toEqual([]);
  });
});

describe('a cmi5 package that was updated', () => {
  const launched = async (files: readonly UnzippedFile[], keeping: Keeping): Promise<StrictLrs> => {
    const lms = await StrictLrs.open(browser, files);
    onTestFinished(() => lms.close());
    lms.keepForMonths(keeping);
    const frame = await lms.launch();
    await decideOnce(frame);
    await says(frame, 'Saved');
    await lms.leave();
    return lms;
  };

  test.each(KEPT)('is played by its own scripts, in one session a launch (kept: %s)', async (keeping) => {
    const lms = await launched(releasedAs('1', await made('cmi5')), keeping);
    lms.update(releasedAs('2', await made('cmi5', reworded)));
    const again = await lms.launch();
    await again.getByText('Your decisions fit the new version').waitFor();
    expect([await ran(again, 'player'), await ran(again, 'cmi5')]).toEqual(['2', '2']);
    await says(again, 'Saved');
    await lms.leave();
    expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated', 'initialized', 'terminated']);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('does not tell a learner that there is no LMS, where the script that speaks to it was taken away', async () => {
    const lms = await launched(await made('cmi5'), 'nothing');
    lms.update((await made('cmi5')).filter((one) => !/^cmi5\..*js$/.test(one.name)));
    const again = await lms.launch();
    await again.getByText('Your LMS did not open a session, so it keeps nothing now').waitFor();
  });
});
