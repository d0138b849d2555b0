/** The real zip in an LMS that speaks cmi5 and lets nothing pass: played, left, resumed, abandoned, reviewed, browsed. */
import { describe, expect, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { sharedBrowser } from '../support/browser.ts';
import { decideOnce, importedInto, PASSED, says, takeModule } from '../support/cmi5-sittings.ts';
import { beginStory, press, takeScreenshotStory } from '../support/sitting.ts';

const browser = await sharedBrowser();

describe('a cmi5 package', () => {
  test.each(['window', 'frame'] as const)('is taken to a pass in a %s, without one wrong word', async (place) => {
    const lms = await importedInto(browser);
    await takeModule(lms, { place });
    expect(lms.lrs.violations()).toEqual([]);
    expect(lms.lrs.verbs()).toEqual(PASSED);
    expect(lms.lrs.isSatisfied()).toBe(true);
    expect(lms.lrs.statements().at(-2)?.result?.score).toEqual({ scaled: 1, raw: 100, min: 0, max: 100 });
    expect(lms.lrs.place()?.path).toMatch(/^1\.[0-9a-f]{8}\.[a-z0-9]{12}\.1\/scr\..*\/nei\./);
    // It asks for its own files, and for nothing else but its LRS.
    expect(lms.requested()).toEqual(['LRS', 'atkinson.woff2', 'cmi5.js', 'index.html', 'player.js', 'settings.js']);
  });

  test('goes on exactly where the learner left, and says what the LMS holds at its end', async () => {
    const lms = await importedInto(browser);
    await decideOnce(await lms.launch());
    await lms.leave();
    const again = await lms.launch();
    await press(again, 'Go on: Joyce’s screenshot');
    await again.getByText('Joyce picks up at once').waitFor();
    await lms.leave();
    const other = await importedInto(browser);
    await takeModule(other);
    const passed = await other.launch();
    await press(passed, 'See how it went');
    await passed.getByText('Your LMS says that it holds: passed, score 100').waitFor();
  });

  test(nameOf('cmi5.terminated-sent'), async () => {
    const lms = await importedInto(browser);
    await lms.launch();
    await lms.leave();
    const inFrame = await lms.launch({ place: 'frame' });
    await decideOnce(inFrame);
    await says(inFrame, 'Saved');
    await lms.page.evaluate(() => document.querySelector('iframe')?.remove());
    await lms.quiet();
    expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated', 'initialized', 'terminated']);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test(nameOf('cmi5.return-url'), async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch({ comesBack: true });
    await decideOnce(frame);
    await press(frame, 'Save and exit');
    await lms.page.waitForURL('**/left');
    expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated']);
    expect(lms.lrs.place()?.path).toMatch(/\/scr\.a:r$/);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('without a way back says that the window can be closed', async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch();
    await decideOnce(frame);
    await press(frame, 'Save and exit');
    await frame.getByRole('heading', { name: 'You can close this window' }).waitFor();
    await says(frame, 'Saved');
    await lms.quiet();
    expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated']);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('is taken to no address that would run as a script', async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch({ returnURL: 'javascript:document.title="caught"' });
    await press(frame, 'Save and exit');
    await frame.getByRole('heading', { name: 'You can close this window' }).waitFor();
    await lms.quiet();
    expect(await lms.page.title()).not.toBe('caught');
  });

  test('loses no decision when its tab dies, and that session is abandoned', async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch();
    await decideOnce(frame);
    await expect.poll(() => lms.lrs.place()?.path).toMatch(/\/scr\.a:r$/);
    await lms.crash();
    const again = await lms.launch();
    await press(again, 'Go on: Joyce’s screenshot');
    await again.getByText('Joyce picks up at once').waitFor();
    await lms.leave();
    expect(lms.lrs.sessions().map((one) => one.over)).toEqual(['abandoned', 'terminated']);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test.each(['Review', 'Browse'] as const)('in the mode %s says only that it began and ended', async (mode) => {
    const lms = await importedInto(browser, { interactions: true });
    await takeModule(lms);
    const before = { place: lms.lrs.place(), said: lms.lrs.verbs() };
    const frame = await lms.launch({ mode });
    await says(frame, 'Nothing is recorded');
    await press(frame, 'See how it went');
    await press(frame, 'Take it again: Joyce’s screenshot');
    await takeScreenshotStory(frame, 'hard');
    await lms.leave();
    expect(lms.lrs.verbs()).toEqual([...before.said, 'initialized', 'terminated']);
    expect(lms.lrs.place()).toEqual(before.place);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('keeps its pass in a worse retake, and says neither word a second time', async () => {
    const lms = await importedInto(browser);
    await takeModule(lms);
    const { path } = lms.lrs.place() ?? {};
    const frame = await lms.launch();
    await press(frame, 'See how it went');
    await press(frame, 'Take it again: Joyce’s screenshot');
    await takeScreenshotStory(frame, 'hard');
    await says(frame, 'Saved');
    await lms.leave();
    expect(lms.lrs.place()?.path).not.toBe(path);
    expect(lms.lrs.verbs()).toEqual([...PASSED, 'initialized', 'terminated']);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('begins anew for a learner who is enrolled anew', async () => {
    const lms = await importedInto(browser);
    await takeModule(lms);
    lms.lrs.enrolAnew();
    await takeModule(lms);
    expect(lms.lrs.verbs()).toEqual(PASSED);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('says each decision where it was asked to, between its first word and its last', async () => {
    const lms = await importedInto(browser, { interactions: true });
    await takeModule(lms);
    expect(lms.lrs.violations()).toEqual([]);
    expect(lms.lrs.verbs().filter((one) => one === 'answered')).toHaveLength(4);
    const asked = lms.lrs.statements().map((one) => one.object?.definition?.interactionType);
    expect([...new Set(asked.filter(Boolean))].sort()).toEqual(['choice', 'sequencing']);
  });

  test('passes without a score where none is wanted', async () => {
    const lms = await importedInto(browser, { score: false });
    await takeModule(lms);
    expect(lms.lrs.verbs()).toEqual(PASSED);
    expect(lms.lrs.statements().filter((one) => one.result?.score)).toEqual([]);
    expect(lms.lrs.violations()).toEqual([]);
  });
});

test('the log that support asks for has every request, and nobody’s name', async () => {
  const lms = await importedInto(browser);
  const frame = await lms.launch({ faults: [{ kind: 'PUT activities/state', from: 2, to: 2, how: 500 }] });
  await decideOnce(frame);
  await says(frame, 'Saved');
  await lms.page.keyboard.press('Control+F9');
  const shown = await frame.getByRole('textbox', { name: 'Log' }).inputValue();
  expect(shown).toMatch(/ POST fetch = 200 /);
  expect(shown).toMatch(/ GET activities\/state LMS\.LaunchData = 200 /);
  expect(shown).toMatch(/ GET agents\/profile cmi5LearnerPreferences = 404 /);
  expect(shown).toMatch(/ PUT activities\/state standpoint\.path 1\.\S+\/scr\.a:r = 500 /);
  expect(shown).toMatch(/ PUT activities\/state standpoint\.path 1\.\S+\/scr\.a:r = 204 /);
  expect(shown).toMatch(/ PUT statements [0-9a-f-]{36} = 204 /);
  for (const word of ['learner-1', 'account', 'Basic', 'Joyce']) expect(shown).not.toContain(word);
});

describe('the LMS’s own mark', () => {
  test('counts where it is higher, and the learner is told of it', async () => {
    const lms = await importedInto(browser);
    await takeModule(lms, { masteryScore: 0.9 }, 'hard');
    expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated', 'initialized', 'terminated']);
    const frame = await lms.launch({ masteryScore: 0.9 });
    await press(frame, 'See how it went');
    await frame.getByText('The mark is 90.').waitFor();
    await press(frame, 'Take it again: Joyce’s screenshot');
    await takeScreenshotStory(frame, 'well');
    await says(frame, 'Saved');
    await lms.leave();
    expect(lms.lrs.isSatisfied()).toBe(true);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('counts where it is lower, also for what was decided before', async () => {
    const lms = await importedInto(browser);
    await takeModule(lms, { masteryScore: 1 }, 'hard');
    expect(lms.lrs.isSatisfied()).toBe(false);
    const frame = await lms.launch({ masteryScore: 0.25 });
    await says(frame, 'Saved');
    await lms.leave();
    expect(lms.lrs.isSatisfied()).toBe(true);
    expect(lms.lrs.violations()).toEqual([]);
  });
});

test('a story begun in a browser without an LMS is kept in that browser', async () => {
  const lms = await importedInto(browser);
  await lms.launch();
  await lms.page.goto(lms.page.url().split('?')[0] ?? '');
  await lms.page.waitForSelector('#ready button');
  await beginStory(lms.page.mainFrame(), 'Joyce’s screenshot');
  await says(lms.page.mainFrame(), 'Kept in this browser only');
});
