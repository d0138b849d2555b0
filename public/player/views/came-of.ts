/** What came of a decision: what happens, then why, then what others would have done. */

import { face } from '../../../courses/blocks/cast.ts';
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { Choice, Item, ScoredDecision, Voice } from '../../../courses/model/decisions.ts';
import type { Step } from '../../../courses/model/engine.ts';
import { isScored, offered, serves } from '../../../courses/model/judge.ts';
import { places } from './ask-weigh.ts';
import { clausesView } from './clauses.ts';

type Guidance = Content['guidance'];
type Chosen = Choice | Item;

/** The answer in words, as the learner would say it. */
export function saidView({ decision, answer }: Step): string {
  if (decision.kind === 'write') return 'You wrote a note to yourself';
  if (decision.kind === 'weigh') return places(decision)[Number(answer.chosen[0]) - 1] ?? '';
  return said(decision, answer.chosen);
}

const textOf = (decision: ScoredDecision, id: string): string =>
  decision.choices.find((one) => one.id === id)?.text ?? id;

function said(decision: ScoredDecision, ids: readonly string[]): string {
  const words = ids.map((id) => textOf(decision, id));
  if (decision.kind === 'spot') return words.map((one) => `“${one}”`).join(', ');
  return words.join(decision.kind === 'order' ? ', then ' : '; ');
}

/** Why it went that way: the reason of what was chosen, or of every item, as it was marked, left out or put in order. */
export function whyView({ decision, answer, judged, flags }: Step, guidance: Guidance): Html | undefined {
  if (!isScored(decision) || !judged.rating) return undefined;
  const open = offered(decision, flags);
  if (decision.kind === 'choose') {
    const choice = open.find((one) => one.id === answer.chosen[0]);
    return choice && html`${reason(choice)}${clausesView(choice.clauses, guidance)}`;
  }
  // Items mostly rest on the same clauses, so these stand once, below them all.
  const clauses = clausesView([...new Set(open.flatMap((one) => one.clauses))], guidance);
  if (decision.kind === 'order') {
    const best = decision.order.flatMap((id) => open.find((one) => one.id === id) ?? []);
    return html`<h3>An order that serves well</h3><ol class="reasons">${best.map((one) =>
      reasonItem(one, standing(answer.chosen.indexOf(one.id))),
    )}</ol>${clauses}`;
  }
  const marked = (one: Chosen): boolean => answer.chosen.includes(one.id);
  const names = GROUPS[decision.kind];
  const groups: [string, Chosen[]][] = [
    [names.found, open.filter((one) => marked(one) && serves(one))],
    [names.missed, open.filter((one) => !marked(one) && serves(one))],
    [names.wrong, open.filter((one) => marked(one) && !serves(one))],
    [names.left, open.filter((one) => !marked(one) && !serves(one))],
  ];
  return html`${groups.map(
    ([name, items]) =>
      items.length > 0 && html`<h3>${name}</h3><ul class="reasons">${items.map((one) => reasonItem(one, ''))}</ul>`,
  )}${clauses}`;
}

/** What is marked in a text is to come out of it; what is ticked in a list answers a question, whatever it asks. */
const GROUPS = {
  select: {
    found: 'You ticked, rightly',
    missed: 'You missed',
    wrong: 'You ticked, and it is not one of them',
    left: 'You left out, rightly',
  },
  spot: {
    found: 'You saw',
    missed: 'You missed',
    wrong: 'You marked, and it can stay',
    left: 'You left, rightly',
  },
} as const;

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

const standing = (place: number): string => `You had it ${PLACES[place] ?? ''}.`;

const reasonItem = (one: Chosen, note: string): Html =>
  html`<li><p><b>${one.text}</b>${note && html` <span class="soft">${note}</span>`}</p>${reason(one)}</li>`;

const reason = (one: Chosen): Html => html`<div class="reason">${rendered(one.reason)}</div>`;

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four'];

/** Illustrative voices, with the learner's own answer among them. */
export function panelView(step: Step): Html | false {
  const { decision, answer } = step;
  const { panel } = decision;
  if (!panel) return false;
  const alike = (voice: Voice): boolean => voice.chose.join() === answer.chosen.join();
  const chose = (voice: Voice): string =>
    isScored(decision) ? said(decision, voice.chose) : saidView({ ...step, answer: { chosen: voice.chose } });
  return html`<section class="panel" aria-labelledby="panel"><h2 id="panel">${NUMBERS[panel.length]} people who were asked the same</h2>
<p class="soft">Illustrative voices, written for this course.</p>
<ul>${panel.map(
    (voice) =>
      html`<li>${face(voice.who)}<div><p class="soft">${voice.who}${alike(voice) && '. You chose the same.'}</p><p><b>${chose(voice)}</b></p><p>${voice.why}</p></div></li>`,
  )}${!panel.some(alike) && html`<li class="own">${face('You')}<div><p class="soft">You</p><p><b>${saidView(step)}</b></p></div></li>`}</ul></section>`;
}
