/**
 * A whole module to read or to print: every scene once, every choice with what comes of it. It is the way in for
 * browsers without script and for people who would rather read. Headings begin at level 2, below the page's own title.
 */
import type { Cast } from '../blocks/cast.ts';
import { type Html, html, rendered } from '../blocks/html.ts';
import type { Block } from '../blocks/schema.ts';
import { blockView } from '../blocks/view.ts';
import type { Content } from '../model/content.ts';
import type { Module, Scenario, Scene } from '../model/schema.ts';
import { touchesOnWords } from '../model/touches-on.ts';
import { decisionView } from './decision.ts';
import { sceneId, wayOn } from './way-on.ts';

type Guidance = Content['guidance'];

/** @param module one of the content's modules; its Markdown fields are HTML already */
export function transcriptView({ guidance }: Pick<Content, 'guidance'>, module: Module): Html {
  return html`${module.scenarios.map((one) => scenarioView(one, guidance))}`;
}

function scenarioView(scenario: Scenario, guidance: Guidance): Html {
  const cast: Cast = { people: scenario.people, flags: new Set() };
  const people = Object.values(scenario.people ?? {});
  return html`<section class="story" aria-labelledby="${scenario.id}"><h2 id="${scenario.id}">${scenario.title}</h2>
<p class="lead">${scenario.you}</p>${scenario.touchesOn && html`<p>${touchesOnWords(scenario)}</p>`}
${people.length > 0 && html`<dl class="people">${people.map((one) => html`<div><dt>${one.name}</dt><dd>${one.role ?? ''}</dd></div>`)}</dl>`}
${scenario.scenes.map((scene) => sceneView(scene, scenario, cast, guidance))}
<h3>To think about</h3>
<p><strong>What pulls both ways: ${scenario.tension.between.map((one) => standardName(guidance, one)).join(' and ')}.</strong></p>
${rendered(scenario.tension.text)}
<p><strong>What is left to you or to your employer’s policy.</strong></p>
${rendered(scenario.judgement)}
<p><strong>For supervision.</strong> ${scenario.supervision}</p>
</section>`;
}

function sceneView(scene: Scene, scenario: Scenario, cast: Cast, guidance: Guidance): Html {
  const { at, title, blocks = [], decision, next, ending } = scene;
  const id = sceneId(scenario, scene.id);
  return html`<div class="scene"><h3 id="${id}">${at && html`<span class="soft">${at}</span> `}${title}</h3>
${blocks.map((one) => sceneBlock(one, cast))}
${decision && decisionView(decision, scenario, guidance)}
${next && wayOn(next, scenario)}
${ending && html`<p class="ending"><strong>Ending: ${ending.title}</strong></p>${rendered(ending.text)}`}
</div>`;
}

/** All of a block, with a word on what only some ways lead to: here every way is shown. */
function sceneBlock(block: Block, cast: Cast): Html {
  const whole = JSON.stringify(block, (key, value) => (key === 'when' ? undefined : value));
  const depends = whole.length < JSON.stringify(block).length;
  return html`${depends && html`<p class="depends soft">Some of this depends on what you decided before.</p>`}${blockView(JSON.parse(whole) as Block, cast)}`;
}

const standardName = (guidance: Guidance, number: string): string => {
  const topic = guidance.standards.find((one) => one.number === number)?.topic;
  return topic ? `standard ${number} (${topic})` : `standard ${number}`;
};
