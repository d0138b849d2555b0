/** The completion sheet: in a package without certificates it is the learner's own record, to print. */
import type { Html } from '../../courses/blocks/html.ts';
import type { State } from '../../courses/model/engine.ts';
import { practised } from '../../courses/model/practised.ts';
import { clauseName, endingOf, html, mapView, ratingWord, sureButNot, trailOf } from '../player/shared.ts';
import type { Page } from '../player/views/page.ts';
import type { Kit } from './reflect.ts';
import { dateOf, modulesOf, printView, takesOf } from './taken.ts';

export function completionPage(kit: Kit): Page {
  const { course, guidance } = kit.pkg.content;
  const { percent, modules } = kit.attempt.outcome;
  return {
    title: 'Your completion sheet',
    focus: 'h1',
    body: html`<h1 tabindex="-1">Your completion sheet</h1>
<p>Print it, or choose “Save as PDF” where you print. Your name goes on the paper and is kept nowhere.</p>${printView}
<article class="sheet"><h2>${modulesOf(kit)}: completed</h2>
<p>${course.title}, edition ${course.edition}. ${guidance.notice}</p>
<p class="fill"><label for="name">Name</label> <input type="text" id="name" autocomplete="name"></p>
<p class="fill"><span>Printed</span> <b>${dateOf(kit.now)}</b></p>
<p>The decisions came to <b>${percent ?? 0}</b> of 100. The mark is ${course.passMark}.</p>
${takesOf(kit).map(storyView)}
<h3>Practised</h3><p>${practised(kit.pkg.content, modules)
      .map((id) => clauseName(guidance, id))
      .join('; ')}.</p>
<p class="soft">This sheet is the learner’s own record. Nobody has checked it.</p></article>`,
  };
}

function storyView(take: State): Html {
  const stops = trailOf(take);
  const turned = stops.filter(sureButNot);
  return html`<section><h3>${take.scenario.title}</h3><div class="way">${mapView(stops, endingOf(take), turned)}
<ol>${stops.map(
    ({ title, said, step }) =>
      html`<li><b>${title}</b>: ${said}${step.judged.rating && html` <span class="soft">(${ratingWord(step.judged.rating)})</span>`}</li>`,
  )}</ol></div>
<p>It came to: <b>${endingOf(take)}</b></p></section>`;
}
