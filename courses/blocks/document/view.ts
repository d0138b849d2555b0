import { type Html, html, rendered } from '../html.ts';
import type { Document } from './schema.ts';

const FORMS = { policy: 'Policy', letter: 'Letter', notice: 'Notice' } as const;

export const documentView = (block: Document): Html =>
  html`<article class="device document ${block.form}" aria-label="${FORMS[block.form]}: ${block.title}">
<p class="origin"><span>${FORMS[block.form]}</span>${block.from && html` · ${block.from}`}${block.at && html` · ${block.at}`}</p>
<p class="title">${block.title}</p>
<div class="words">${rendered(block.body)}</div>
</article>`;
