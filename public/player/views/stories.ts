/** The stories of the package: one thread, each story a stop on it. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { Walk } from '../../../courses/model/replay.ts';
import type { Module } from '../../../courses/model/schema.ts';
import { type Attempt, latestTake, nextStory, progressOf, walkOf } from '../attempt.ts';
import type { Page } from './page.ts';
import { endingOf } from './trail.ts';

const STANDS = { new: 'Not started', open: 'Under way', done: 'Done', again: 'Done, and under way again' } as const;
const BEGIN = { new: 'Begin', open: 'Go on', done: 'Take it again', again: 'Go on' } as const;

export function storiesPage(content: Content, attempt: Attempt): Page {
  const { modules } = content;
  const title = modules.length === 1 ? (modules[0]?.title ?? '') : content.course.title;
  const next = nextStory(attempt);
  return {
    title,
    focus: 'h1',
    body: html`<h1 tabindex="-1">${title}</h1>${modules.map(
      (module) => html`${modules.length > 1 ? html`<h2>${module.title}</h2>` : ''}<p class="lead">${module.question}</p>
<ol class="stories">${module.scenarios.map((one) => storyView(module, walkOf(attempt, one.id), next, modules.length > 1))}</ol>`,
    )}${attempt.outcome.complete && html`<p class="actions"><button type="button" class="primary" data-do="result">See how it went</button></p>`}`,
  };
}

function storyView(module: Module, walk: Walk, next: Walk | undefined, deep: boolean): Html {
  const { id, title, setting, summary } = walk.scenario;
  const progress = progressOf(walk);
  const take = latestTake(walk);
  const main = walk === next;
  return html`<li class="stop ${progress === 'new' ? '' : 'past'}${main && ' now'}">
<p class="where">Story ${module.scenarios.indexOf(walk.scenario) + 1} · ${STANDS[progress]}</p>
${deep ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}<p>${summary}</p><p class="soft">${setting}</p>
${take && html`<p class="came">It came to: <b>${endingOf(take)}</b></p>`}
<p class="actions">${take && html`<button type="button" class="quiet" data-do="debrief:${id}" aria-label="Look back: ${title}">Look back</button> `}<button type="button" class="${main ? 'primary' : 'quiet'}" data-do="enter:${id}" aria-label="${BEGIN[progress]}: ${title}">${BEGIN[progress]}</button></p></li>`;
}
