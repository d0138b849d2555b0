import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { runApp } from '../support/app.ts';
import { axeFaults, axeFaultsInTheDark } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { contextOf, cookiesOf, type HostWindow, openAttempt, sixDecisions } from '../support/host-page.ts';
import { startLearner, type TestLearner } from '../support/learners.ts';

const browser = await sharedBrowser();
const { running: test, address: url } = await runApp({ content: sixDecisions });

/** A path of the one story: 'xy' is x, then y. */
const pathOf = ({ nonce }: TestLearner, choices: string): string => {
  const tokens = [...choices].map((one, index) => `${'abcdef'[index]}:${one}`);
  return [`1.${test.hash.slice(0, 8)}.${nonce}.1/s`, ...tokens].join('.');
};

/** After three decisions: the fourth, or what came of the third with the fourth behind it. */
async function atSceneD({ frame }: HostWindow): Promise<void> {
  const scene = frame.getByRole('heading', { name: 'Scene d' });
  const on = frame.getByRole('button', { name: 'Go on' });
  await scene.or(on).first().waitFor();
  if (await on.isVisible()) await on.click();
  await scene.waitFor();
}

describe('a learner is told what to do, and nothing is sent again and again,', () => {
  it('when the server says that their decisions are impossible', async () => {
    const learner = await startLearner(test);
    const { page, decide } = await openAttempt(await contextOf(browser, url, learner), url, learner.id);
    await decide('x');
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
    const answer = await page.evaluate(
      (path) => {
        window.API?.LMSSetValue('cmi.suspend_data', path);
        return window.API?.LMSCommit('');
      },
      `${pathOf(learner, 'x')}.zz:q`,
    );
    expect(answer).toBe('true');
    await page.getByRole('heading', { name: 'These decisions do not fit this module' }).waitFor();
    await expect(page.getByLabel('Your decisions, as they are kept').inputValue()).resolves.toContain('.zz:q');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    expect(sent).toHaveLength(1);
    expect(learner.stored().path).toBe(pathOf(learner, 'x'));
    await page.context().close();
  });

  it('when what waits on the device is impossible: they go on from what was saved', async () => {
    const learner = await startLearner(test);
    await learner.commit(pathOf(learner, 'xy'));
    const context = await contextOf(browser, url, learner);
    const { page } = await openAttempt(context, url, learner.id);
    await page.evaluate(
      ([key = '', path = '']) => localStorage.setItem(key, path),
      [`standpoint.outbox.${learner.id}`, `${pathOf(learner, 'xy')}.zz:q`],
    );
    await page.close();
    const again = await openAttempt(context, url, learner.id);
    await again.page.getByRole('heading', { name: 'Some decisions on this device do not fit this module' }).waitFor();
    await again.decide('x');
    await again.says('Saved');
    await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'xyx'));
    await context.close();
  });

  it('when the attempt is not theirs any more', async () => {
    const [learner, other] = [await startLearner(test), await startLearner(test)];
    const context = await contextOf(browser, url, learner);
    const { page, decide, says } = await openAttempt(context, url, learner.id);
    await context.addCookies(cookiesOf(url, other));
    await decide('x');
    await page.getByRole('heading', { name: 'We cannot find that attempt' }).waitFor();
    await says('Not saved yet');
    await context.close();
  });
});

