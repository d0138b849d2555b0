import type { Page } from 'playwright-core';
import { press, takeScreenshotStory } from './sitting.ts';

/** Walks through every kind of state; `look` is called in each. */
export async function throughEveryState(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  await look('title');
  await press(page, 'Choose a story');
  await look('stories');
  await press(page, 'Begin: Joyce’s screenshot');
  await press(page, 'Do this');
  await look('chat, choose, error');
  await page.getByText('Ask her in the chat').click();
  await page.getByText('Very', { exact: true }).click();
  await press(page, 'Do this');
  await page.getByText('Security, point 9').click();
  await look('what happens, why, clause, panel, tension');
  await press(page, 'Try another way');
  await look('another way');
  await press(page, 'Back to your way');
  await press(page, 'Go on');
  await look('post');
  await press(page, 'Go on');
  await look('e-mail, select');
  await page.getByText('It rained').click();
  await press(page, 'Do this');
  await look('what happens after select');
  await press(page, 'Go on');
  await press(page, 'their gran');
  await look('spot');
  await press(page, 'Mark these');
  await press(page, 'Go on');
  await look('ending');
  await press(page, 'Look back at your way');
  await look('debrief');
  await press(page, 'Next story: The open door');
  await look('call, settings, order');
  await press(page, 'Do it in this order');
  await look('what happens after order');
  await press(page, 'Go on');
  await look('record, document, weigh');
  await page.getByRole('radio').first().check({ force: true });
  await press(page, 'Stand here');
  await press(page, 'Go on');
  await look('inbox, draft, write');
  await press(page, 'Keep and go on');
  await press(page, 'Look back at your way');
  await press(page, 'See how it went');
  await look('result, below the mark');
  await throughParts(page, look, 'Draft your CPD record', 'Talk it over with a peer', 'Come back to it');
  await press(page, 'Take Joyce’s screenshot again');
  await takeScreenshotStory(page, 'well');
  await press(page, 'Look back at your way');
  await press(page, 'See how it went');
  await look('result, passed');
  await throughParts(page, look, 'Your completion sheet');
}

/** What the learner takes away: each part, and back. */
async function throughParts(page: Page, look: (state: string) => Promise<void>, ...parts: string[]): Promise<void> {
  for (const part of parts) {
    await press(page, part);
    await page.getByRole('button', { name: 'Back', exact: true }).waitFor();
    await look(part);
    await press(page, 'Back');
  }
}
