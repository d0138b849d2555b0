/** A decision to read: what is asked, every answer with its rating, what it leads to and why, and what others chose. */
import { type Html, html, rendered } from '../blocks/html.ts';
import { clauseName } from '../model/clause-name.ts';
import type { Content } from '../model/content.ts';
import type { Band, Choice, Decision, Item, ScoredDecision, Voice, Weigh } from '../model/decisions.ts';
import { isScored, serves } from '../model/judge.ts';
import type { Scenario } from '../model/schema.ts';
import { wayOn } from './way-on.ts';

type Guidance = Content['guidance'];

export function decisionView(decision: Decision, scenario: Scenario, guidance: Guidance): Html {
  return html`<div class="decision"><h4>${decision.ask}</h4>${decision.hint && html`<p class="hint">${decision.hint}</p>`}
${isScored(decision) ? answersView(decision, scenario, guidance) : unscoredView(decision, scenario)}
${decision.panel && panelView(decision.panel, decision)}</div>`;
}

function answersView(decision: ScoredDecision, scenario: Scenario, guidance: Guidance): Html {
  const bands = decision.kind === 'choose' ? [] : decision.bands;
  return html`${decision.kind === 'spot' && html`<p>${decision.text.replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')}</p>`}
<ul class="answers">${decision.choices.map((one) => answerView(one, decision, scenario, guidance))}</ul>
${decision.kind === 'order' && html`<p>An order that serves well: ${inOrder(decision)}.</p>`}
${bands.map((band) => bandView(band, scenario))}`;
}

function answerView(one: Choice | Item, decision: ScoredDecision, scenario: Scenario, guidance: Guidance): Html {
  const named = one.clauses.map((id) => clauseName(guidance, id)).join('; ');
  return html`<li><p><strong>${one.text}</strong>${one.when !== undefined && html` <span class="soft">(only on some ways)</span>`}</p>
${'consequence' in one && rendered(one.consequence)}
<div class="why"><p>${verdict(one, decision)}<span class="soft">${named}</span></p>${rendered(one.reason)}</div>
${'to' in one && wayOn(one.to, scenario)}</li>`;
}

/** How well a choice serves, in the word of the player; of what is ticked or marked, whether it is right to. */
function verdict(one: Choice | Item, { kind }: ScoredDecision): Html | false {
  if (kind === 'order') return false;
  if (kind !== 'choose') return html`<b>${serves(one) ? 'Right to choose.' : 'Better left.'}</b> `;
  return html`<b>${one.rating.charAt(0).toUpperCase() + one.rating.slice(1)}.</b> `;
}

const bandView = (band: Band, scenario: Scenario): Html =>
  html`<div class="band"><p><strong>${band.from === 0 ? 'Otherwise' : `With ${band.from}% or more`}</strong></p>
${rendered(band.consequence)}${wayOn(band.to, scenario)}</div>`;

const textOf = (decision: Decision, id: string): string =>
  (isScored(decision) && decision.choices.find((one) => one.id === id)?.text) || id;

const inOrder = (decision: ScoredDecision & { kind: 'order' }): string =>
  decision.order.map((id) => textOf(decision, id)).join('; then ');

function unscoredView(decision: Exclude<Decision, ScoredDecision>, scenario: Scenario): Html {
  return html`${decision.kind === 'weigh' && sidesView(decision)}${decision.consequence && rendered(decision.consequence)}${wayOn(decision.to, scenario)}`;
}

/** The two pulls, and what comes of leaning to each; what stands below them is for those half way. */
const sidesView = ({ between }: Weigh): Html =>
  html`<p>${between.map((one) => one.pull).join(' – or – ')}</p>${between.map(
    ({ pull, consequence }) =>
      consequence !== undefined && html`<p><strong>Nearer to “${pull}”</strong></p>${rendered(consequence)}`,
  )}${between.some((one) => one.consequence !== undefined) && html`<p><strong>Half way between</strong></p>`}`;

const panelView = (panel: readonly Voice[], decision: Decision): Html =>
  html`<h4>People who were asked the same</h4><p class="soft">Illustrative voices, written for this course.</p>
<ul class="voices">${panel.map(
    (voice) =>
      html`<li><strong>${voice.who}:</strong> ${voice.chose.map((id) => textOf(decision, id)).join('; ')} ${voice.why}</li>`,
  )}</ul>`;
