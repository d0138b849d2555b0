/** The stories of the package: one thread, each story a stop on it. */
import { type Html, html, rendered } from '../../../courses/blocks/html.ts';
import type { Content } from '../../../courses/model/content.ts';
import type { Walk } from '../../../courses/model/replay.ts';
import type { Module } from '../../../courses/model/schema.ts';
import { touchesOnWords } from '../../../courses/model/touches-on.ts';
import { type Attempt, latestTake, nextScenario, progressOf, walkOf } from '../attempt.ts';
import type { Page } from './page.ts';
import { takeView } from './take.ts';
import { endingOf } from './trail.ts';

const STANDS = { new: 'Not started', open: 'Under way', done: 'Done', again: 'Done, and under way again' } as const;
const BEGIN = { new: 'Begin', open: 'Go on', done: 'Take it again', again: 'Go on' } as const;

export function storiesPage(content: Content, attempt: Attempt): Page {
  const { modules } = content;
  const title = modules.length === 1 ? (modules[0]?.title ?? '') : content.course.title;
  const next = nextScenario(attempt);
  return {
    title,
    focus: 'h1',
    body: html`<h1 tabindex="-1">${title}</h1>${byModule(
      content,
      attempt,
      (module, deep) => html`<p class="lead">${module.question}</p>
<ol class="stories">${module.scenarios.map((one) => storyView(module, walkOf(attempt, one.id), next, deep))}</ol>`,
    )}${
      attempt.outcome.complete
        ? html`<p class="actions"><button type="button" class="primary" data-do="result">See how it went</button></p>`
        : attempt.outcome.modules.some((one) => one.complete) && takeView
    }`,
  };
}

/** The only module's stories as they are; of several modules each opens, and the one to go on with stands open. */
export function byModule(
  content: Content,
  attempt: Attempt,
  stories: (module: Module, deep: boolean) => Html,
): readonly Html[] {
  const { modules } = content;
  if (modules.length === 1) return modules.map((one) => stories(one, false));
  const next = nextScenario(attempt)?.scenario;
  return modules.map((module) => {
    const open = module.scenarios.some((one) => one === next);
    return html`<details class="module"${open && rendered(' open')}><summary><h2>${module.title}</h2> <span class="soft">${standsAt(content, attempt, module)}</span></summary>
${stories(module, true)}</details>`;
  });
}

function standsAt({ course }: Content, { outcome }: Attempt, { id, scenarios }: Module): string {
  const {
    passed = false,
    complete = false,
    percent = 0,
    finished = 0,
  } = outcome.modules.find((one) => one.module === id) ?? {};
  if (passed) return `Passed with ${percent} of 100`;
  if (complete) return `${percent} of 100 so far. You pass with ${course.passMark}`;
  return `${finished} of ${scenarios.length} done`;
}

function storyView(module: Module, walk: Walk, next: Walk | undefined, deep: boolean): Html {
  const { id, title, setting, summary } = walk.scenario;
  const progress = progressOf(walk);
  const take = latestTake(walk);
  const main = walk === next;
  return html`<li class="stop ${progress === 'new' ? '' : 'past'}${main && ' now'}">
<p class="where">Story ${module.scenarios.indexOf(walk.scenario) + 1} · ${STANDS[progress]}</p>
${deep ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}<p>${summary}</p><p class="soft">${setting}. ${touchesOnWords(walk.scenario)}</p>
${take && html`<p class="came">It came to: <b>${endingOf(take)}</b></p>`}
<p class="actions">${take && html`<button type="button" class="quiet" data-do="debrief:${id}" aria-label="Look back: ${title}">Look back</button> `}<button type="button" class="${main ? 'primary' : 'quiet'}" data-do="enter:${id}" aria-label="${BEGIN[progress]}: ${title}">${BEGIN[progress]}</button></p></li>`;
}
