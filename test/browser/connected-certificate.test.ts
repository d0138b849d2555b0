/** From a pass in an employer's LMS to a certificate: what the learner reads, sends, gets, and is told where it fails. */
import AxeBuilder from '@axe-core/playwright';
import type { Frame } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runApp, startApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { claimed } from '../support/claims.ts';
import { connectFor, type TestPackage } from '../support/employers.ts';
import { type Illness, startIllServer } from '../support/ill-server.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { CLOSED_CSP, imported, importZip, OPEN_CSP, passedBefore } from '../support/strict-lms/imported.ts';
import type { LaunchOptions } from '../support/strict-lms/record.ts';
import type { StrictLms } from '../support/strict-lms/strict-lms.ts';

const browser = await sharedBrowser();
const { running, address: server } = await runApp();

const NAME = 'Your name';
const SEND = 'Send, and make my certificate';

const passing = { scorm12: passedBefore(), 'scorm2004-4': passedBefore() };

interface Imported {
  readonly lms: StrictLms;
  readonly pkg: TestPackage;
}

/** An LMS into which the employer's package was imported from its permanent address. */
async function connected(standard: keyof typeof passing = 'scorm12'): Promise<Imported> {
  const pkg = connectFor(running, 'Anytown Council', { standard });
  return { lms: await importFrom(pkg), pkg };
}

const importFrom = async (pkg: TestPackage): Promise<StrictLms> =>
  importZip(browser, (await running.app.inject({ url: pkg.address })).rawPayload, OPEN_CSP);

/** Has passed, launches again, and opens the page that says so. */
async function pass(lms: StrictLms, standard: keyof typeof passing = 'scorm12'): Promise<Frame> {
  await passing[standard](lms);
  return seeHowItWent(lms);
}

async function seeHowItWent(lms: StrictLms, options: Partial<LaunchOptions> = {}): Promise<Frame> {
  const frame = await lms.launch(options);
  await press(frame, 'See how it went');
  await frame.getByRole('heading', { name: 'You have passed' }).waitFor();
  return frame;
}

const certificates = (): number => Number(running.app.db.raw.prepare('SELECT count(*) FROM certificate').pluck().get());

describe.each<[keyof typeof passing, string]>([
  ['scorm12', 'cmi.comments'],
  ['scorm2004-4', 'cmi.comments_from_learner.0.comment'],
])('in a %s package', (standard, remark) => {
  test('a learner reads what is sent, confirms the name that the LMS has, and finds the code there again', async () => {
    const { lms } = await connected(standard);
    const frame = await pass(lms, standard);
    const before = certificates();
    await press(frame, 'Get a certificate');
    const { host } = new URL(server);
    const said = await frame.locator('.claim').innerText();
    expect(said).toContain(`${host} gets the name that you write here and the decisions that you took.`);
    expect(said).toContain('reported through the LMS of Anytown Council');
    expect(await frame.getByLabel(NAME).inputValue()).toBe('Ada Okafor');
    // Not a word was sent so far.
    expect(lms.requested().filter((url) => url.includes('/connected/certificates'))).toEqual([]);
    const { violations } = await new AxeBuilder({ page: frame.page() }).include('iframe').analyze();
    expect(violations.map((one) => [one.id, one.nodes.map(({ html }) => html)])).toEqual([]);
    await frame.getByLabel(NAME).fill('Ada Nkechi Okafor');
    await press(frame, SEND);
    await frame.getByRole('heading', { name: 'Your certificate', exact: true }).waitFor();
    const code = (await frame.locator('.claim-code').textContent()) ?? '';
    expect(await frame.locator('.claim').innerText()).toContain('Your LMS has the code beside your record');
    await lms.leave();
    expect(certificates()).toBe(before + 1);
    expect((await lms.record()).values[remark]).toBe(
      `Standpoint certificate ${code}, ${server}/verify/${code.replaceAll('-', '')}`,
    );
    expect(await lms.violations()).toEqual([]);

    const again = await seeHowItWent(lms);
    expect(await again.locator('.claim-code').textContent()).toBe(code);
    const opened = again.page().context().waitForEvent('page');
    await again.getByRole('link', { name: 'Open the certificate' }).click();
    const page = await opened;
    await page.getByText('Ada Nkechi Okafor').waitFor();
    await page.getByText('Reported through Anytown Council’s LMS').waitFor();
  });
});