describe('nothing is lost', () => {
  it('when the network is gone for three decisions', async () => {
    const learner = await startLearner(test);
    const context = await contextOf(browser, url, learner);
    const { decide, says } = await openAttempt(context, url, learner.id);
    await decide('x');
    await says('Saved');
    await context.setOffline(true);
    await decide('yxy');
    await says('Not saved yet');
    expect(learner.stored().path).toBe(pathOf(learner, 'x'));
    await context.setOffline(false);
    await says('Saved');
    await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'xyxy'));
    await context.close();
  });

  it('when the tab is closed without a network: the next visit sends it and goes on there', async () => {
    const learner = await startLearner(test);
    const context = await contextOf(browser, url, learner);
    const first = await openAttempt(context, url, learner.id);
    await context.setOffline(true);
    await first.decide('xy');
    await first.says('Not saved yet');
    await first.page.close();
    await context.setOffline(false);
    const second = await openAttempt(context, url, learner.id);
    await second.says('Saved');
    await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'xy'));
    await second.decide('x');
    await second.says('Saved');
    await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'xyx'));
    await context.close();
  });

  it('when the tab is closed at a decision: the same and another browser resume there', async () => {
    const learner = await startLearner(test);
    const context = await contextOf(browser, url, learner);
    const first = await openAttempt(context, url, learner.id);
    await first.decide('xyx');
    await first.page.close();
    await vi.waitFor(() => expect(learner.stored().path).toBe(pathOf(learner, 'xyx')));
    const second = await openAttempt(context, url, learner.id);
    await atSceneD(second);
    await context.close();
    const elsewhere = await contextOf(browser, url, learner);
    const third = await openAttempt(elsewhere, url, learner.id);
    await atSceneD(third);
    await elsewhere.close();
  });

  it(nameOf('hurt.session-expired'), async () => {
    const learner = await startLearner(test);
    const context = await contextOf(browser, url, learner);
    const { page, decide, says } = await openAttempt(context, url, learner.id);
    await context.clearCookies();
    await decide('xx');
    await says('Not saved yet');
    const link = page.getByRole('link', { name: 'Sign in to save' });
    expect(await link.getAttribute('href')).toBe(`/account/sign-in?next=%2Fattempts%2F${learner.id}`);
    await context.addCookies(cookiesOf(url, learner));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await says('Saved');
    expect(await link.isVisible()).toBe(false);
    expect(learner.stored().path).toBe(pathOf(learner, 'xx'));
    await context.close();
  });
});

it('a browser that keeps nothing hears "false", and what the server has is saved all the same', async () => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
  });
  const { page, decide, says } = await openAttempt(context, url, learner.id);
  const commit = (path: string) =>
    page.evaluate((one) => {
      window.API?.LMSSetValue('cmi.suspend_data', one);
      return [window.API?.LMSCommit(''), window.API?.LMSGetLastError()];
    }, path);
  await context.setOffline(true);
  expect(await commit(pathOf(learner, 'x'))).toEqual(['false', '101']);
  await says('Not saved yet');
  await page.getByRole('link', { name: 'Save and exit' }).click();
  await page.getByText('What you decided last is lost if you leave now').waitFor();
  await page.getByRole('button', { name: 'Stay' }).click();
  await context.setOffline(false);
  await says('Saved');
  await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'x'));
  expect(await commit(pathOf(learner, 'x'))).toEqual(['true', '0']);
  await decide('x');
  await context.close();
});

describe('two browsers went different ways, and the learner is asked:', () => {
  const diverge = async () => {
    const learner = await startLearner(test);
    const [one, other] = await Promise.all([contextOf(browser, url, learner), contextOf(browser, url, learner)]);
    const here = await openAttempt(one, url, learner.id);
    const there = await openAttempt(other, url, learner.id);
    await here.decide('xx');
    await here.says('Saved');
    await other.setOffline(true);
    await there.decide('yyy');
    await other.setOffline(false);
    const dialog = there.page.getByRole('dialog', { name: 'You went on in two places' });
    await dialog.waitFor();
    await dialog.getByText('A story: 2 decisions').waitFor();
    const close = () => Promise.all([one.close(), other.close()]);
    return { learner, there, dialog, close };
  };

  it('this device’s way is kept, and the other is set aside', async () => {
    const { learner, there, dialog, close } = await diverge();
    await dialog.getByRole('button', { name: 'Keep the way on this device' }).click();
    await there.says('Saved');
    await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'yyy'));
    expect(learner.setAside()).toContain(pathOf(learner, 'xx'));
    await there.decide('y');
    await there.says('Saved');
    await close();
  });

  it('the other way is kept, and this browser plays it', async () => {
    const { learner, there, dialog, close } = await diverge();
    const [reloaded] = await Promise.all([
      there.page.waitForEvent('load'),
      dialog.getByRole('button', { name: 'Keep the way from elsewhere' }).click(),
    ]);
    await reloaded.close();
    const again = await openAttempt(there.context, url, learner.id);
    await again.decide('x');
    await again.says('Saved');
    await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'xxx'));
    await close();
  });
});

