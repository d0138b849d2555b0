/** How well an answer serves the guidance, in words and by its place on a line. Never in colour alone, never red or green. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Rating } from '../../../courses/model/decisions.ts';

const ORDER: readonly Rating[] = ['harmful', 'risky', 'sound', 'strong'];

const WORDS: Readonly<Record<Rating, { word: string; meaning: string }>> = {
  strong: { word: 'Strong', meaning: 'this serves the guidance well' },
  sound: { word: 'Sound', meaning: 'a good practitioner might do this' },
  risky: { word: 'Risky', meaning: 'it could go wrong for somebody' },
  harmful: { word: 'Harmful', meaning: 'somebody is worse off for it' },
};

export const ratingWord = (rating: Rating): string => WORDS[rating].word;

export const ratingView = (rating: Rating): Html =>
  html`<p class="rating"><span class="track" aria-hidden="true">${ORDER.map(
    (one) => html`<i${one === rating && html` class="here"`}></i>`,
  )}</span><span><b>${WORDS[rating].word}</b>: ${WORDS[rating].meaning}</span></p>`;
