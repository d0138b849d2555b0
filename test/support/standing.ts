import type { Frame, Page } from 'playwright-core';

/** What is on the page, with every input as it stands: two of these are the same where a learner sees the same. */
export const standing = (place: Page | Frame): Promise<string> =>
  place.evaluate(() => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
      (one) => `${one.value}${one.checked ? '*' : ''}`,
    );
    const marks = [...document.querySelectorAll('[aria-pressed]')].map((one) => one.getAttribute('aria-pressed'));
    const main = document.querySelector('main')?.cloneNode(true);
    // What is typed is a value, and what was typed before a reload is text: it counts once, above.
    if (main instanceof Element) for (const one of main.querySelectorAll('textarea')) one.textContent = '';
    return [document.title, main?.textContent, ...inputs, ...marks].join('\n');
  });
