/** The real zip in an LMS that lets nothing pass: played, closed, resumed, reviewed, and made to fail. */
import { describe, expect, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { imported, passedBefore, takeModule } from '../support/strict-lms/imported.ts';
import type { LaunchOptions } from '../support/strict-lms/record.ts';

const browser = await sharedBrowser();

const FORMATS = [
  { standard: 'scorm12', judge: 'scorm12' },
  { standard: 'scorm2004-4', judge: 'scorm2004' },
] as const;

/** What a call that the LMS breaks at answers: 1.2, and 2004 for getting, setting and committing. */
const BROKEN = [101, 301, 351, 391];

const PASSED = {
  scorm12: {
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '100',
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
    'cmi.core.exit': 'suspend',
  },
  scorm2004: {
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'passed',
    'cmi.progress_measure': '1',
    'cmi.score.raw': '100',
    'cmi.score.scaled': '1',
    'cmi.exit': 'suspend',
  },
} as const;

/** Its driver is that of the 4th edition, which has all of the tests below; its manifest and its schemas are its own. */
test('a scorm2004-3 package is taken to a pass amid refusals, is only looked at in browse, and begins anew', async () => {
  const lms = await imported(browser, 'scorm2004-3');
  const record = await takeModule(lms, {
    faults: [
      { call: 'Commit', from: 1, to: 3, how: 'false' },
      { call: 'SetValue', from: 9, to: 12, how: 'throw' },
      { call: 'GetValue', from: 8, to: 9, how: 'throw' },
    ],
  });
  expect(record.values).toMatchObject(PASSED.scorm2004);
  const frame = await lms.launch({ mode: 'browse' });
  await press(frame, 'See how it went');
  await press(frame, 'Take it again: Joyce’s screenshot');
  await frame.getByText('Delete your old post').click();
  await press(frame, 'Do this');
  await lms.leave();
  expect((await lms.record()).values).toEqual(record.values);
  await lms.reset();
  await lms.launch();
  await lms.leave();
  expect((await lms.record()).values['cmi.suspend_data']).toMatch(/\.1$/);
  expect(await lms.violations()).toEqual([]);
});

describe.each(FORMATS)('a $standard package in the strict LMS', (format) => {
  const { judge } = format;
  const pass = passedBefore();

  test('is taken to a pass over two sittings, without one wrong call', async () => {
    const lms = await imported(browser, format.standard);
    const record = await takeModule(lms);
    expect(await lms.violations()).toEqual([]);
    expect(record.values).toMatchObject(PASSED[judge]);
    expect(record.values['cmi.suspend_data']).toMatch(/^1\.[0-9a-f]{8}\.[a-z0-9]{12}\.1\/scr\..*\/nei\./);
    // A standalone package asks for nothing beyond its own files.
    expect(lms.requested()).toEqual(['atkinson.woff2', 'index.html', 'player.js', 'settings.js']);
  });

  test('finds its LMS from a window of its own, and closes that window on Save and exit', async () => {
    const lms = await imported(browser, format.standard);
    const frame = await lms.launch({ place: 'window' });
    await beginStory(frame, 'Joyce’s screenshot');
    await takeScreenshotStory(frame, 'well');
    await press(frame, 'Save and exit');
    await expect.poll(() => frame.page().isClosed()).toBe(true);
    const again = await lms.launch({ place: 'window' });
    await press(again, 'Go on: The open door');
    await takeNeighbourStory(again);
    await lms.leave();
    expect((await lms.launches()).map((one) => one.terminated)).toEqual([true, true]);
    expect(await lms.violations()).toEqual([]);
    expect((await lms.record()).values).toMatchObject(PASSED[judge]);
  });

  test('loses no decision when its tab dies', async () => {
    const lms = await imported(browser, format.standard);
    const frame = await lms.launch();
    await beginStory(frame, 'Joyce’s screenshot');
    await frame.getByText('Ring Joyce now').click();
    await press(frame, 'Do this');
    await expect.poll(async () => (await lms.record()).values['cmi.suspend_data']).toMatch(/\/scr\.a:r$/);
    await lms.crash();
    const again = await lms.launch();
    await press(again, 'Go on: Joyce’s screenshot');
    await again.getByText('Joyce picks up at once').waitFor();
    await lms.leave();
    expect((await lms.launches()).map((one) => one.terminated)).toEqual([false, true]);
    expect(await lms.violations()).toEqual([]);
  });

  test('is not made anew for a learner whose record was emptied', async () => {
    const lms = await imported(browser, format.standard);
    await pass(lms);
    await lms.reset();
    const frame = await lms.launch();
    await press(frame, 'Begin');
    await lms.leave();
    expect((await lms.record()).values['cmi.suspend_data']).toMatch(/^1\.[0-9a-f]{8}\.[a-z0-9]{12}\.1$/);
    expect(await lms.violations()).toEqual([]);
  });

  test(nameOf(`${judge}.terminate-called`), async () => {
    const lms = await imported(browser, format.standard);
    await lms.launch();
    await lms.leave();
    expect((await lms.launches()).map((one) => one.terminated)).toEqual([true]);
    expect(await lms.violations()).toEqual([]);
  });

  test(nameOf('quirk.interaction-ids'), async () => {
    const lms = await imported(browser, format.standard, { reporting: { interactions: true } });
    const { values } = await takeModule(lms);
    expect(await lms.violations()).toEqual([]);
    const ids = Object.keys(values).filter((one) => /^cmi\.interactions\.\d+\.id$/.test(one));
    expect(ids).toHaveLength(4);
    for (const id of ids) expect(values[id]).toMatch(/^[A-Za-z0-9_.]+$/);
  });

  test('passes without a score where none is wanted', async () => {
    const lms = await imported(browser, format.standard, { reporting: { score: false } });
    const { values } = await takeModule(lms);
    expect(await lms.violations()).toEqual([]);
    expect(Object.keys(values).filter((one) => one.includes('.score.'))).toEqual([]);
    expect(values[judge === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status']).toBe('passed');
  });

  test('writes nothing in review, and leaves the pass as it was', async () => {
    const lms = await imported(browser, format.standard);
    const before = await pass(lms);
    for (const mode of ['review', 'browse'] as const) {
      const frame = await lms.launch({ mode });
      await press(frame, 'See how it went');
      await press(frame, 'Take it again: Joyce’s screenshot');
      await takeScreenshotStory(frame, 'hard');
      await lms.leave();
    }
    expect(await lms.violations()).toEqual([]);
    expect((await lms.record()).values).toEqual(before.values);
  });

  test('never lowers a pass in a worse retake', async () => {
    const lms = await imported(browser, format.standard);
    const before = await pass(lms);
    const frame = await lms.launch();
    await press(frame, 'See how it went');
    await press(frame, 'Take it again: Joyce’s screenshot');
    await takeScreenshotStory(frame, 'hard');
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
    const after = await lms.record();
    expect(after.values).toMatchObject(PASSED[judge]);
    expect(after.values['cmi.suspend_data']).not.toBe(before.values['cmi.suspend_data']);
  });

  test.each<[string, Partial<LaunchOptions>]>([
    ['refuses its first commits', { faults: [{ call: 'Commit', from: 1, to: 3, how: 'false' }] }],
    ['throws at its third commit', { faults: [{ call: 'Commit', from: 3, to: 3, how: 'throw' }] }],
    ['throws at some values', { faults: [{ call: 'SetValue', from: 9, to: 12, how: 'throw' }] }],
    ['breaks when it is asked for a value', { faults: [{ call: 'GetValue', from: 8, to: 9, how: 'throw' }] }],
    ['takes a while for every call', { slow: 30 }],
  ])('ends with the same record in an LMS that %s', async (_, trouble) => {
    const lms = await imported(browser, format.standard);
    const { values } = await takeModule(lms, trouble);
    expect(await lms.violations()).toEqual([]);
    const calls = (await lms.launches()).flatMap((one) => one.calls);
    expect(calls.some(({ code }) => BROKEN.includes(code))).toBe(trouble.faults !== undefined);
    expect(values).toMatchObject(PASSED[judge]);
    expect(values['cmi.suspend_data']).toMatch(/\/scr\..*\/nei\./);
  });
});
