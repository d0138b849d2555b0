/** The self-test for cmi5 as the person who runs an LMS takes it: imported, launched three times, its report copied. */
import AxeBuilder from '@axe-core/playwright';
import type { Frame } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { zipSelfTest } from '../../server/packaging/self-test.ts';
import { sharedBrowser } from '../support/browser.ts';
import { importedInto, takeModule } from '../support/cmi5-sittings.ts';
import { press } from '../support/sitting.ts';
import { ACTOR } from '../support/strict-lrs/lrs.ts';
import { type Launch, StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { unzip } from '../support/unzip.ts';

const browser = await sharedBrowser();

async function imported(): Promise<StrictLrs> {
  const lms = await StrictLrs.open(browser, unzip(await zipSelfTest('cmi5')));
  onTestFinished(() => lms.close());
  return lms;
}

const report = (frame: Frame): Promise<string> => frame.getByRole('textbox', { name: 'Report' }).inputValue();
const title = (frame: Frame, text: string): Promise<void> =>
  frame.getByRole('heading', { name: text, level: 1 }).waitFor();

async function launched(lms: StrictLrs, options: Launch = {}): Promise<Frame> {
  const frame = await lms.launch(options);
  await frame.getByRole('textbox', { name: 'Report' }).waitFor();
  return frame;
}

/** Two launches as the page asks for them, and the third, which is looked at. */
async function takeTest(lms: StrictLrs, options: Launch = {}): Promise<Frame> {
  const first = await launched(lms, options);
  await press(first, 'Save and exit');
  await first.getByText('Saved. Close this window').waitFor();
  await lms.leave();
  await launched(lms, options);
  await lms.leave();
  return launched(lms, options);
}

test.each(['window', 'frame'] as const)(
  'in an LMS that is right, in a %s, it says after three launches that nothing has to be changed, and breaks no rule',
  async (place) => {
    const lms = await imported();
    const frame = await takeTest(lms, { place });
    await title(frame, 'Your LMS does all that our packages need');
    const said = await report(frame);
    expect(said).not.toContain('WRONG');
    expect(said).not.toContain('not tested');
    for (const word of [ACTOR.name, ACTOR.account.name, ACTOR.account.homePage]) expect(said).not.toContain(word);
    await lms.leave();
    expect(lms.lrs.violations()).toEqual([]);
    expect(lms.requested()).toEqual(['LRS', 'index.html', 'self-test-cmi5.js']);
    expect(lms.lrs.sessions().map((one) => one.over)).toEqual(['terminated', 'abandoned', 'terminated']);
    expect(lms.lrs.isSatisfied()).toBe(true);
  },
);

test('it makes every request that a module makes', async () => {
  const asked = (lms: StrictLrs): Set<string> =>
    new Set([
      ...lms
        .all()
        .map((url) => new URL(url))
        .filter((url) => url.pathname.startsWith('/xapi/'))
        .map(({ pathname, searchParams }) =>
          [pathname, searchParams.get('stateId') ?? searchParams.get('verb') ?? ''].join(' '),
        ),
      ...lms.lrs.verbs(),
    ]);
  const test = await imported();
  await takeTest(test);
  await test.leave();
  const lms = await importedInto(browser, { interactions: true });
  await takeModule(lms);
  const made = asked(test);
  expect([...asked(lms)].filter((one) => !made.has(one))).toEqual([]);
});

test('tells of an LMS that hides its ETag from another address, what to change, and lets the report be copied', async () => {
  const lms = await imported();
  const frame = await takeTest(lms, { showsEtag: false });
  await title(frame, 'Your LMS does all that our packages need');
  await frame.getByText('Your LRS hides its ETag.').waitFor();
  await frame.getByText('Name ETag in Access-Control-Expose-Headers').waitFor();
  await frame.page().context().grantPermissions(['clipboard-read']);
  await press(frame, 'Copy the report');
  await frame.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await frame.page().evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/WRONG {7}etag: no ETag came with the place/);
  const { violations } = await new AxeBuilder({ page: frame.page() }).analyze();
  expect(violations.map((one) => one.id)).toEqual([]);
});

test.each<[string, Launch['faults'], string]>([
  ['that gives no token', [{ kind: 'POST fetch', from: 1, how: 400 }], 'Your LMS gave this launch no token.'],
  [
    'whose LRS may not be asked from here',
    [{ kind: 'GET activities/state', from: 1, to: 9, how: 'drop' }],
    'The package cannot reach your LRS.',
  ],
  ['that refuses to save', [{ kind: 'PUT activities/state', from: 1, to: 9, how: 403 }], 'Your LRS refuses to save.'],
])('tells of an LMS %s', async (_, faults, words) => {
  const lms = await imported();
  const frame = await launched(lms, { faults: faults ?? [] });
  await frame.getByText(words).waitFor();
  await title(frame, 'There is one thing to change');
});

test('tells of an LRS that takes no conditions from another address', async () => {
  const lms = await imported();
  const frame = await launched(lms, { takesConditions: false });
  await frame.getByText('Your LRS refuses to save where If-Match or If-None-Match says').waitFor();
  await title(frame, 'There is one thing to change');
  expect(await report(frame)).toMatch(
    /conditions: PUT activities\/state standpoint.path = no answer with If-None-Match/,
  );
});

test('is told by the person that this is the second launch where it cannot know, in another browser', async () => {
  const lms = await imported();
  const frame = await launched(lms);
  await title(frame, 'All is well so far');
  await press(frame, 'I have launched it before');
  await frame.getByText('Your LRS forgets the learner’s place between launches.').waitFor();
  await frame.getByText('This was the second of three launches.').waitFor();
});

test('tells of an LMS that forgets the learner’s place, and of one that begins a new registration', async () => {
  const lms = await imported();
  await launched(lms);
  await lms.leave();
  lms.lrs.setPlace(undefined);
  await (await launched(lms)).getByText('Your LRS forgets the learner’s place between launches.').waitFor();
  const other = await imported();
  await launched(other);
  await other.leave();
  other.lrs.enrolAnew();
  await (await launched(other)).getByText('Your LMS began a new registration at this launch.').waitFor();
});

test('tells of a launch that is only to browse, writes nothing in it, and goes on afterwards', async () => {
  const lms = await imported();
  await launched(lms);
  await lms.leave();
  const frame = await launched(lms, { mode: 'Browse' });
  await frame.getByText('Launch it as a test learner who is enrolled').waitFor();
  await lms.leave();
  await (await launched(lms)).getByText('This was the second of three launches.').waitFor();
  await lms.leave();
  expect(lms.lrs.violations()).toEqual([]);
});

test('says that a page which is loaded again is no launch', async () => {
  const lms = await imported();
  await launched(lms);
  await lms.page.reload();
  await lms.page.getByText('Loading the page again is no launch.').waitFor();
});

test('leads back to where the LMS wants whoever leaves', async () => {
  const lms = await imported();
  const frame = await launched(lms, { comesBack: true });
  await press(frame, 'Save and exit');
  await frame.getByRole('link', { name: 'Back to your LMS' }).click();
  await lms.page.waitForURL('**/left');
});

test('who opens it outside an LMS is told so, and where to go', async () => {
  const lms = await imported();
  await launched(lms);
  const alone = await lms.page.context().newPage();
  await alone.goto(lms.page.url().replace(/\?.*/, ''));
  await alone.getByText('The test finds no cmi5 launch in its address.').waitFor();
});
