/** Inside a story: a scene with its blocks and what it asks, and what came of the last decision. */
import type { Cast } from '../../../courses/blocks/cast.ts';
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import { blockView } from '../../../courses/blocks/view.ts';
import { visible } from '../../../courses/model/conditions.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { State, Step } from '../../../courses/model/engine.ts';
import type { Ending, Module, Scene } from '../../../courses/model/schema.ts';
import { MAY_STOP, touchesOnWords } from '../../../courses/model/touches-on.ts';
import type { Draft } from '../remembered.ts';
import type { StoryView } from '../state.ts';
import { askView } from './ask.ts';
import { panelView, saidView, whyView } from './came-of.ts';
import { glossaryView } from './glossary.ts';
import type { Page } from './page.ts';
import { ratingView } from './rating.ts';
import { tensionView } from './tension.ts';

export interface StoryParts {
  readonly content: Content;
  readonly module: Module;
  readonly state: State;
  readonly view: StoryView;
  readonly draft: Draft;
}

export function storyPage(parts: StoryParts): Page {
  const { content, module, state, view } = parts;
  const step = state.steps.at(-1);
  if (view.ahead) return aheadPage(parts);
  const scene = state.scenes[view.scene];
  const body = scene ? scenePage(parts, scene) : step ? afterPage(parts, step) : html``;
  const name = scene ? (scene.ending?.title ?? scene.title) : 'What happens';
  return {
    title: [name, state.scenario.title, module.title].join(' · '),
    body: html`${view.trying && tryingBar}${body}${glossaryView(body, content.glossary)}`,
    focus: scene ? 'h1' : '.happens',
  };
}

const tryingBar = html`<div class="trying"><p><b>You are trying another way.</b> Nothing here is recorded.</p><button type="button" class="quiet" data-do="back">Back to your way</button></div>`;

const whereView = ({ module, state }: StoryParts): Html =>
  html`<p class="where">Story ${module.scenarios.indexOf(state.scenario) + 1} of ${module.scenarios.length} · ${state.scenario.title}</p>`;

/** What a hard story touches on, before anything of it is shown. */
function aheadPage(parts: StoryParts): Page {
  const { scenario } = parts.state;
  return {
    title: scenario.title,
    body: html`${whereView(parts)}<h1 tabindex="-1">${touchesOnWords(scenario)}</h1><p>${MAY_STOP}</p>
<p class="actions"><button type="button" class="primary" data-do="on">Begin</button> <button type="button" class="quiet" data-do="stories">All stories</button></p>`,
    focus: 'h1',
  };
}

function scenePage(parts: StoryParts, scene: Scene): Html {
  const { state, view, draft } = parts;
  const cast: Cast = { people: state.scenario.people, flags: state.flags };
  const first = view.scene === 0;
  const step = state.steps.at(-1);
  return html`${whereView(parts)}
<div class="thread"><div class="stop past">
${first && step && recallView(step, view.recalled === true)}
<h1 tabindex="-1">${scene.at && html`<span class="clock">${scene.at}</span> `}${scene.title}</h1>
${first && !step && html`<p class="you">${state.scenario.setting}. ${state.scenario.you}</p>`}
<div class="blocks">${visible(scene.blocks ?? [], state.flags).map((one) => blockView(one, cast))}</div></div>
<div class="next" id="next">${scene.decision && askView(scene.decision, state.flags, draft)}${
    scene.ending && endingView(scene.ending, scene.title, view)
  }${!scene.decision && !scene.ending && goOn}</div></div>`;
}

const goOn = html`<p class="actions"><button type="button" class="primary" data-do="on">Go on</button></p>`;

/** What came of the last decision: told again to those who come back, and otherwise on request. */
const recallView = (step: Step, open: boolean): Html =>
  html`<details class="recall"${open && html` open`}><summary>You decided: <b>${saidView(step)}</b></summary>${
    step.judged.consequence && rendered(step.judged.consequence)
  }</details>`;

const TONES: Readonly<Record<Ending['tone'], string>> = {
  well: 'It ends well',
  mixed: 'It ends with open questions',
  hard: 'It ends hard',
};

/** Its title is mostly the scene's own, which stands above it already. */
const endingView = (ending: Ending, above: string, { trying }: StoryView): Html =>
  html`<section class="ending stop end"><p class="tone">${TONES[ending.tone]}</p>${ending.title !== above && html`<h2>${ending.title}</h2>`}${rendered(ending.text)}
<p class="actions">${
    trying
      ? html`<button type="button" class="primary" data-do="back">Back to your way</button>`
      : html`<button type="button" class="primary" data-do="debrief">Look back at your way</button>`
  }</p></section>`;

/** First what happens, then why, then what others chose. Focus lands on what happens. */
function afterPage(parts: StoryParts, step: Step): Html {
  const { content, state, view } = parts;
  const { guidance } = content;
  const why = whyView(step, guidance);
  const panel = panelView(step);
  const firstPanel = panel && state.steps.find((one) => one.decision.panel) === step;
  const more = state.scenes.length > 0;
  return html`${whereView(parts)}
<div class="thread"><div class="stop past"><p class="said"><span>You decided</span> ${saidView(step)}</p></div>
<div class="stop past after"><div class="happens" tabindex="-1"><h1>What happens</h1>${rendered(step.judged.consequence ?? '')}</div>
${why && html`<section class="why"><h2>Why it went that way</h2>${step.judged.rating && ratingView(step.judged.rating)}${why}</section>`}${panel}${
  firstPanel && tensionView(state.scenario, content)
}
<p class="actions">${more && html`<button type="button" class="primary" data-do="on">Go on</button> `}${
    step.judged.rating &&
    html`<button type="button" class="quiet" data-do="try" data-step="${state.steps.length - 1}">${view.trying ? 'Try yet another way' : 'Try another way'}</button>`
  }</p></div></div>`;
}
