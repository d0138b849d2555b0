/** Two standards that pull apart, drawn as the pull that it is. */
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { Scenario } from '../../../courses/model/schema.ts';
import { topicOf } from './clauses.ts';

export function tensionView(scenario: Scenario, content: Content, heading: 'h2' | 'h3'): Html {
  const { guidance } = content;
  const { tension } = scenario;
  const [first = '', second = ''] = tension.between;
  const unlisted = tension.between.filter((one) => !standardsAround(scenario, content).includes(one));
  const title = 'What pulled two ways';
  return html`<section class="tension">${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<div class="pulls"><p><b>Standard ${first}</b> ${topicOf(first, guidance)}</p>
<svg viewBox="0 0 44 24" aria-hidden="true"><path d="M14 4 4 12l10 8M30 4l10 8-10 8M6 12h32"/></svg>
<p><b>Standard ${second}</b> ${topicOf(second, guidance)}</p></div>${rendered(tension.text)}${
    unlisted.length > 0 &&
    html`<p class="soft">This pairing is ours. In this section the guidance does not list ${unlisted.map((one) => `standard ${one}`).join(' or ')}.</p>`
  }</section>`;
}

/** Those that the guidance lists for the section which the story’s module teaches. */
function standardsAround({ id }: Scenario, { guidance, modules }: Content): readonly string[] {
  const section = modules.find((one) => one.scenarios.some((story) => story.id === id))?.section;
  return guidance.clauses.filter((one) => one.section === section).flatMap((one) => one.standards);
}
