import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { certificateQueries } from '../../db/certificates.ts';
import { runApp } from '../support/app.ts';
import { axeFaults } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { certify, startPasser } from '../support/certificates.ts';
import { cookiesOf } from '../support/host-page.ts';
import { startLearner, type TestLearner } from '../support/learners.ts';

const { running, address } = await runApp();
const browser = await sharedBrowser();

async function openAs(learner: TestLearner, context: BrowserContext, path: string): Promise<Page> {
  await context.addCookies(cookiesOf(address, learner));
  const page = await context.newPage();
  await page.goto(address + path);
  return page;
}

test('a learner who passed gets the certificate, its file and its link, and the code verifies', async () => {
  const learner = await startPasser(running);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await openAs(learner, context, `/attempts/${learner.id}`);
  await page.getByRole('link', { name: 'Get your certificate' }).click();
  await page.getByRole('button', { name: 'See how it will read' }).click();
  await page.getByRole('link', { name: 'Enter your name as it should stand' }).click();
  await page.keyboard.type('Amélie Łukasz');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change the name' }).click();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Amélie Łukasz');
  await page.getByRole('button', { name: 'See how it will read' }).click();
  await page.getByRole('button', { name: 'Make my certificate' }).click();
  await page.getByRole('heading', { name: 'Certificate', exact: true }).waitFor();
  expect(await page.getByText('Amélie Łukasz').isVisible()).toBe(true);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as PDF' }).click();
  expect(readFileSync(await (await download).path(), 'latin1').slice(0, 5)).toBe('%PDF-');

  const link = page.getByRole('link', { name: `${address}/verify/` });
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.innerText());

  await link.click();
  await page.getByRole('heading', { name: 'This certificate is valid' }).waitFor();
  const code = await page.locator('dt', { hasText: 'Code' }).locator('+ dd').innerText();
  const changed = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
  await page.getByLabel('Code').fill(changed);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('link', { name: 'There is no such certificate' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
  expect(await page.getByLabel('Code').inputValue()).toBe(changed);
  await page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This certificate is valid' }).waitFor();
  await context.close();
});

describe.each([
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('on a $colorScheme screen of $width pixels', ({ width, colorScheme }) => {
  test('axe finds nothing on any page of a certificate, and none is wider than the screen', async () => {
    const [learner, passer] = [await startLearner(running), await startPasser(running)];
    const [good, withdrawn, altered] = [
      await certify(running, 'Llanfair '.repeat(11)),
      await certify(running),
      await certify(running),
    ];
    certificateQueries(running.app.db).withdraw(withdrawn, 'a test', running.app.clock());
    running.app.db.raw.prepare("UPDATE certificate SET record = '{}' WHERE code = ?").run(altered);
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const see = async (page: Page, path: string): Promise<void> => {
      await page.goto(address + path);
      expect(await axeFaults(page), path).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, path).toBe(clientWidth);
    };
    const page = await openAs(learner, context, '/verify');
    await see(page, `/attempts/${learner.id}/certificate`);
    for (const path of ['/verify', '/verify?code=wrong', `/certificates/${good}`]) await see(page, path);
    for (const code of [good, withdrawn, altered]) await see(page, `/verify/${code}`);
    await context.clearCookies();
    const asking = await openAs(passer, context, '/verify');
    await see(asking, `/attempts/${passer.id}/certificate`);
    await asking.getByRole('button', { name: 'See how it will read' }).click();
    expect(await axeFaults(asking)).toEqual([]);
    await asking.getByLabel('Your name').fill('Amélie Łukasz');
    await asking.getByRole('button', { name: 'See how it will read' }).click();
    await asking.getByRole('heading', { name: 'Check your name' }).waitFor();
    expect(await axeFaults(asking)).toEqual([]);
    await context.close();
  });
});
