/** From a pass in an LMS that speaks cmi5 to a certificate, and its code in the LRS. */
import type { Frame } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { runApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { PASSED, takeModule } from '../support/cmi5-sittings.ts';
import { connectFor } from '../support/employers.ts';
import { press } from '../support/sitting.ts';
import type { Fault } from '../support/strict-lrs/serve.ts';
import { type Launch, StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { unzip } from '../support/unzip.ts';

const browser = await sharedBrowser();
const { running, address: server } = await runApp();

const NAME = 'Your name';
const SEND = 'Send, and make my certificate';

/** Passed, left and launched again, on the page that says so. */
async function passed(launch: Launch = {}, how: 'well' | 'hard' = 'well'): Promise<{ lms: StrictLrs; frame: Frame }> {
  const { address } = connectFor(running, 'Anytown Council', { standard: 'cmi5' });
  const zip = await running.app.inject({ url: address });
  const lms = await StrictLrs.open(browser, unzip(zip.rawPayload), server);
  onTestFinished(() => lms.close());
  await takeModule(lms, launch, how);
  return { lms, frame: await lookBack(lms, launch) };
}

async function lookBack(lms: StrictLrs, launch: Launch = {}): Promise<Frame> {
  const frame = await lms.launch(launch);
  await press(frame, 'See how it went');
  await frame.getByRole('heading', { name: 'You have passed' }).waitFor();
  return frame;
}

async function claim(frame: Frame): Promise<string> {
  await press(frame, 'Get a certificate');
  expect(await frame.getByLabel(NAME).inputValue()).toBe('Ada Okafor');
  await press(frame, SEND);
  await frame.getByRole('heading', { name: 'Your certificate', exact: true }).waitFor();
  return (await frame.locator('.claim-code').textContent()) ?? '';
}

test.each<[string, Launch]>([
  ['', {}],
  [', also where the ETag is hidden from it', { showsEtag: false }],
  [', also where no statement may be read', { unreadable: true }],
])(`${nameOf('cmi5.certificate-kept')}%s`, async (_, launch) => {
  const { lms, frame } = await passed(launch);
  expect(lms.lrs.certificate()).toBeUndefined();
  const code = await claim(frame);
  await frame.getByText('Your LMS has the code beside your record').waitFor();
  const lines = [`Standpoint certificate ${code}, ${server}/verify/${code.replaceAll('-', '')}`];
  expect(lms.lrs.certificate()).toEqual({ lines });
  await lms.leave();
  expect(await (await lookBack(lms, launch)).locator('.claim-code').textContent()).toBe(code);
  await lms.leave();
  expect(lms.lrs.certificate()).toEqual({ lines });
  expect(lms.lrs.violations()).toEqual([]);
  expect(lms.lrs.verbs()).toEqual([...PASSED, 'initialized', 'terminated', 'initialized', 'terminated']);
  expect((await running.visitor().get(`/verify/${code}`)).body).toContain('Ada Okafor');
});

test.each<[Fault['how'], string]>([
  ['lost', 'Your LMS has the code beside your record'],
  [403, 'Your LMS took no note of the code'],
  ['drop', 'Your LMS took no note of the code'],
])('a learner is told what is so where the LMS’s answer to the code is %s', async (how, words) => {
  const { lms, frame } = await passed();
  lms.countAnew();
  lms.trouble({ faults: [{ kind: 'PUT activities/state', from: 1, to: 9, how }] });
  const code = await claim(frame);
  await frame.getByText(words).waitFor();
  await lms.leave();
  expect(JSON.stringify(lms.lrs.certificate() ?? '').includes(code)).toBe(how === 'lost');
  expect(lms.lrs.violations()).toEqual([]);
});

test('a pass by a lower mark of the LMS is told what a certificate needs', async () => {
  const { lms, frame } = await passed({ masteryScore: 0.2 }, 'hard');
  await frame.getByText('needs 60 of 100').waitFor();
  expect(await frame.getByRole('button', { name: 'Get a certificate' }).count()).toBe(0);
  await lms.leave();
  expect(lms.lrs.violations()).toEqual([]);
});

test('a package that is opened for review offers none, and does not ask for the code', async () => {
  const { lms, frame } = await passed();
  await frame.getByRole('button', { name: 'Get a certificate' }).waitFor();
  await lms.leave();
  const asked = (): number => lms.all().filter((url) => url.includes('standpoint.certificate')).length;
  const before = asked();
  const reviewed = await lookBack(lms, { mode: 'Review' });
  expect(await reviewed.getByRole('button', { name: 'Get a certificate' }).count()).toBe(0);
  await lms.leave();
  expect([before, asked()]).toEqual([1, 1]);
  expect(lms.lrs.violations()).toEqual([]);
});