test('in a package of the whole course each passed module has a certificate of its own, and the course in the end', async () => {
  const course = await startApp({ content: claimed });
  onTestFinished(() => course.close());
  await course.listen();
  const { address } = connectFor(course, 'Anytown Council', { modules: 'all' });
  const lms = await importZip(browser, (await course.app.inject({ url: address })).rawPayload, OPEN_CSP);
  const frame = await lms.launch();
  await beginStory(frame, 'Joyce’s screenshot');
  await takeScreenshotStory(frame, 'well');
  await lms.leave();
  const again = await lms.launch();
  await press(again, 'Choose a story');
  const [first, second] = claimed.modules.map((one) => one.title);
  await press(again, `Get a certificate: ${first}`);
  await again.getByRole('heading', { name: `A certificate: ${first}` }).waitFor();
  await press(again, SEND);
  const code = (await again.locator('.claim-code').textContent()) ?? '';
  await press(again, 'Back to the list');
  await again.getByRole('link', { name: code }).waitFor();
  expect(await again.getByRole('button', { name: 'Get a certificate' }).count()).toBe(0);
  await press(again, 'Begin: The open door');
  await takeNeighbourStory(again);
  await lms.leave();
  const passed = await lms.launch();
  await press(passed, 'See how it went');
  await passed.getByRole('link', { name: code }).waitFor();
  await passed.getByRole('button', { name: `Get a certificate: ${second}` }).waitFor();
  await press(passed, `Get a certificate: ${claimed.course.title}, all of it`);
  await press(passed, SEND);
  await passed.getByRole('heading', { name: 'Your certificate', exact: true }).waitFor();
  await lms.leave();
  const codes = (await lms.record()).values['cmi.comments']?.match(/certificate \S+( \(\w+\))?/g);
  expect(codes).toEqual([`certificate ${code} (security)`, expect.stringMatching(/^certificate [\w-]{14},?$/)]);
  expect(await lms.violations()).toEqual([]);
});

test('a learner who thinks better of it has sent nothing, and may ask again', async () => {
  const { lms } = await connected();
  const frame = await pass(lms);
  const before = certificates();
  await press(frame, 'Get a certificate');
  await press(frame, 'Not now');
  await press(frame, 'Get a certificate');
  await frame.getByLabel(NAME).waitFor();
  await lms.leave();
  expect(certificates()).toBe(before);
});

test('a name that cannot stand there is said beside its field, and what was typed stays', async () => {
  const { lms } = await connected();
  const frame = await pass(lms);
  await press(frame, 'Get a certificate');
  await frame.getByLabel(NAME).fill('<Ada>');
  await press(frame, SEND);
  await frame.getByText('Enter your name without signs such as').waitFor();
  const field = frame.getByLabel(NAME);
  expect(await field.evaluate((one) => [one === document.activeElement, one.getAttribute('aria-invalid')])).toEqual([
    true,
    'true',
  ]);
  expect(await field.inputValue()).toBe('<Ada>');
});

test('a pass that is only looked at, or that no LMS holds, is offered none', async () => {
  const { lms, pkg } = await connected();
  await (await pass(lms)).getByRole('button', { name: 'Get a certificate' }).waitFor();
  await lms.leave();
  const reviewed = await seeHowItWent(lms, { mode: 'review' });
  expect(await reviewed.getByRole('button', { name: 'Get a certificate' }).count()).toBe(0);
  await lms.leave();
  pkg.revoke('claim');
  const updated = await importFrom(pkg);
  await updated.adopt(await lms.record());
  const without = await seeHowItWent(updated);
  expect(await without.getByRole('button', { name: 'Get a certificate' }).count()).toBe(0);
});

test('where certificates have ended since, the learner is told so, and that the pass stands', async () => {
  const { lms, pkg } = await connected();
  const frame = await pass(lms);
  pkg.revoke('claim');
  await press(frame, 'Get a certificate');
  await press(frame, SEND);
  await frame.getByText('This package makes no certificates any more').waitFor();
  await frame.getByText('That changes nothing about your pass').waitFor();
  await lms.leave();
  expect((await lms.record()).values).toMatchObject({ 'cmi.core.lesson_status': 'passed' });
  expect(await lms.violations()).toEqual([]);
});

describe('the learner is told that there is none yet and the pass stands, and may try again, where the server', () => {
  const fails = async (at: string, csp = OPEN_CSP): Promise<void> => {
    const connection = { server: at, employer: 'Anytown Council', claim: 'spc_test' };
    const lms = await imported(browser, 'scorm12', { connection, csp });
    const frame = await pass(lms);
    await press(frame, 'Get a certificate');
    await frame.getByLabel(NAME).fill('Ada of Anytown');
    await press(frame, SEND);
    const told = frame.getByRole('alert').filter({ hasText: 'could not be reached just now' });
    await told.waitFor();
    expect(await told.innerText()).toContain('That changes nothing about your pass. Try again later.');
    expect(await frame.getByLabel(NAME).inputValue()).toBe('Ada of Anytown');
    await frame.getByRole('button', { name: SEND }).waitFor();
    await lms.leave();
    expect((await lms.record()).values).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '100',
    });
    expect((await lms.record()).values['cmi.comments'] ?? '').toBe('');
    expect(await lms.violations()).toEqual([]);
  };

  test.each<[string, Illness]>([
    ['hangs', 'hangs'],
    ['answers with a page', { type: 'text/html', body: '<!doctype html><title>Sign in to the network</title>' }],
    [
      'is older, and knows nothing of claims',
      { status: 404, type: 'text/html', body: '<!doctype html><title>No</title>' },
    ],
    ['is broken', { status: 500, body: '{"code":"unexpected","id":"1"}' }],
    ['would lead elsewhere', { body: '{"shownCode":"AAAA-AAAA-AAAA","url":"https://elsewhere.example/"}' }],
    ['answers with nothing', { body: 'null' }],
  ])('%s', async (_, illness) => {
    const ill = await startIllServer(illness);
    onTestFinished(() => ill.close());
    await fails(ill.url);
  });

  test('may not be asked under the LMS’s content security policy', async () => {
    await fails(server, CLOSED_CSP);
  });
});
