/** A scene, and what came of a decision in it: in a module, in a room that takes it together, and in practice. */
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import { blockView } from '../../../courses/blocks/view.ts';
import { visible } from '../../../courses/model/conditions.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { State, Step } from '../../../courses/model/engine.ts';
import type { Scenario, Scene } from '../../../courses/model/schema.ts';
import { panelView, saidView, whyView } from './came-of.ts';
import { ratingView } from './rating.ts';
import { tensionView } from './tension.ts';

interface Around {
  /** Above the title. */
  readonly before?: Html | false | undefined;
  /** Between the title and what the scene shows. */
  readonly lead: Html | false;
  /** What is asked, or how it goes on. */
  readonly next: Html;
}

export const sceneView = (
  { scenario: { people }, flags }: Pick<State, 'scenario' | 'flags'>,
  scene: Scene,
  { before, lead, next }: Around,
): Html =>
  html`<div class="thread"><div class="stop past">
${before}
<h1 tabindex="-1">${scene.at && html`<span class="clock">${scene.at}</span> `}${scene.title}</h1>
${lead}
<div class="blocks">${visible(scene.blocks ?? [], flags).map((one) => blockView(one, { people, flags }))}</div></div>
<div class="next" id="next">${next}</div></div>`;

/** Where a story begins, and who one is in it. */
export const youView = ({ setting, you }: Scenario): Html => html`<p class="you">${setting}. ${you}</p>`;

/**
 * First what happens, then why, then what others chose.
 * @param below what stands under the panel
 * @param who decided, in words
 */
export function afterView(
  step: Step,
  guidance: Content['guidance'],
  below: Html | false,
  actions: Html,
  who = 'You decided',
): Html {
  const why = whyView(step, guidance);
  const { consequence = '', rating } = step.judged;
  return html`<div class="thread"><div class="stop past"><p class="said"><span>${who}</span> ${saidView(step)}</p></div>
<div class="stop past after"><div class="happens" tabindex="-1"><h1>What happens</h1>${rendered(consequence)}</div>
${why && html`<section class="why"><h2>Why it went that way</h2>${rating && ratingView(rating)}${why}</section>`}${panelView(step)}${below}
<p class="actions">${actions}</p></div></div>`;
}

/** What pulled two ways, once a story: below its first panel. */
export const tensionAfter = ({ scenario, steps }: State, step: Step, content: Content): Html | false =>
  steps.find((one) => one.decision.panel) === step && tensionView(scenario, content);
