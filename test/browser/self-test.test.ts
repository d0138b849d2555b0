/** The self-test as the person who runs an LMS takes it: imported, launched three times, its report copied. */
import AxeBuilder from '@axe-core/playwright';
import type { Frame } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { usualReporting } from '../../server/package-settings.ts';
import { SCORM, type ScormStandard } from '../../server/package-standards.ts';
import { zipSelfTest } from '../../server/packaging/self-test.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import type { LaunchLog, LaunchOptions } from '../support/strict-lms/record.ts';
import { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const browser = await sharedBrowser();

async function imported(standard: ScormStandard): Promise<StrictLms> {
  const lms = await StrictLms.open(browser, unzip(await zipSelfTest(standard)));
  onTestFinished(() => lms.close());
  return lms;
}

const title = (frame: Frame): Promise<string | null> => frame.locator('h1').textContent();
const report = (frame: Frame): Promise<string> => frame.getByRole('textbox', { name: 'Report' }).inputValue();
const listed = (frame: Frame, text: string) => frame.getByText(text);

/** Two launches as the page asks for them, and the third, which is looked at. */
async function takeTest(lms: StrictLms, options: Partial<LaunchOptions> = {}): Promise<Frame> {
  const first = await lms.launch(options);
  await press(first, 'Save and exit');
  await lms.leave();
  await lms.launch(options);
  await lms.leave();
  return lms.launch(options);
}

/** What was called, without the numbers of single interactions. */
const called = (launches: readonly LaunchLog[]): Set<string> =>
  new Set(
    launches.flatMap(({ calls }) =>
      calls.map(({ name, args }) => `${name} ${String(args[0]).replace(/\.\d+\./, '.n.')}`),
    ),
  );

describe.each(SCORM)('the self-test for %s in an LMS that is right', (standard) => {
  test('says after three launches that nothing has to be changed, and breaks no rule itself', async () => {
    const lms = await imported(standard);
    const frame = await takeTest(lms);
    expect(await title(frame)).toBe('Your LMS does all that our packages need');
    const said = await report(frame);
    expect(said).not.toContain('WRONG');
    expect(said).not.toContain('not tested');
    for (const word of ['Okafor', 'Ada', ' l.1']) expect(said).not.toContain(word);
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
    expect(lms.requested()).toEqual(['index.html', 'self-test.js']);
    expect((await lms.launches()).map((one) => one.terminated)).toEqual([true, true, true]);
  });
});

test.each(['scorm12', 'scorm2004-4'] as const)('it makes every call that a %s module makes', async (standard) => {
  const test = await imported(standard);
  await takeTest(test);
  await test.leave();
  const reporting = { ...usualReporting, interactions: true };
  const request = { content: tinyContent, hash: hashOf(tinyContent), modules: ['security'], standard, reporting };
  const lms = await StrictLms.open(browser, unzip(await zipPackage(request)));
  onTestFinished(() => lms.close());
  const frame = await lms.launch();
  await beginStory(frame, 'Joyce’s screenshot');
  await takeScreenshotStory(frame, 'well');
  await lms.leave();
  const again = await lms.launch();
  await press(again, 'Go on: The open door');
  await takeNeighbourStory(again);
  await lms.leave();
  const made = called(await test.launches());
  // What only packages do that ask our server for a certificate.
  const remark = standard === 'scorm12' ? 'cmi.comments' : 'cmi.comments_from_learner.n.comment';
  const name = standard === 'scorm12' ? 'cmi.core.student_name' : 'cmi.learner_name';
  for (const one of [`SetValue ${remark}`, `GetValue ${remark}`, `GetValue ${name}`]) expect(made).toContain(one);
  expect([...called(await lms.launches())].filter((one) => !made.has(one))).toEqual([]);
});

describe.each(['scorm12', 'scorm2004-3'] as const)('the self-test for %s', (standard) => {
  test('tells of an LMS that forgets the learner’s place, what to change, and lets the report be copied', async () => {
    const lms = await imported(standard);
    const frame = await takeTest(lms, { mutant: 'forgets suspend_data between launches' });
    expect(await title(frame)).toBe('There is one thing to change');
    await listed(frame, 'Your LMS forgets the learner’s place between launches').waitFor();
    await listed(frame, 'Look for a setting to resume or bookmark').waitFor();
    await frame.page().context().grantPermissions(['clipboard-read']);
    await press(frame, 'Copy the report');
    await frame.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await frame.page().evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/WRONG {7}resume: 4000 characters were sent, and 0 came back/);
    // The page around it is the LMS's.
    const ofTheLms = [
      'document-title',
      'html-has-lang',
      'region',
      'frame-title',
      'landmark-one-main',
      'page-has-heading-one',
    ];
    const { violations } = await new AxeBuilder({ page: frame.page() }).disableRules(ofTheLms).analyze();
    expect(violations.map((one) => one.id)).toEqual([]);
  });

  test('tells of an LMS that answers “true” and keeps nothing, in the first launch', async () => {
    const lms = await imported(standard);
    const frame = await lms.launch({ mutant: 'answers “true” and keeps nothing' });
    await listed(frame, 'Your LMS says that it saves, and then does not have what was saved.').waitFor();
  });

  test('tells of an LMS that finds nothing again', async () => {
    const lms = await imported(standard);
    const options = { mutant: 'finds nothing of the launch before' } as const;
    await lms.launch(options);
    await lms.leave();
    const second = await lms.launch(options);
    await listed(second, 'Your LMS began anew at the second launch, or kept nothing.').waitFor();
  });

  test('is told by the person that this is the second launch where it cannot know, in another browser', async () => {
    const lms = await imported(standard);
    const frame = await lms.launch();
    expect(await title(frame)).toBe('All is well so far');
    await press(frame, 'I have launched it before');
    await listed(frame, 'Your LMS began anew at the second launch, or kept nothing.').waitFor();
  });

  test('goes on after a preview between two launches', async () => {
    const lms = await imported(standard);
    await lms.launch();
    await lms.leave();
    await lms.launch({ mode: 'browse' });
    await lms.leave();
    await listed(await lms.launch(), 'This was the second of three launches.').waitFor();
  });

  test('tells of a launch that is only a preview, and writes nothing in it', async () => {
    const lms = await imported(standard);
    const frame = await lms.launch({ mode: 'browse' });
    await listed(frame, 'Launch it as a test learner who is enrolled').waitFor();
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
  });

  test('tells of an LMS that opens no session', async () => {
    const lms = await imported(standard);
    const frame = await lms.launch({ mutant: 'opens no session' });
    await listed(frame, 'Your LMS does not open a session.').waitFor();
    expect(await report(frame)).toContain('WRONG       session');
  });
});

test('who opens it outside an LMS is told so, and where to go', async () => {
  const lms = await imported('scorm12');
  const frame = await lms.launch();
  const alone = await frame.page().context().newPage();
  await alone.goto(frame.url());
  await alone.getByText('The test finds no LMS around it.').waitFor();
});
