/** The privacy page says what stands on a device: no more and no less than what the pages of this server leave there. */
import { expect, test } from 'vitest';
import { runApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { contextOf } from '../support/host-page.ts';
import { startLearner } from '../support/learners.ts';
import { press, takeModule } from '../support/sitting.ts';

const browser = await sharedBrowser();
const { running, address: url } = await runApp();

test('a learner who does all that there is to do finds each cookie and each kept thing in the table', async () => {
  const learner = await startLearner(running);
  const context = await contextOf(browser, url, learner);
  const seen = new Set<string>();
  await context.exposeFunction('keeps', (key: string) => void seen.add(key.split('.').slice(0, 2).join('.')));
  await context.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function keep(key, value) {
      void (window as unknown as { keeps: (key: string) => void }).keeps(key);
      set.call(this, key, value);
    };
  });
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${url}/privacy`);
  const table = await page
    .getByRole('row')
    .evaluateAll((rows) => rows.map((one) => one.children[1]?.textContent?.trim() ?? ''));
  // Decisions of an earlier visit that fit no module.
  await page.evaluate((id) => localStorage.setItem(`standpoint.outbox.${id}`, '1.00000000.abcdefghij.1'), learner.id);
  await page.goto(`${url}/attempts/${learner.id}`);
  const frame = await (await page.waitForSelector('#package')).contentFrame();
  if (!frame) throw new Error('There is no package.');
  await takeModule(frame);
  await press(frame, 'Draft your CPD record');
  await frame.getByRole('textbox').last().fill('What I do from now on.');
  await frame.getByRole('checkbox').check();
  await page.goto(`${url}/modules/tiny/security/together`);
  await page.getByRole('button', { name: 'Begin' }).first().click();
  const cookies = (await context.cookies()).map((one) => one.name);
  expect(table.slice(1).sort()).toEqual([...new Set([...cookies, ...seen])].sort());
});
