/** Two standards that pull apart, drawn as the pull that it is. */
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { Scenario } from '../../../courses/model/schema.ts';
import { topicOf } from './clauses.ts';

export function tensionView({ id, tension }: Scenario, { guidance, modules }: Content): Html {
  const [first = '', second = ''] = tension.between;
  const taught = modules.find((one) => one.scenarios.some((story) => story.id === id))?.section;
  const isListed = (number: string): boolean =>
    guidance.clauses.some((one) => one.section === taught && one.standards.includes(number));
  return html`<section class="tension"><h2>What pulled two ways</h2>
<div class="pulls"><p><b>Standard ${first}</b> ${topicOf(first, guidance)}</p>
<svg viewBox="0 0 44 24" aria-hidden="true"><path d="M14 4 4 12l10 8M30 4l10 8-10 8M6 12h32"/></svg>
<p><b>Standard ${second}</b> ${topicOf(second, guidance)}</p></div>${rendered(tension.text)}${!tension.between.every(isListed) && html`<p class="soft">This pairing is ours, and not the guidance’s.</p>`}</section>`;
}
