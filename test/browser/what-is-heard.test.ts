/** The player as somebody hears it: the accessibility tree and the live regions in every state. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nameOf } from '../conformance/requirements.ts';
import { sharedBrowser } from '../support/browser.ts';
import { throughEveryState } from '../support/every-state.ts';
import { accessibilityTree, type Heard, listenTo, type TreeNode } from '../support/heard.ts';
import { servePlayer } from '../support/play-package.ts';
import { beginStory, press } from '../support/sitting.ts';

const browser = await sharedBrowser();
const site = await servePlayer();

async function open(options: BrowserContextOptions): Promise<{ page: Page; heard: () => Promise<Heard> }> {
  const page = await (await browser.newContext(options)).newPage();
  const heard = await listenTo(page);
  await page.goto(site.url);
  return { page, heard };
}

const CONTROLS = ['button', 'link', 'radio', 'checkbox', 'textbox', 'DisclosureTriangle'];
const GROUPS = ['group', 'radiogroup'];

/** Controls whose name leaves out words that stand on them: somebody who says what they see would not press them. */
const misnamed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button[aria-label], a[aria-label]')]
      .filter((one) => !one.getAttribute('aria-label')?.toLowerCase().includes(one.innerText.trim().toLowerCase()))
      .map((one) => `“${one.innerText}” is called “${one.getAttribute('aria-label')}”`),
  );

/** One box alone says all of what it asks; several need the question that they answer. */
const several = (tree: readonly TreeNode[], role: string): boolean =>
  role === 'radio' || (role === 'checkbox' && tree.filter((one) => one.role === role).length > 1);

describe('in every state', () => {
  test('every control says what it does, and every answer stands under its question', async () => {
    const { page } = await open({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    await throughEveryState(page, async (state) => {
      const tree = await accessibilityTree(page);
      for (const { role, name, within } of tree) {
        if (CONTROLS.includes(role) && name.trim() === '') faults.push(`${state}: a ${role} without a name`);
        const asked = within.some((one) => GROUPS.includes(one.role) && one.name.trim() !== '');
        if (several(tree, role) && !asked) faults.push(`${state}: “${name}” stands under no question`);
      }
      faults.push(...(await misnamed(page)).map((one) => `${state}: ${one}`));
      const headings = tree.filter((one) => one.role === 'heading');
      if (headings.filter((one) => one.level === 1).length > 1) faults.push(`${state}: two main headings`);
      if (tree.filter((one) => one.role === 'main').length !== 1) faults.push(`${state}: no one main part`);
    });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the focus lands on the new words, and nothing is said twice', async () => {
    const { page, heard } = await open({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    await throughEveryState(page, async (state) => {
      const { live, focused } = await heard();
      if (state === 'title') return;
      const [landed] = (await accessibilityTree(page)).filter((one) => one.focused && one.role !== 'RootWebArea');
      if (!landed?.within.some((one) => one.role === 'main')) faults.push(`${state}: the focus is nowhere`);
      const last = focused.at(-1) ?? '';
      for (const [index, words] of live.entries()) {
        if (live.indexOf(words) !== index) faults.push(`${state}: “${words}” is said twice`);
        if (last.includes(words)) faults.push(`${state}: “${words}” is said, and has the focus as well`);
      }
    });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

test(nameOf('hurt.button-before-content'), async () => {
  const { page, heard } = await open({ reducedMotion: 'reduce' });
  await beginStory(page, 'Joyce’s screenshot');
  await page.getByText('Ask her in the chat').click();
  await heard();
  await press(page, 'Do this');
  const { live, focused } = await heard();
  expect(focused.at(-1)).toMatch(/^What happens ?Joyce reads it and leaves the group/);
  expect(live).toEqual([]);
  const headings = (await accessibilityTree(page)).filter((one) => one.role === 'heading').map((one) => one.name);
  expect(headings.slice(0, 2)).toEqual(['What happens', 'Why it went that way']);
  await page.context().close();
});

test('each chat message is heard once, as it arrives and in its order, while the focus stays', async () => {
  const { page, heard } = await open({ reducedMotion: 'no-preference' });
  await beginStory(page, 'Joyce’s screenshot');
  const all = [...(await heard()).live];
  const landed: string[] = [];
  const log = page.getByRole('log').getByRole('listitem');
  await expect
    .poll(
      async () => {
        const { live, focused } = await heard();
        all.push(...live);
        landed.push(...focused);
        return log.count();
      },
      { timeout: 30_000, interval: 200 },
    )
    .toBe(6);
  all.push(...(await heard()).live);
  const shown = await log.allTextContents();
  const words = shown.map((one) => one.replace(/\s+/g, ' ').trim());
  // The first stands there as the scene opens, and is read with it.
  expect(all.filter((one) => words.includes(one))).toEqual(words.slice(1));
  expect(landed).toEqual([]);
  await page.context().close();
});
