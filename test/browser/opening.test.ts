/** The page around a module when the module, or the page's own script, does not come. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { contextOf, openAttempt, sixDecisions } from '../support/host-page.ts';
import { startLearner, type TestLearner } from '../support/learners.ts';

let test: TestApp;
let browser: Browser;
let url: string;
beforeAll(async () => {
  test = await startApp({ content: sixDecisions });
  url = await test.listen();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

const twoDecisions = ({ nonce }: TestLearner): string => `1.${test.hash.slice(0, 8)}.${nonce}.1/s.a:x.b:y`;

/** A learner whose last visit left two decisions on the device that the server has not heard of. */
async function learnerWithWaiting(): Promise<{ learner: TestLearner; context: BrowserContext }> {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  const page = await context.newPage();
  await page.goto(`${url}/about`);
  await page.evaluate(
    ([key = '', path = '']) => localStorage.setItem(key, path),
    [`standpoint.outbox.${learner.id}`, twoDecisions(learner)],
  );
  await page.close();
  return { learner, context };
}

/** Every word that the bar has said about saving, from the first. */
async function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as { said?: string[] }).said ?? []);
}

async function listenToBar(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const words = document.getElementById('save')?.textContent ?? '';
      if (said.at(-1) !== words) said.push(words);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

const missing = (page: Page) => page.getByRole('heading', { name: 'The module could not be fetched' });
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });

describe('a learner whose decisions wait on the device,', () => {
  it('and whose module cannot be fetched, has them sent, is told, and goes on when it is tried again', async () => {
    const { learner, context } = await learnerWithWaiting();
    await listenToBar(context);
    await context.route('**/play/**', (route) => route.fulfill({ status: 503, body: 'Busy' }));
    const page = await context.newPage();
    await page.goto(`${url}/attempts/${learner.id}`);
    await missing(page).waitFor();
    await expect.poll(() => learner.stored().path).toBe(twoDecisions(learner));
    await page.locator('#save', { hasText: /^Saved$/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await tryAgain(page).click();
    await missing(page).waitFor();
    await context.unroute('**/play/**');
    await tryAgain(page).click();
    const frame = page.frameLocator('#package');
    await frame.locator('#ready [data-do]').first().waitFor();
    expect(await missing(page).isVisible()).toBe(false);
    await context.close();
  });

  it('and whose line is broken for everything but the page, reads "Not saved yet", and never "Saved" before', async () => {
    const { learner, context } = await learnerWithWaiting();
    await listenToBar(context);
    for (const broken of ['**/play/**', '**/path']) await context.route(broken, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${url}/attempts/${learner.id}`);
    await missing(page).waitFor();
    await page.locator('#save', { hasText: /^Not saved yet$/ }).waitFor();
    expect(await wordsOf(page)).not.toContain('Saved');
    await context.unrouteAll();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.frameLocator('#package').locator('#ready [data-do]').first().waitFor();
    await page.locator('#save', { hasText: /^Saved$/ }).waitFor();
    expect(learner.stored().path).toBe(twoDecisions(learner));
    await context.close();
  });
});

it.each([
  ['the line is gone', '**/play/**/index.html', 'abort'],
  ['the server answers with an error', '**/play/**/index.html', 'error'],
  ['the module would run by itself and save nothing here', '**/play/**/settings.js', 'abort'],
] as const)('a learner is told, and may try again, where %s', async (_what, address, how) => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  await context.route(address, (route) => (how === 'abort' ? route.abort() : route.fulfill({ status: 500, body: '' })));
  const page = await context.newPage();
  await page.goto(`${url}/attempts/${learner.id}`);
  await missing(page).waitFor();
  await context.unrouteAll();
  await tryAgain(page).click();
  const frame = page.frameLocator('#package');
  await frame.locator('#ready [data-do]').first().click();
  await frame.locator('form.ask').getByText('Do x').click();
  await frame.locator('form.ask [type="submit"]').click();
  await expect.poll(() => learner.stored().path).toContain('/s.a:x');
  await context.close();
});

it('a learner whose page comes without its script reads no word about saving, and how to open it again', async () => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  await context.route('**/assets/host-*.js', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${url}/attempts/${learner.id}`);
  const again = page.getByRole('link', { name: 'open this page again' });
  await again.waitFor();
  expect(await page.locator('#save').textContent()).toBe('Opening');
  await context.unrouteAll();
  await again.click();
  await page.frameLocator('#package').locator('#ready [data-do]').first().waitFor();
  expect(await again.isVisible()).toBe(false);
  await context.close();
});

it('a learner whose decisions were refused is told on leaving that they are not sent again, and takes a copy', async () => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  const refusal = { code: 'path-impossible', title: 'These decisions do not fit this module', text: 'They are kept.' };
  await context.route('**/path', (route) => route.fulfill({ status: 422, json: refusal }));
  const { page, decide } = await openAttempt(context, url, learner.id);
  await decide('xy');
  await page.getByRole('heading', { name: refusal.title }).waitFor();
  await page.getByRole('link', { name: 'Save and exit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not saved yet' });
  await dialog.getByText('it is not sent again').waitFor();
  expect(await dialog.getByText('It is sent when you open').isVisible()).toBe(false);
  const copy = await dialog.getByRole('link', { name: 'Download your decisions' }).getAttribute('href');
  expect(decodeURIComponent(copy ?? '')).toContain(twoDecisions(learner));
  await context.close();
});

it('a learner whose other tab went another way is warned before this one is closed, and its way is set aside', async () => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  const one = await openAttempt(context, url, learner.id);
  const other = await openAttempt(context, url, learner.id);
  await context.setOffline(true);
  await one.decide('xx');
  await other.decide('y');
  await other.page.getByRole('dialog', { name: 'You went on in two places' }).waitFor();
  const warned = other.page.waitForEvent('dialog');
  await other.page.close({ runBeforeUnload: true });
  const warning = await warned;
  expect(warning.type()).toBe('beforeunload');
  await warning.accept();
  const aside = await one.page.evaluate((id) => localStorage.getItem(`standpoint.set-aside.${id}`), learner.id);
  expect(aside).toContain('/s.a:y');
  await context.close();
});
