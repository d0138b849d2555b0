/** A learner in a hurry: finds the way to the next question and answers it, inside the page, by what stands there. */
import type { Frame } from 'playwright-core';
import type { Decided } from './plan.ts';

/** Where the way led: to a question, to the end of the module, or to a launch that nobody keeps. */
export type Met = { readonly asked: string } | { readonly is: 'the end' | 'refused' } | { readonly lostAt: string };

/** Goes on until something is asked. Without a story: until the page that says how the module went. */
export function comeToQuestion(frame: Frame, story: string | undefined): Promise<Met> {
  return frame.evaluate((wanted) => {
    const press = (action: string): boolean => {
      const button = document.querySelector<HTMLElement>(`[data-do="${action}"]`);
      button?.click();
      return button !== null;
    };
    for (let turns = 0; turns < 60; turns += 1) {
      if (document.querySelector('#ready')?.textContent?.includes('did not open a session')) return { is: 'refused' };
      const asked = document.querySelector('main form h2')?.textContent;
      if (asked) return { asked };
      if (wanted === undefined && document.querySelector('main .score')) return { is: 'the end' };
      const ways = ['restore', 'on', 'debrief', ...(wanted === undefined ? ['result'] : [`enter:${wanted}`, 'result'])];
      if (![...ways, 'stories'].some(press)) break;
    }
    return { lostAt: document.querySelector('main')?.textContent?.replace(/\s+/g, ' ').slice(0, 300) ?? '' };
  }, story);
}

/** Gives the answer to the question that stands there. */
export function answer(frame: Frame, { token }: Decided): Promise<void> {
  return frame.evaluate(({ chosen, confidence }) => {
    const form = document.querySelector<HTMLFormElement>('main form');
    if (!form) throw new Error('Nothing is asked here.');
    for (const one of form.querySelectorAll<HTMLInputElement>('[name=chosen]')) {
      if (one.checked !== chosen.includes(one.value)) one.click();
    }
    for (const one of form.querySelectorAll<HTMLElement>('[data-mark]')) {
      const isMarked = one.getAttribute('aria-pressed') === 'true';
      if (isMarked !== chosen.includes(one.dataset.mark ?? '')) one.click();
    }
    const items = [...form.querySelectorAll<HTMLElement>('li[data-id]')];
    for (const id of items.length > 0 ? chosen : []) {
      const item = items.find((one) => one.dataset.id === id);
      item?.parentElement?.append(item);
    }
    form.querySelector<HTMLElement>(`[name=sure][value="${confidence}"]`)?.click();
    form.requestSubmit();
  }, token);
}

/** How the page says that the decisions are kept. */
export const saved = async (frame: Frame): Promise<string> => (await frame.locator('#saved').textContent()) ?? '';

/** The longest path that this browser keeps for the learner. */
export const keptHere = (frame: Frame): Promise<string | undefined> =>
  frame.evaluate(() =>
    Object.entries(localStorage)
      .flatMap(([key, value]) => (key.startsWith('standpoint.kept.') ? (String(value).split(' ')[1] ?? []) : []))
      .sort((one, other) => other.length - one.length)
      .at(0),
  );
