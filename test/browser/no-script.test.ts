import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';

test('a learner whose browser runs no script starts a module all the same, and is led to its whole text', async () => {
  const running = await startApp();
  const browser = await launchBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${await running.listen()}/modules/tiny/security`);
  await page.getByRole('button', { name: 'Start' }).first().click();
  await page.getByRole('link', { name: 'Read the module' }).click();
  expect(page.url()).toContain('/modules/tiny/security/transcript');
  expect(await page.getByText('You slowed things down').first().isVisible()).toBe(true);
  await browser.close();
  await running.close();
});
