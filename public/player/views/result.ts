/** How the module went, when every story has an ending. Nobody fails: below the mark there is a story to take again. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import { type Attempt, latestTake, walkOf, weakestFirst } from '../attempt.ts';
import type { Receipt } from '../lms/lms.ts';
import type { Page } from './page.ts';
import { byModule } from './stories.ts';
import { takeView } from './take.ts';
import { endingOf } from './trail.ts';

export interface ResultParts {
  readonly content: Content;
  readonly attempt: Attempt;
  readonly host: boolean;
  readonly receipt: Receipt | undefined;
}

export function resultPage({ content, attempt, host, receipt }: ResultParts): Page {
  const { outcome } = attempt;
  const name = content.modules.length === 1 ? (content.modules[0]?.title ?? '') : content.course.title;
  const title = outcome.passed ? `You have passed ${name}` : `You have been through every story of ${name}`;
  return {
    title,
    focus: 'h1',
    body: html`<h1 tabindex="-1">${title}</h1>
${outcome.passed ? passedView(content, attempt, host) : againView(content, attempt)}
${byModule(
  content,
  attempt,
  ({ scenarios }, deep) =>
    html`<ol class="stories brief">${scenarios.map(({ id, title }) => {
      const walk = walkOf(attempt, id);
      const take = latestTake(walk);
      return html`<li class="stop past">${deep ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}${take && html`<p>It came to: <b>${endingOf(take)}</b></p>`}
<p class="actions"><button type="button" class="quiet small" data-do="debrief:${id}" aria-label="Look back: ${title}">Look back</button> <button type="button" class="quiet small" data-do="enter:${id}" aria-label="Take it again: ${title}">Take it again</button></p></li>`;
    })}</ol>`,
)}
${takeView}${receipt && receiptView(receipt)}`,
  };
}

const scoreView = ({ course, modules }: Content, { outcome }: Attempt): Html =>
  html`<p class="score">Your decisions came to <b>${outcome.percent ?? 0}</b> of 100. The mark is ${course.passMark}${modules.length > 1 && ', in each module'}.</p>${measure(outcome.percent ?? 0, course.passMark)}`;

/** The same on a line from 0 to 100, for the eye only: the words above say it. */
const measure = (percent: number, mark: number): Html =>
  html`<svg class="measure" viewBox="-12 0 424 34" aria-hidden="true"><path class="rest" d="M0 17H400"/><path d="M0 17H${percent * 4}"/><path class="mark" d="M${mark * 4} 3V31"/><circle cx="${percent * 4}" cy="17" r="9"/></svg>`;

const passedView = (content: Content, attempt: Attempt, host: boolean): Html =>
  html`${scoreView(content, attempt)}<p>You can look back at every story, and take any of them again: what you have passed never becomes less.</p>
<p class="actions">${
    host
      ? html`<button type="button" class="primary" data-do="certificate">Get your certificate</button> <button type="button" class="quiet" data-do="leave">Leave the module</button>`
      : html`<button type="button" class="primary" data-do="reflect:sheet">Your completion sheet</button>`
  }</p>`;

function againView(content: Content, attempt: Attempt): Html {
  const [weakest] = weakestFirst(content, attempt);
  return html`${scoreView(content, attempt)}${
    weakest &&
    html`<p>You have the most to gain in <b>${weakest.scenario.title}</b>: what you have seen so far, you can now use. The better way counts.</p>
<p class="actions"><button type="button" class="primary" data-do="enter:${weakest.scenario.id}">Take ${weakest.scenario.title} again</button></p>`
  }`;
}

const receiptView = ({ status, score }: Receipt): Html =>
  html`<p class="told">Your LMS says that it holds: ${status || 'no status'}${score && `, score ${score}`}. That is its word, and no proof; your LMS’s own page is where your employer looks.</p>`;
