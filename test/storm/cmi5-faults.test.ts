/** The real zip in an LMS that speaks cmi5 and breaks: whatever happens, the record ends as it does without it. */
import { describe, expect, test } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { decideOnce, importedInto, PASSED, says, takeModule } from '../support/cmi5-sittings.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import type { Launch } from '../support/strict-lrs/strict-lrs.ts';

const browser = await sharedBrowser();

const STATE = 'PUT activities/state';

describe('a learner’s record ends the same in an LMS that', () => {
  test.each<[string, Launch]>([
    ['refuses its first saves', { faults: [{ kind: STATE, from: 1, to: 3, how: 500 }] }],
    ['drops a save', { faults: [{ kind: STATE, from: 3, to: 3, how: 'drop' }] }],
    ['takes a save and loses the answer', { faults: [{ kind: STATE, from: 2, to: 3, how: 'lost' }] }],
    ['takes the very first save and loses the answer', { faults: [{ kind: STATE, from: 1, to: 1, how: 'lost' }] }],
    [
      'takes its first word and loses the answer',
      { faults: [{ kind: 'PUT statements', from: 1, to: 1, how: 'lost' }] },
    ],
    [
      'loses the answers to completed and passed',
      { faults: [{ kind: 'PUT statements', from: 2, to: 4, how: 'lost' }] },
    ],
    ['drops every second word', { faults: [{ kind: 'PUT statements', from: 2, to: 3, how: 'drop' }] }],
    ['is busy when words come', { faults: [{ kind: 'PUT statements', from: 1, to: 2, how: 429 }] }],
    ['does not let its words be found', { faults: [{ kind: 'GET statements', from: 1, to: 2, how: 503 }] }],
    ['lets no statement be read', { unreadable: true }],
    ['gives the state back as an error', { faults: [{ kind: 'GET activities/state', from: 3, to: 4, how: 500 }] }],
    ['has no preferences to give', { faults: [{ kind: 'GET agents/profile', from: 1, how: 'lost' }] }],
    ['takes its time for every request', { slow: 150 }],
    ['shows its ETag to nobody', { showsEtag: false }],
  ])('%s', async (_, options) => {
    const lms = await importedInto(browser);
    await takeModule(lms, options);
    expect(lms.lrs.violations()).toEqual([]);
    for (const { kind } of options.faults ?? []) expect(lms.failed(kind)).toBeGreaterThan(0);
    expect(lms.lrs.verbs()).toEqual(PASSED);
    expect(lms.lrs.place()?.path).toMatch(/\/scr\..*\/nei\./);
  });
});

describe('a learner whose page is loaded again', () => {
  test('by a key goes on in the same session, with the same token', async () => {
    const lms = await importedInto(browser);
    await decideOnce(await lms.launch());
    await lms.quiet();
    const again = await lms.reload('key');
    await again.getByText('Joyce picks up at once').waitFor();
    await press(again, 'Go on');
    await lms.leave();
    expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated']);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('by the browser’s button is told to open it anew, and loses nothing', async () => {
    const lms = await importedInto(browser);
    await decideOnce(await lms.launch());
    await lms.quiet();
    const again = await lms.reload('button');
    await again.getByText('Your LMS did not open a session').waitFor();
    await lms.leave();
    const anew = await lms.launch();
    await press(anew, 'Go on: Joyce’s screenshot');
    await anew.getByText('Joyce picks up at once').waitFor();
    expect(lms.lrs.verbs()).toEqual(['initialized', 'terminated', 'initialized']);
    expect(lms.lrs.violations()).toEqual([]);
  });
});

