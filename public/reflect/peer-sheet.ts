/** A sheet for talking the module over with a peer: the learner's own way, no score, and room to write. */
import type { Html } from '../../courses/blocks/html.ts';
import { cpdFormOf } from '../../courses/cpd/form.ts';
import type { State } from '../../courses/model/engine.ts';
import { endingOf, html, rendered, trailOf } from '../player/shared.ts';
import type { Page } from '../player/views/page.ts';
import type { Kit } from './reflect.ts';
import { modulesOf, printView, takesOf } from './taken.ts';

export function peerPage(kit: Kit): Page {
  const { content } = kit.pkg;
  return {
    title: 'Talk it over with a peer',
    focus: 'h1',
    body: html`<h1 tabindex="-1">Talk it over with a peer</h1>
<p>${cpdFormOf(content.guidance.publisher).peer} Take this sheet with you: it has your decisions, and no score.</p>${printView}
<article class="sheet"><h2>${modulesOf(kit)}, to talk over</h2>
<p class="lead">${content.modules.map((one) => one.question).join(' ')}</p>
<p class="soft">Talk about the people in the stories. Name nobody from your own work, here or in your notes.</p>
${takesOf(kit).map(storyView)}
<section><h3>What my peer sees differently</h3>${lines}<h3>What I do differently from now on</h3>${lines}
<p class="fill"><span>Date</span> <i></i></p><p class="fill"><span>My peer’s role</span> <i></i></p></section></article>`,
  };
}

/** To write on with a pen. */
const lines = html`<div class="lines" aria-hidden="true"><i></i><i></i><i></i></div>`;

const storyView = (take: State): Html =>
  html`<section><h3>${take.scenario.title}</h3><p>${take.scenario.summary}</p>
<h4>What I did</h4><ol>${trailOf(take).map(({ title, said }) => html`<li><b>${title}</b>: ${said}</li>`)}</ol>
<p>It came to: <b>${endingOf(take)}</b></p>
<h4>What pulled two ways</h4>${rendered(take.scenario.tension.text)}
<h4>To talk about</h4><p class="asked">${take.scenario.supervision}</p>${lines}</section>`;
