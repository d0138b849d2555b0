/** Two standards that pull apart, drawn as the pull that it is. */
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { Scenario } from '../../../courses/model/schema.ts';
import { topicOf } from './clauses.ts';

export function tensionView({ tension }: Scenario, guidance: Content['guidance'], heading: 'h2' | 'h3'): Html {
  const [first = '', second = ''] = tension.between;
  const title = 'What pulled two ways';
  return html`<section class="tension">${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<div class="pulls"><p><b>Standard ${first}</b> ${topicOf(first, guidance)}</p>
<svg viewBox="0 0 44 24" aria-hidden="true"><path d="M14 4 4 12l10 8M30 4l10 8-10 8M6 12h32"/></svg>
<p><b>Standard ${second}</b> ${topicOf(second, guidance)}</p></div>${rendered(tension.text)}</section>`;
}
