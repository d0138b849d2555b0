/** A learner's CPD draft: where their words are, and where they never go. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type {} from '../../public/reflect/reflect.ts';
import { startApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { textOf } from '../support/downloads.ts';
import { contextOf } from '../support/host-page.ts';
import { startLearner } from '../support/learners.ts';
import { servePlayer } from '../support/play-package.ts';
import { openAtTheEnd, press, takeModule } from '../support/sitting.ts';

const WORDS = 'I ask who else can see it.';
const IMPACT = 'Impact: what it changes';

const browser = await sharedBrowser();
const site = await servePlayer();

async function openDraft(): Promise<Page> {
  const page = await openAtTheEnd(browser, site.url);
  await press(page, 'Draft your CPD record');
  await page.getByRole('heading', { level: 1, name: 'Your CPD draft' }).waitFor();
  return page;
}

/** The package in the page of this server. */
async function packageIn(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('#package')).contentFrame();
  if (!frame) throw new Error('There is no package.');
  return frame;
}

/** The module taken on this server, at how it went. */
async function takenHere() {
  const running = await startApp();
  const url = await running.listen();
  const learner = await startLearner(running);
  const page = await (await contextOf(browser, url, learner)).newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${url}/attempts/${learner.id}`);
  const frame = await packageIn(page);
  await takeModule(frame);
  return { page, frame, running };
}

const impact = (page: Page): Promise<string> => page.getByRole('textbox', { name: IMPACT }).inputValue();
const onDevice = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
const inTab = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));

describe('the boxes', () => {
  test('begin with the learner’s own decisions and reflections, and each warns against naming anybody', async () => {
    const page = await openDraft();
    const learned = await page.getByRole('textbox', { name: 'What you learned' }).inputValue();
    expect(learned).toContain('At “The chat” I chose: Ring Joyce now, and listen.');
    expect(learned).toContain('I wrote: Lock the door.');
    const boxes = page.getByRole('textbox');
    expect(await boxes.count()).toBe(6);
    for (const box of await boxes.all()) {
      const warning = await box.evaluate(
        (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
      );
      expect(warning).toContain('Name nobody');
    }
    await page.context().close();
  });

  test('are copied one by one, and downloaded together', async () => {
    const page = await openDraft();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    await press(page, `Copy: ${IMPACT}`);
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(WORDS);
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download as a text file')]);
    expect(file.suggestedFilename()).toBe('cpd-tiny-security.txt');
    expect(await textOf(file)).toContain(`IMPACT: WHAT IT CHANGES\r\n${WORDS}`);
    await page.context().close();
  });

  test('are copied also where the browser has no clipboard for us', async () => {
    const page = await openDraft();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.addEventListener('copy', () => {
        document.body.dataset.copied = String(getSelection());
      });
    });
    await page.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    await press(page, `Copy: ${IMPACT}`);
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.body.dataset.copied)).toBe(WORDS);
    await page.context().close();
  });
});

describe('the words', () => {
  test('are in this tab alone as they are typed, and there after a reload', async () => {
    const page = await openDraft();
    await page.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    expect(await inTab(page)).toContain(WORDS);
    expect(await onDevice(page)).not.toContain(WORDS);
    await page.reload();
    await page.getByRole('textbox', { name: IMPACT }).waitFor();
    expect(await impact(page)).toBe(WORDS);
    await page.context().close();
  });

  test('move to the device where the learner says so, are there in another tab, and go when cleared', async () => {
    const page = await openDraft();
    await page.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    await page.getByRole('checkbox').check();
    expect(await onDevice(page)).toContain(WORDS);
    expect(await inTab(page)).not.toContain(WORDS);
    const other = await page.context().newPage();
    await other.goto(site.url);
    await press(other, 'See how it went');
    await press(other, 'Draft your CPD record');
    await other.getByRole('textbox', { name: IMPACT }).waitFor();
    expect(await impact(other)).toBe(WORDS);
    await page.getByText('It stays on this device until you clear it.').waitFor();
    await press(page, 'Clear');
    await page.getByText('so does what you wrote for yourself in the stories').waitFor();
    await press(page, 'Keep them');
    expect(await impact(page)).toBe(WORDS);
    await press(page, 'Clear');
    await press(page, 'Clear them');
    expect(await impact(page)).toBe('');
    expect((await onDevice(page)) + (await inTab(page))).not.toMatch(/I ask who else|Lock the door/);
    const learned = page.getByRole('textbox', { name: 'What you learned' });
    expect(await learned.inputValue()).not.toContain('Lock the door.');
    await page.getByText('It stays in this browser tab').waitFor();
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await press(page, 'Bring my words back');
    expect(await impact(page)).toBe(WORDS);
    expect(await learned.inputValue()).toContain('Lock the door.');
    expect(await inTab(page)).toContain('Lock the door.');
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
    await page.getByText('It stays on this device until you clear it.').waitFor();
    await page.context().close();
  });

  test('are never sent anywhere, nor told to the server that plays the module', async () => {
    const { page, frame, running } = await takenHere();
    const sent: string[] = [];
    page.on('request', (one) => sent.push(`${one.url()} ${one.postData() ?? ''}`));
    await press(frame, 'Draft your CPD record');
    await frame.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    await frame.getByRole('checkbox').check();
    await press(frame, 'Back');
    await press(frame, 'Leave the module');
    await page.waitForURL('**/modules/**');
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.join('\n')).not.toMatch(/I(%20|\+| )ask(%20|\+| )who|Lock(%20|\+| )the(%20|\+| )door/);
    expect(running.app.db.raw.serialize().includes(WORDS)).toBe(false);
    await page.context().close();
    await running.close();
  });
});

describe('a learner who leaves', () => {
  test('with words in this tab only is offered a download, also after a reload, and can stay or go', async () => {
    const { page, frame, running } = await takenHere();
    await press(frame, 'Draft your CPD record');
    await frame.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    await press(frame, 'Back');
    await press(frame, 'Leave the module');
    const dialog = frame.getByRole('dialog', { name: 'Your CPD draft is in this tab only' });
    await dialog.waitFor();
    await press(frame, 'Stay here');
    expect(await frame.getByRole('heading', { level: 1 }).textContent()).toBe('You have passed Security');
    page.once('dialog', (one) => void one.accept());
    await page.reload();
    const again = await packageIn(page);
    await again.waitForFunction(() => window.standpointReflect !== undefined);
    await press(again, 'Leave the module');
    const [file] = await Promise.all([page.waitForEvent('download'), press(again, 'Download it')]);
    expect(await textOf(file)).toContain(WORDS);
    await press(again, 'Leave the module');
    await page.waitForURL('**/modules/**');
    await page.context().close();
    await running.close();
  });

  test('for the certificate goes on to it where they choose to, and finds the words again on coming back', async () => {
    const { page, frame, running } = await takenHere();
    const here = page.url();
    await press(frame, 'Draft your CPD record');
    await frame.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    await press(frame, 'Back');
    await press(frame, 'Get your certificate');
    await press(frame, 'Leave without it');
    await page.waitForURL('**/certificate');
    await page.goto(here);
    const again = await packageIn(page);
    await press(again, 'Draft your CPD record');
    await expect.poll(() => again.getByRole('textbox', { name: IMPACT }).inputValue()).toBe(WORDS);
    await page.context().close();
    await running.close();
  });

  test('by closing the tab is asked by the browser, and who stays is offered the download', async () => {
    const page = await openDraft();
    await page.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await page.getByRole('dialog', { name: 'Your CPD draft is in this tab only' }).waitFor();
    expect(await page.getByRole('button', { name: 'Leave without it' }).count()).toBe(0);
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
    await page.context().close();
  });

  test('with nothing written, or with all of it elsewhere, is asked nothing', async () => {
    const page = await openDraft();
    let asked = 0;
    page.on('dialog', (one) => {
      asked += 1;
      void one.accept();
    });
    await page.reload();
    await page.getByRole('textbox', { name: IMPACT }).fill(WORDS);
    await page.getByRole('checkbox').check();
    await page.reload();
    await page.getByRole('textbox', { name: IMPACT }).waitFor();
    expect(await impact(page)).toBe(WORDS);
    expect(asked).toBe(0);
    await page.context().close();
  });
});
