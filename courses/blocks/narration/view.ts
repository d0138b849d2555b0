import { type Html, html, rendered } from '../html.ts';
import type { Narration } from './schema.ts';

export const narrationView = (block: Narration): Html => html`<div class="narration">${rendered(block.text)}</div>`;
