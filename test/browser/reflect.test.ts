/** What a learner takes away, in a package of its own and on this server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { textOf } from '../support/downloads.ts';
import { contextOf } from '../support/host-page.ts';
import { startLearner } from '../support/learners.ts';
import { packageFiles, serveFiles, servePlayer } from '../support/play-package.ts';
import { openAtTheEnd, press, takeModule } from '../support/sitting.ts';
import { plainName } from '../support/strict-lms/plain-name.ts';

const browser = await sharedBrowser();
const site = await servePlayer();

describe('the second script of a package', () => {
  test('is fetched when a part of it is opened, once, and not before', async () => {
    const page = await openAtTheEnd(browser, site.url);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(one.url().replace(site.url, '')));
    expect(
      await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(),
      ),
    ).not.toContain('reflect');
    await press(page, 'Come back to it');
    await page.getByRole('heading', { level: 1, name: 'Come back to it' }).waitFor();
    await press(page, 'Back');
    await press(page, 'Come back to it');
    await page.getByRole('heading', { level: 1, name: 'Come back to it' }).waitFor();
    expect(asked.map(plainName)).toEqual(['reflect.js']);
    await page.context().close();
  });

  test('that cannot be fetched is said, and is tried again', async () => {
    const page = await openAtTheEnd(browser, site.url);
    await page.context().setOffline(true);
    await press(page, 'Come back to it');
    await page.getByRole('heading', { name: 'This page could not be fetched' }).waitFor();
    await page.context().setOffline(false);
    await press(page, 'Try again');
    await page.getByRole('heading', { level: 1, name: 'Come back to it' }).waitFor();
    await page.context().close();
  });
});

describe('a sheet', () => {
  test('for a peer has the learner’s own decisions and the question for supervision, and no score', async () => {
    const page = await openAtTheEnd(browser, site.url);
    await press(page, 'Talk it over with a peer');
    const sheet = await page.locator('.sheet').innerText();
    expect(sheet).toContain('The chat: Ring Joyce now, and listen');
    expect(sheet).toContain('When did you last look at who can see what you write?');
    expect(sheet).not.toMatch(/of 100|Strong|Sound|Risky|Harmful/);
    await page.context().close();
  });

  test('of completion shows the way taken, and prints without the buttons, with the name that was typed', async () => {
    const page = await openAtTheEnd(browser, site.url);
    await press(page, 'Your completion sheet');
    await page.getByLabel('Name').fill('Ada Quill');
    expect(await page.locator('.sheet').getByRole('img').count()).toBe(2);
    expect(await page.locator('.sheet').innerText()).toContain('The decisions came to 100 of 100.');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByLabel('Name').isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    const kept = () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
    expect(await page.evaluate(kept)).not.toContain('Quill');
    await page.context().close();
  });
});

describe('come back to it', () => {
  test('in a package without a site the file carries no link, and the page says so', async () => {
    const page = await openAtTheEnd(browser, site.url);
    await press(page, 'Come back to it');
    await page.getByText('The dates carry no link').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Put them in my calendar')]);
    expect(file.suggestedFilename()).toBe('tiny-security.ics');
    expect(await textOf(file)).not.toContain('practice#');
    await page.getByText('Open the file that was downloaded').waitFor();
    await page.context().close();
  });

  test('in a connected package the file links to its server', async () => {
    const named = await serveFiles({
      ...packageFiles(),
      'settings.js': 'window.standpointSettings = { connection: { server: "https://learn.example.org" } };',
    });
    const page = await openAtTheEnd(browser, named.url);
    await press(page, 'Come back to it');
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Put them in my calendar')]);
    expect(await textOf(file)).toContain('URL:https://learn.example.org/practice#tiny/');
    await page.context().close();
    await named.close();
  });

  describe('played here', () => {
    let running: TestApp;
    let url: string;
    beforeAll(async () => {
      running = await startApp();
      url = await running.listen();
    });
    afterAll(() => running.close());

    test('the file’s link opens those very decisions', async () => {
      const learner = await startLearner(running);
      const context = await contextOf(browser, url, learner);
      const page = await context.newPage();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`${url}/attempts/${learner.id}`);
      const frame = await (await page.waitForSelector('#package')).contentFrame();
      if (!frame) throw new Error('There is no package.');
      await takeModule(frame);
      await press(frame, 'Come back to it');
      const [file] = await Promise.all([page.waitForEvent('download'), press(frame, 'Put them in my calendar')]);
      const unfolded = (await textOf(file)).replaceAll('\r\n ', '');
      const link = /^URL:(.*)\r$/m.exec(unfolded)?.[1] ?? '';
      expect(link.startsWith(`${url}/practice#tiny/`)).toBe(true);
      await page.goto(link);
      await page.getByText('1 of 3').waitFor();
      await context.close();
    });
  });
});