it('two tabs of one browser never put one another back', async () => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  const one = await openAttempt(context, url, learner.id);
  const other = await openAttempt(context, url, learner.id);
  await context.setOffline(true);
  await one.decide('xx');
  await other.decide('x');
  await context.setOffline(false);
  await one.says('Saved');
  await expect.poll(() => learner.stored().path).toBe(pathOf(learner, 'xx'));
  await context.close();
});

/** What axe finds, the package in its frame included. */
async function faults(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 640 });
  return [...(await axeFaults(page)), ...(await axeFaultsInTheDark(page))];
}

it.each([1280, 320])('a learner with a screen reader is told everything, at %i px', async (width) => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  const { page, decide, says } = await openAttempt(context, url, learner.id);
  await decide('x');
  await says('Saved');
  expect(await faults(page, width)).toEqual([]);
  await context.setOffline(true);
  await decide('x');
  await page.getByRole('link', { name: 'Save and exit' }).click();
  await page.getByRole('dialog', { name: 'Not saved yet' }).waitFor();
  expect(await faults(page, width)).toEqual([]);
  await page.getByRole('button', { name: 'Stay' }).click();
  await learner.commit(pathOf(learner, 'xy'));
  await context.setOffline(false);
  await page.getByRole('dialog', { name: 'You went on in two places' }).waitFor();
  expect(await faults(page, width)).toEqual([]);
  await page.getByRole('button', { name: 'Keep the way on this device' }).click();
  await says('Saved');
  await context.clearCookies();
  await decide('x');
  await page.getByRole('link', { name: 'Sign in to save' }).waitFor();
  expect(await faults(page, width)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await context.close();
});

it('a learner who passes is offered the certificate once the server has the pass', async () => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  const { page, frame, decide, says } = await openAttempt(context, url, learner.id);
  const link = page.getByRole('link', { name: 'Get your certificate' });
  await decide('xxxxx');
  await says('Saved');
  expect(await link.isVisible()).toBe(false);
  await decide('x');
  await link.waitFor();
  expect(learner.stored()).toMatchObject({ passed: true, percent: 100 });
  expect(await link.getAttribute('href')).toBe(`/attempts/${learner.id}/certificate`);
  await page.setViewportSize({ width: 320, height: 640 });
  const lines = await page.locator('.bar > :is(#save, #certificate, #exit)').evaluateAll((all) => {
    const middles = all
      .map((one) => one.getBoundingClientRect())
      .map(({ top, bottom }) => Math.round((top + bottom) / 2));
    return new Set(middles).size;
  });
  expect(lines, 'On a phone the bar is one line.').toBe(1);
  const keep = page.getByRole('link', { name: 'Keep my record' });
  expect(await keep.getAttribute('href')).toBe(`/account/keep?next=%2Fattempts%2F${learner.id}`);
  await frame.getByRole('button', { name: 'Go on' }).click();
  await frame.getByRole('button', { name: 'Look back at your way' }).click();
  await frame.getByRole('button', { name: 'See how it went' }).click();
  await frame.getByRole('button', { name: 'Get your certificate' }).waitFor();
  await expect.poll(() => link.isVisible(), { message: 'It stands on a screen once.' }).toBe(false);
  await context.close();
});

it('a learner who prints with the browser’s own menu gets all of the module’s page, not the part in view', async () => {
  const learner = await startLearner(test);
  const context = await contextOf(browser, url, learner);
  const { page } = await openAttempt(context, url, learner.id);
  await page.setViewportSize({ width: 650, height: 200 });
  const seen = () =>
    page.locator('#package').evaluate((one) => {
      const whole = (one as HTMLIFrameElement).contentDocument?.documentElement.scrollHeight ?? 0;
      return one.getBoundingClientRect().height / whole;
    });
  expect(await seen()).toBeLessThan(0.9);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await seen()).toBeGreaterThanOrEqual(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await seen()).toBeLessThan(0.9);
  await context.close();
});