describe('a learner is told', () => {
  test('that a decision is not saved while the line is down, and it is saved when it is back', async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch();
    await says(frame, 'Saved');
    await lms.setOffline(true);
    await decideOnce(frame);
    await says(frame, 'Not saved yet in your LMS');
    await lms.setOffline(false);
    await says(frame, 'Saved');
    expect(lms.lrs.place()?.path).toMatch(/\/scr\.a:r$/);
    await lms.leave();
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('at the next launch of what was kept on the device, when the session had expired', async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch();
    await says(frame, 'Saved');
    lms.trouble({ faults: [STATE, 'POST statements'].map((kind) => ({ kind, from: 1, how: 401 })) });
    await decideOnce(frame);
    await says(frame, 'Not saved yet in your LMS');
    await lms.leave();
    expect(lms.lrs.place()?.path).toMatch(/\.1$/);
    const again = await lms.launch();
    await again.getByText('They were kept on this device').waitFor();
    await expect.poll(() => lms.lrs.place()?.path).toMatch(/\/scr\.a:r$/);
    await lms.leave();
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('that the LMS wins where another window went another way', async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch();
    await says(frame, 'Saved');
    const path = `${lms.lrs.place()?.path}/scr.a:d`;
    lms.lrs.setPlace(JSON.stringify({ path, earned: {}, seconds: 9 }));
    await decideOnce(frame);
    await says(frame, 'Not saved yet in your LMS');
    await lms.leave();
    expect(lms.lrs.place()?.path).toBe(path);
    const again = await lms.launch();
    await again.getByText('because it is the record').waitFor();
    await press(again, 'Go on: Joyce’s screenshot');
    await again.getByText('It is gone from your page').waitFor();
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('that there is no record where it was emptied, and it is not refilled unasked', async () => {
    const lms = await importedInto(browser);
    const frame = await lms.launch();
    await says(frame, 'Saved');
    await decideOnce(frame);
    await lms.quiet();
    lms.lrs.setPlace(undefined);
    await press(frame, 'Go on');
    await press(frame, 'Go on');
    await frame.getByText('The blue door').click();
    await press(frame, 'Do this');
    await says(frame, 'Not saved yet in your LMS');
    await lms.leave();
    expect(lms.lrs.place()).toBeUndefined();
    const again = await lms.launch();
    await again.getByText('There is no record in your LMS').waitFor();
    expect(lms.lrs.place()).toBeUndefined();
    await press(again, 'Start afresh');
    await expect.poll(() => lms.lrs.place()?.path).toMatch(/\.1$/);
    await lms.leave();
    expect(lms.lrs.violations()).toEqual([]);
  });

  test('that a record of something else cannot be read, and it stays as it is', async () => {
    const lms = await importedInto(browser);
    lms.lrs.setPlace('{"bookmark":7}');
    const frame = await lms.launch();
    await frame.getByText('Your saved decisions cannot be read').waitFor();
    await lms.leave();
    expect(lms.lrs.place()).toEqual({ bookmark: 7 });
    const again = await lms.launch();
    await press(again, 'Start again and replace them');
    await expect.poll(() => lms.lrs.place()?.path).toMatch(/\.1$/);
    expect(lms.lrs.violations()).toEqual([]);
  });

  test.each<[string, Launch]>([
    ['gives no token', { faults: [{ kind: 'POST fetch', from: 1, how: 500 }] }],
    ['cannot be reached', { faults: [{ kind: 'POST fetch', from: 1, how: 'drop' }] }],
    ['does not say what the launch is', { faults: [{ kind: 'GET activities/state', from: 1, how: 500 }] }],
  ])('that no session was opened by an LMS that %s, and the module plays on', async (_, options) => {
    const lms = await importedInto(browser);
    const frame = await lms.launch(options);
    await frame.getByText('Your LMS did not open a session').waitFor();
    await says(frame, 'Kept in this browser only');
    await decideOnce(frame);
    await frame.getByText('Joyce picks up at once').waitFor();
    expect(lms.lrs.verbs()).toEqual([]);
  });
});

test('a pass whose record was emptied is not said twice in one registration', async () => {
  const lms = await importedInto(browser);
  await takeModule(lms);
  lms.lrs.setPlace(undefined);
  await takeModule(lms);
  expect(lms.lrs.verbs().filter((one) => one === 'completed' || one === 'passed')).toEqual(['completed', 'passed']);
  expect(lms.lrs.violations()).toEqual([]);
});

test('a page that dies between its pass and the LMS’s answer says it once, with the next launch', async () => {
  const lms = await importedInto(browser);
  const first = await lms.launch();
  await beginStory(first, 'Joyce’s screenshot');
  await takeScreenshotStory(first, 'well');
  await says(first, 'Saved');
  await lms.leave();
  const frame = await lms.launch({ faults: [{ kind: 'PUT statements', from: 2, how: 'lost' }] });
  await press(frame, 'Go on: The open door');
  await takeNeighbourStory(frame);
  await expect.poll(() => lms.lrs.verbs()).toContain('completed');
  await lms.crash();
  const again = await lms.launch();
  await says(again, 'Saved');
  await lms.leave();
  expect(lms.lrs.verbs().filter((one) => one === 'completed' || one === 'passed')).toEqual(['completed', 'passed']);
  expect(lms.lrs.violations()).toEqual([]);
});

test('a learner who closes the page amid a slow save loses nothing', async () => {
  const lms = await importedInto(browser);
  const frame = await lms.launch({ slow: 400 });
  await decideOnce(frame);
  await press(frame, 'Go on');
  await press(frame, 'Go on');
  await frame.getByText('The blue door').click();
  await press(frame, 'Do this');
  await lms.leave();
  const again = await lms.launch();
  await press(again, 'Go on: Joyce’s screenshot');
  await says(again, 'Saved');
  await expect.poll(() => lms.lrs.place()?.path).toMatch(/\/scr\.a:r\.b:/);
  expect(lms.lrs.violations()).toEqual([]);
});

test('a learner with the module in two windows loses nothing by going back to the earlier one', async () => {
  const lms = await importedInto(browser);
  const first = await lms.launch();
  const earlier = lms.page;
  await says(first, 'Saved');
  await lms.another();
  const second = await lms.launch();
  await decideOnce(second);
  await says(second, 'Saved');
  await lms.leave();
  // The earlier window has heard of it, and has no session any more: it may not put the record back.
  await first.getByRole('button', { name: 'Go on: Joyce’s screenshot' }).waitFor();
  await earlier.close({ runBeforeUnload: false });
  await lms.quiet();
  expect(lms.lrs.place()?.path).toMatch(/\/scr\.a:r$/);
  expect(lms.lrs.sessions().map((one) => one.over)).toEqual(['abandoned', 'terminated']);
  expect(lms.lrs.violations()).toEqual([]);
});
