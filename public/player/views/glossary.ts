/** The trade's words that a page uses, explained at its end. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';

export function glossaryView(page: Html, glossary: Content['glossary']): Html | false {
  const words = page.text.replace(/<[^>]*>/g, ' ').toLowerCase();
  const used = glossary.filter(({ term }) => new RegExp(`(?<![a-z])${escapePattern(term.toLowerCase())}`).test(words));
  return (
    used.length > 0 &&
    html`<details class="glossary"><summary>Words used here</summary><dl>${used.map(
      ({ term, meaning }) => html`<div><dt>${term}</dt> <dd>${meaning}</dd></div>`,
    )}</dl></details>`
  );
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
