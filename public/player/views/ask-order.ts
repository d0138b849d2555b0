import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Choice, Item } from '../../../courses/model/decisions.ts';
import type { Draft } from '../remembered.ts';

/** Buttons move each item, or it is dragged; where it now stands is announced by `asking.ts`. */
export function orderView(open: readonly (Choice | Item)[], draft: Draft): Html {
  const ids = draft.chosen ?? [];
  const shown = [...open].sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  return html`<ol class="ordering">${shown.map(
    (one) =>
      html`<li data-id="${one.id}"><span class="grip"></span><span class="text">${one.text}</span><span class="moves">${(
        ['up', 'down'] as const
      ).map(
        (way) =>
          html`<button type="button" data-move="${way}"><span class="hidden-text">Move ${way}: ${one.text}</span>${arrow(way)}</button>`,
      )}</span></li>`,
  )}</ol>`;
}

const arrow = (way: 'up' | 'down'): Html =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${way === 'up' ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5'}"/></svg>`;
