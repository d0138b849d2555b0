/** Clauses and standards where a reason rests on them, opened in place. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import { clauseName } from '../../../courses/model/clause-name.ts';
import type { Content } from '../../../courses/model/content.ts';

type Guidance = Content['guidance'];

/** The guidance's own word: one that may be is not one that should be. What stands in brackets is a note on it. */
const strength = (modal: string): string =>
  modal === 'imperative' ? 'tells you to' : `says that you ${modal.replace(/^you | \(.*/g, '')}`;

/** Each clause is a line that opens: what it says in our words, how strongly, and the standards its section lists. */
export function clausesView(ids: readonly string[], guidance: Guidance): Html {
  const known = ids.flatMap((id) => guidance.clauses.find((one) => one.id === id) ?? []);
  return html`<div class="clauses">${known.map(
    (clause) =>
      html`<details><summary>${clauseName(guidance, clause.id)}</summary><div><p>${clause.paraphrase}</p>${
        clause.modal !== 'none' && html`<p class="soft">The guidance ${strength(clause.modal)}.</p>`
      }${standardsView(clause.standards, guidance)}</div></details>`,
  )}</div>`;
}

function standardsView(numbers: readonly string[], guidance: Guidance): Html | false {
  return (
    numbers.length > 0 &&
    html`<ul class="standards" aria-label="Professional standards">${numbers.map(
      (one) => html`<li><b>Standard ${one}</b> ${topicOf(one, guidance)}</li>`,
    )}</ul>`
  );
}

export const topicOf = (number: string, guidance: Guidance): string =>
  guidance.standards.find((one) => one.number === number)?.topic ?? '';
