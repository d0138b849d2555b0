import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { encodePractice } from '../../public/practice/fragment.ts';
import { contentHash } from '../../server/content-hash.ts';
import { runApp } from '../support/app.ts';
import { axeFaults, axeFaultsInTheDark } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { press } from '../support/sitting.ts';

const browser = await sharedBrowser();
const { running, address: url } = await runApp();

async function open(path: string, width = 1280): Promise<{ page: Page; sent: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (one) => sent.push(`${one.method()} ${one.url()} ${one.postData() ?? ''}`));
  await page.goto(url + path);
  return { page, sent };
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await axeFaultsInTheDark(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
}

const story = () => running.content.modules[0]?.scenarios[0];

describe('a team takes a story together', () => {
  for (const width of [1280, 320]) {
    test(`by hands, with nothing recorded, at ${width} px`, async () => {
      const { page, sent } = await open('/modules/tiny/security/together', width);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Begin' }).first().click();
      await page.getByRole('button', { name: 'See what happens' }).click();
      await expect.poll(() => page.locator('.error').textContent()).toContain('Count the hands first');
      await expectAccessible(page);
      await page.getByRole('spinbutton').first().fill('4');
      await page.getByRole('spinbutton').nth(1).fill('3');
      await page.getByRole('button', { name: 'See what happens' }).click();
      await page.getByText('The room decided, with 4 of 7 hands').waitFor();
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('happens');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Try another way' }).click();
      expect(await page.getByRole('spinbutton').first().inputValue()).toBe('');
      await page.getByRole('spinbutton').nth(1).fill('1');
      await page.getByRole('button', { name: 'See what happens' }).click();
      await page.getByText('The room decided, with 1 of 1 hand').waitFor();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(sent.filter((one) => !one.startsWith('GET '))).toEqual([]);
      expect(running.app.db.raw.prepare('SELECT count(*) AS n FROM attempt').get()).toEqual({ n: 0 });
      await page.context().close();
    });
  }
});

test('a reload in a meeting goes on where the room was, and a new tab begins at the stories', async () => {
  const { page } = await open('/modules/tiny/security/together');
  await page.getByRole('button', { name: 'Begin' }).first().click();
  await page.getByRole('spinbutton').first().fill('4');
  await page.getByRole('button', { name: 'See what happens' }).click();
  await page.getByText('The room decided, with 4 of 4 hands').waitFor();
  await page.reload();
  await page.getByText('The room decided, with 4 of 4 hands').waitFor();
  await page.getByRole('button', { name: 'Try another way' }).click();
  await page.getByRole('spinbutton').first().fill('2');
  await page.getByRole('button', { name: 'See what happens' }).click();
  await press(page, 'Go on');
  await press(page, 'Go on');
  const question = await page.getByRole('heading', { level: 1 }).textContent();
  await page.reload();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(question);
  expect(await page.getByText('The blue door').isVisible()).toBe(true);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('heading', { level: 1, name: 'Take it together' }).waitFor();
  await page.context().close();
});

test('at the end of a story each person can take the sheet away, to talk it over with a peer', async () => {
  const { page } = await open('/modules/tiny/security/together', 1280);
  await page.getByRole('button', { name: 'Begin' }).first().click();
  await page.getByRole('spinbutton').first().fill('4');
  await page.getByRole('button', { name: 'See what happens' }).click();
  await press(page, 'Go on');
  await press(page, 'Go on');
  await page.getByText('The blue door').click();
  await press(page, 'Do this');
  await press(page, 'Go on');
  await press(page, 'their gran');
  await press(page, 'Mark these');
  await press(page, 'Go on');
  await page.getByText(`${new URL(page.url()).host}/modules/tiny/security/sheet`).waitFor();
  await page.getByRole('link', { name: 'A sheet to talk it over with a peer' }).click();
  expect(new URL(page.url()).pathname).toBe('/modules/tiny/security/sheet');
  for (const { supervision } of running.content.modules[0]?.scenarios ?? []) {
    expect(await page.getByText(supervision).isVisible()).toBe(true);
  }
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  await page.context().close();
});

describe('coming back to a decision', () => {
  const link = (course = 'tiny') => {
    const scenario = story();
    const decision = scenario?.scenes.find((one) => one.decision?.kind === 'choose')?.decision;
    const items = [{ scenario: scenario?.id ?? '', decision: decision?.id ?? '' }];
    return encodePractice({ course, items });
  };

  test('a link that lost its end says so', async () => {
    const { page } = await open(`/practice#${link().slice(0, -2)}`);
    await page.getByRole('heading', { name: 'This link is not whole' }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test('a line that is broken says so, and it can be tried again', async () => {
    const { page } = await open('/');
    await page.route('**/content.json', (route) => route.abort());
    await page.goto(`${url}/practice#${link()}`);
    await page.getByRole('heading', { name: 'The scene could not be fetched' }).waitFor();
    await expectAccessible(page);
    await page.unroute('**/content.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Do this' }).waitFor();
    await page.context().close();
  });

  test('says of the guidance what is said of it in the course that the link names', async () => {
    const { content, app } = running;
    const other = {
      ...content,
      course: { ...content.course, id: 'another' },
      guidance: { ...content.guidance, notice: 'Guidance of another course.' },
    };
    app.published.publish(contentHash(other), other);
    for (const { course, guidance } of [content, other]) {
      const { page } = await open(`/practice#${link(course.id)}`);
      await page.getByRole('button', { name: 'Do this' }).waitFor();
      expect(await page.locator('footer').textContent()).toBe(
        `${guidance.notice} This training is not the regulator’s, and the regulator has not approved it.`,
      );
      await page.context().close();
    }
  });

  test('a decision that is no longer in the course says so', async () => {
    const { page } = await open('/practice#tiny/00000000/none.a');
    await page.getByRole('heading', { name: 'The stories have changed' }).waitFor();
    await page.context().close();
  });

  for (const width of [1280, 320]) {
    test(`takes two minutes, and the server never hears which decision it was, at ${width} px`, async () => {
      const { page, sent } = await open(`/practice#${link()}`, width);
      await page.getByRole('button', { name: 'Do this' }).click();
      await expect.poll(() => page.locator('.error').textContent()).toContain('Choose what you do');
      await expectAccessible(page);
      await page.getByRole('radio').first().check({ force: true });
      await page.getByRole('button', { name: 'Do this' }).click();
      await page.getByRole('heading', { name: 'Why it went that way' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('heading', { name: 'That is all' }).waitFor();
      expect(sent.every((one) => one.startsWith('GET ') && !one.includes(story()?.id ?? ''))).toBe(true);
      await page.context().close();
    });
  }
});
