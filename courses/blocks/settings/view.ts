import { visible } from '../../model/conditions.ts';
import type { Cast } from '../cast.ts';
import { type Html, html } from '../html.ts';
import type { Settings } from './schema.ts';

/** A panel to read, not to work: its switches are the story's, so they are words and no controls. */
export const settingsView = (block: Settings, cast: Cast): Html =>
  html`<article class="device panel-settings" aria-label="Settings: ${block.title}">
<p class="title">${block.title}</p>
<dl>${visible(block.rows, cast.flags).map(
    (row) =>
      html`<div${row.changed && html` class="changed"`}><dt>${row.label}${
        row.changed && html` <span class="mark">Changed by an update</span>`
      }</dt><dd>${row.value}</dd>${row.hint && html`<dd class="hint">${row.hint}</dd>`}</div>`,
  )}</dl>
</article>`;
