/** The host page in a real browser: a learner's window on their attempt. */
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { Content } from '../../courses/model/content.ts';
import type { TestLearner } from './learners.ts';
import { asks, choice, choose, ends, storyOf } from './story.ts';
import { compileTiny, tinyCourse } from './tiny-course.ts';

const scene = (id: string, next: string) =>
  asks(id, choose(id, choice('x', 'strong', next), choice('y', 'risky', next)), { title: `Scene ${id}` });

/** One story of six decisions, each of them "Do x" (which serves) or "Do y". */
export const sixDecisions: Content = compileTiny({
  ...tinyCourse,
  modules: tinyCourse.modules.map((one) => ({
    ...one,
    scenarios: [
      storyOf([
        scene('a', 'b'),
        scene('b', 'c'),
        scene('c', 'd'),
        scene('d', 'e'),
        scene('e', 'f'),
        scene('f', 'g'),
        ends('g'),
      ]),
    ],
  })),
});

export interface HostWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly frame: FrameLocator;
  /** What the bar says about saving. */
  readonly says: (words: string) => Promise<void>;
  /** Takes decisions, one after another: 'xxy' is x, x, then y. */
  readonly decide: (choices: string) => Promise<void>;
}

/** A browser of its own, signed in as the learner. */
export async function contextOf(browser: Browser, url: string, learner: TestLearner): Promise<BrowserContext> {
  const context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  await context.addCookies(cookiesOf(url, learner));
  return context;
}

export const cookiesOf = (url: string, learner: TestLearner) =>
  learner.visitor
    .cookies()
    .split('; ')
    .map((one) => one.split(/=(.*)/))
    .map(([name = '', value = '']) => ({ name, value, url }));

/** Opens the attempt in a new tab and goes to where the learner left off. */
export async function openAttempt(context: BrowserContext, url: string, id: string): Promise<HostWindow> {
  const page = await context.newPage();
  await page.goto(`${url}/attempts/${id}`);
  const frame = page.frameLocator('#package');
  const begin = frame.locator('#ready [data-do]').first();
  const asked = frame.locator('form.ask, .happens, [data-do^="enter:"]').first();
  await begin.or(asked).first().waitFor();
  if (await begin.isVisible()) await begin.click();
  await asked.waitFor();
  const enter = frame.locator('[data-do^="enter:"]');
  if (await enter.first().isVisible()) await enter.first().click();
  return {
    page,
    context,
    frame,
    says: (words) => page.locator('#save', { hasText: new RegExp(`^${words}$`) }).waitFor(),
    decide: async (choices) => {
      for (const one of choices) {
        const on = frame.locator('[data-do="on"]');
        const form = frame.locator('form.ask');
        await on.or(form).first().waitFor();
        if (await on.isVisible()) await on.click();
        await form.getByText(`Do ${one}`).click();
        await form.locator('[type="submit"]').click();
        await frame.locator('.happens').waitFor();
      }
    },
  };
}
