/**
 * index.html of a package. Pure: the same content and styles give the same bytes. The first view
 * needs three requests (this page, the player, the font) and shows the title page before a script has run.
 */

import { type Html, html, rendered } from '../courses/blocks/html.ts';
import type { Content } from '../courses/model/content.ts';
import { estimateMinutes } from '../courses/model/estimate-minutes.ts';
import type { Module, Scenario } from '../courses/model/schema.ts';
import { shortHash } from './built-files.ts';

export interface PageParts {
  /** Hash of the whole published version. */
  readonly hash: string;
  /** Ids of the modules that the package plays. */
  readonly modules: readonly string[];
  /** `selectModules(content, modules)` */
  readonly content: Content;
  /** The player's style: it stands in the page, and names the font beside it. */
  readonly css: string;
  /** File names beside the page. A package need not have all of them: the page is the same bytes in each. */
  readonly scripts: Readonly<Record<'player' | 'reflect' | 'connected' | 'cmi5', string>>;
}

export interface WrittenPage {
  /** The whole document, to be written as UTF-8. */
  readonly text: string;
  /**
   * Stands for all of the page but itself. The page bears it, and settings.js does: where they differ, a browser kept the
   * page of an older package (`public/player/renew.ts`).
   */
  readonly stamp: string;
}

export function packagePage({ hash, modules, content, css, scripts }: PageParts): WrittenPage {
  const title = titleOf(content);
  const page = (stamp: string): string => document(title, css, html`${body}\n${playerScript(scripts, stamp)}`);
  const body = html`<header class="bar"><span class="mark">${mark} <span>${title}</span></span>
<span class="keeping"><span id="saved" data-state="saved"></span> <button type="button" id="log" class="quiet small" hidden>Copy a log for support</button> <button type="button" id="exit" class="quiet small" data-do="leave" hidden>Save and exit</button></span></header>
<main id="main">${titlePage(content)}</main>
<p id="announce" class="hidden-text" role="status"></p>
<footer><p>${content.guidance.notice} This training is not the regulator’s, and the regulator has not approved it.</p>
<p><button type="button" class="quiet small" data-do="reflect:text" id="read" hidden>Read ${content.modules.length > 1 ? 'all modules' : 'the whole module'} as text</button></p></footer>
${rendered(`<script type="application/json" id="content">${inlineJson({ hash, modules, content })}</script>`)}`;
  const stamp = shortHash(page(''));
  return { text: page(stamp), stamp };
}

const playerScript = ({ player, reflect, connected, cmi5 }: PageParts['scripts'], stamp: string): Html =>
  html`<script defer src="${player}" id="player" data-stamp="${stamp}" data-reflect="${reflect}" data-connected="${connected}" data-cmi5="${cmi5}"></script>`;

const titleOf = ({ modules, course }: Content): string =>
  modules.length === 1 ? (modules[0]?.title ?? course.title) : course.title;

/** `<` never stands in the JSON, so nothing in it can end the script element. */
const inlineJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const document = (title: string, css: string, body: Html): string =>
  `<!doctype html>\n${
    html`<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${rendered(css)}</style></head>
<body>${body}</body></html>`.text
  }\n`;

const mark = html`<svg viewBox="0 0 28 28" aria-hidden="true"><path class="way" d="M5 24V15C5 9 14 11 14 4"/><path class="other" d="M5 15c0-3 17-1 18-8"/><circle cx="14" cy="4" r="2.6"/></svg>`;

/**
 * What the page says by itself where its script does not come: an update took the file away, or the line broke. It is shown
 * late, by style alone, as a policy may forbid scripts in the page; a script that comes puts its own words there.
 */
export const late = (what: string): Html =>
  html`<p class="late" role="status"><strong>${what} has not started.</strong> On a slow line, wait a little longer. Otherwise close it and open it again: what was saved is not lost. If it stays like this, reload the page with Ctrl and F5.</p>`;

const COUNTS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];

function titlePage(content: Content): Html {
  const { modules, course, guidance } = content;
  const stories = modules.flatMap((one) => one.scenarios);
  const [module] = modules;
  const question = modules.length === 1 ? module?.question : course.promise;
  return html`<div class="opening"><h1>${titleOf(content)}</h1><p class="question">${question}</p>
<div class="summary">${rendered(modules.length === 1 ? (module?.summary ?? '') : course.summary)}</div>
<p class="notice">${guidance.notice}</p>
<div id="ready"><noscript><p>This module needs JavaScript. Allow scripts on this page, or ask whoever gave you the module for its text.</p></noscript>${late('The module')}</div>
<p class="soft">${modules.length > 1 && `${counted(modules.length, 'module', 'modules')} with `}${lengthOf(modules)}. <span id="kept-where"></span></p>
<ol class="stories brief">${modules.length > 1 ? modules.map(moduleStop) : stories.map(storyStop)}</ol></div>`;
}

const counted = (count: number, one: string, many: string): string =>
  `${COUNTS[count] ?? count} ${count === 1 ? one : many}`;

function lengthOf(modules: readonly Module[]): string {
  const stories = modules.reduce((sum, one) => sum + one.scenarios.length, 0);
  const minutes = modules.reduce((sum, one) => sum + estimateMinutes(one), 0);
  const words = counted(stories, 'story', 'stories');
  return `${modules.length > 1 ? words.toLowerCase() : words}, about ${minutes} minutes`;
}

const moduleStop = (one: Module): Html =>
  html`<li class="stop"><h2>${one.title}</h2><p>${one.question}</p><p class="soft">${lengthOf([one])}</p></li>`;

const storyStop = ({ title, summary }: Scenario): Html =>
  html`<li class="stop"><h2>${title}</h2><p>${summary}</p></li>`;
