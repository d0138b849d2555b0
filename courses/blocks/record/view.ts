import { visible } from '../../model/conditions.ts';
import { type Cast, nameOf, roleOf } from '../cast.ts';
import { type Html, html, rendered } from '../html.ts';
import type { CaseRecord } from './schema.ts';

export const recordView = (block: CaseRecord, cast: Cast): Html =>
  html`<article class="device record" aria-label="Case record: ${block.title}">
<p class="title"><span>Case record</span> ${block.title}</p>
<ol>${visible(block.entries, cast.flags).map(
    (entry) =>
      html`<li><p class="line"><time>${entry.at}</time> <b>${nameOf(cast, entry.by)}</b>${
        roleOf(cast, entry.by) && html` <span>${roleOf(cast, entry.by)}</span>`
      }</p>${entry.heading && html`<p class="heading">${entry.heading}</p>`}${rendered(entry.text)}${
        entry.access && html`<p class="access">Who can see this: ${entry.access}</p>`
      }</li>`,
  )}</ol>
</article>`;
