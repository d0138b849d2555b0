/** Inside a story: a scene with its blocks and what it asks, and what came of the last decision. */
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { State, Step } from '../../../courses/model/engine.ts';
import type { Ending, Module, Scene } from '../../../courses/model/schema.ts';
import { MAY_STOP, touchesOnWords } from '../../../courses/model/touches-on.ts';
import type { Draft } from '../remembered.ts';
import type { StoryView } from '../state.ts';
import { askView } from './ask.ts';
import { saidView } from './came-of.ts';
import { glossaryView } from './glossary.ts';
import type { Page } from './page.ts';
import { afterView, sceneView, tensionAfter, youView } from './scene.ts';

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
  const first = view.scene === 0;
  const step = state.steps.at(-1);
  const { decision, ending } = scene;
  return html`${whereView(parts)}
${sceneView(state, scene, {
  before: first && step && recallView(step, view.recalled === true),
  lead: first && !step && youView(state.scenario),
  next: html`${decision && askView(decision, state.flags, draft)}${ending && endingView(ending, scene.title, view)}${!decision && !ending && html`<p class="actions">${goOn}</p>`}`,
})}`;
}

const goOn = html`<button type="button" class="primary" data-do="on">Go on</button>`;

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

/** Focus lands on what happens. */
function afterPage(parts: StoryParts, step: Step): Html {
  const { content, state, view } = parts;
  return html`${whereView(parts)}
${afterView(
  step,
  content.guidance,
  tensionAfter(state, step, content),
  html`${state.scenes.length > 0 && html`${goOn} `}${
    step.judged.rating &&
    html`<button type="button" class="quiet" data-do="try" data-step="${state.steps.length - 1}">${view.trying ? 'Try yet another way' : 'Try another way'}</button>`
  }`,
)}`;
}
