/** Looking back at a finished story: the way taken, what each decision was worth and why, and what stays open. */
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { State } from '../../../courses/model/engine.ts';
import { bestTake } from '../../../courses/model/outcome.ts';
import type { Walk } from '../../../courses/model/replay.ts';
import { whyView } from './came-of.ts';
import { mapView } from './map.ts';
import type { Page } from './page.ts';
import { ratingView } from './rating.ts';
import { tensionView } from './tension.ts';
import { endingOf, type Stop, sureButNot, trailOf } from './trail.ts';

const SURE = ['', 'not very sure', 'fairly sure', 'very sure'];

export interface DebriefParts {
  readonly content: Content;
  readonly walk: Walk;
  readonly state: State;
  /** What to offer next: a story, or how the module went. */
  readonly next: { readonly label: string; readonly action: string };
}

export function debriefPage({ content, walk, state, next }: DebriefParts): Page {
  const { scenario } = state;
  const stops = trailOf(state);
  const turned = stops.filter(sureButNot);
  return {
    title: `The way you went · ${scenario.title}`,
    focus: 'h1',
    body: html`<p class="where">${scenario.title}</p><h1 tabindex="-1">The way you went</h1>
${turned.length > 0 && turnView(turned)}${mapView(stops, endingOf(state), turned)}
<p class="key"><span class="mine">your way</span> <span>ways not taken</span> <span class="back">ways that come back to the same place</span></p>
<ol class="stops">${stops.map((stop) => stopView(stop, stops.indexOf(stop), content))}<li class="stop past end"><h2>${endingOf(state)}</h2>${rendered(
      state.scenes.at(-1)?.ending?.text ?? '',
    )}</li></ol>
${otherTake(walk, state)}<div class="open">${tensionView(scenario, content)}
<section><h2>What stays yours to judge</h2>${rendered(scenario.judgement)}</section>
<section class="supervision"><h2>To take to supervision</h2><p>${scenario.supervision}</p></section></div>
<p class="actions"><button type="button" class="primary" data-do="${next.action}">${next.label}</button> <button type="button" class="quiet" data-do="enter:${scenario.id}">Take it again</button></p>`,
  };
}

const turnView = (turned: readonly Stop[]): Html =>
  html`<p class="turn">You were ${turned.map(
    ({ step, title }, index) => html`${index > 0 && ' and '}${SURE[step.answer.confidence ?? 0]} at <b>${title}</b>`,
  )}, and it did not serve. Start there.</p>`;

function stopView(stop: Stop, index: number, content: Content): Html {
  const { step, title, said, elsewhere, rejoins } = stop;
  const { judged, answer } = step;
  const sure = answer.confidence === undefined ? '' : `, ${SURE[answer.confidence]}`;
  const why = whyView(step, content.guidance);
  return html`<li class="stop past${sureButNot(stop) && ' turned'}"><h2>${step.scene.at && html`<span class="clock">${step.scene.at}</span> `}${title}</h2>
<p class="said"><span>You decided${sure}</span> ${said}</p>
${judged.rating && ratingView(judged.rating)}${waysView(elsewhere, rejoins)}
${
  (judged.consequence || why) &&
  html`<details${sureButNot(stop) && html` open`}><summary>What came of it${why && ', and why'}<span class="hidden-text">: ${title}</span></summary>
${judged.consequence && rendered(judged.consequence)}${why}</details>`
}
${judged.rating && html`<button type="button" class="quiet small" data-do="try" data-step="${index}" aria-label="Try another way: ${title}">Try another way</button>`}</li>`;
}

const waysView = (elsewhere: readonly string[], rejoins: boolean): Html | false =>
  (elsewhere.length > 0 || rejoins) &&
  html`<p class="ways soft">${elsewhere.length > 0 && `Other ways lead to: ${elsewhere.join('; ')}. `}${
    rejoins && 'Another answer comes back to the same place.'
  }</p>`;

/** The better take counts; where that is an earlier one, the learner is told. */
const otherTake = (walk: Walk, shown: State): Html | false =>
  walk.kept !== undefined &&
  bestTake(walk) !== shown &&
  html`<p class="told">You have taken this story before, and that way served better. It is the one that counts.</p>`;
