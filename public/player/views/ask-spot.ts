import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Choice, Item, Spot } from '../../../courses/model/decisions.ts';
import type { Draft } from '../remembered.ts';

/** The text itself, its phrases as buttons that stay pressed. A phrase that is not offered here is plain text. */
export function spotView(decision: Spot, open: readonly (Choice | Item)[], draft: Draft): Html {
  const parts = decision.text.split(/(\[[^\]]+\]\(#[a-z0-9]+\))/);
  return html`<div class="device spotting">${decision.source && html`<p class="source">${decision.source}</p>`}<p class="marks">${parts.map(
    (part) => phrase(part, open, draft),
  )}</p></div>`;
}

function phrase(part: string, open: readonly (Choice | Item)[], draft: Draft): Html | string {
  const [, words, id] = /^\[([^\]]+)\]\(#([a-z0-9]+)\)$/.exec(part) ?? [];
  if (words === undefined || id === undefined) return part;
  if (!open.some((one) => one.id === id)) return words;
  const pressed = draft.chosen?.includes(id) ?? false;
  return html`<button type="button" class="mark" data-mark="${id}" aria-pressed="${String(pressed)}">${words}</button>`;
}
