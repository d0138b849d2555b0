import { expect, test } from 'vitest';
import { runApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';

const { address } = await runApp();
const browser = await sharedBrowser();

test('a learner whose browser runs no script starts a module all the same, and is led to its whole text', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/modules/tiny/security`);
  await page.getByRole('button', { name: 'Start' }).first().click();
  await page.getByRole('link', { name: 'Read the module' }).click();
  expect(page.url()).toContain('/modules/tiny/security/transcript');
  expect(await page.getByText('You slowed things down').first().isVisible()).toBe(true);
});
