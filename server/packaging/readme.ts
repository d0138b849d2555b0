/** One page for the person who imports the package into their LMS. */
import { type Html, html } from '../../courses/blocks/html.ts';
import type { Content } from '../../courses/model/content.ts';
import type { Connection, PackageSettings } from '../package-settings.ts';
import { STANDARDS } from '../package-standards.ts';
import type { PackageDescription } from './describe-package.ts';
import { GUIDES, helpPath, passWord, testSteps, troubleSteps } from './guides.ts';
import { inText, type PresetId } from './presets.ts';

/** The one name with capitals: no LMS asks for it, and a person who looks into the zip sees it first. */
export const README = 'README.html';

export interface ReadmeRequest {
  readonly about: PackageDescription;
  readonly content: Content;
  readonly hash: string;
  readonly settings: PackageSettings;
  /** The system that it is imported into. */
  readonly preset: PresetId;
  /** Where it was downloaded, without a slash at the end: there the steps are kept up to date. */
  readonly site?: string;
  /** How many it covers. */
  readonly modules: number;
  /** Of the files that are played, in bytes. */
  readonly size: number;
}

const STYLE =
  'body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b262c;' +
  'background:#fffdf9}h1{line-height:1.15}td,th{text-align:left;padding:.35rem 1rem .35rem 0;vertical-align:top}';

/** @returns the whole document, as UTF-8 text; the same for the same request */
export function readmePage(request: ReadmeRequest): string {
  const { about, content, settings } = request;
  return `${html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${about.title}: for the person who imports it</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${about.title}</h1>
<p>${about.description}</p>
<h2>What this is</h2>
${whatItIs(request)}
${whatIsHard(content)}
<h2>What it reports</h2>
${whatItReports(request)}
${howTo(request)}
${settings.connection && whatIsSent(settings.connection)}
</main>
</body>
</html>`}\n`;
}

/** For whoever assigns it: what learners will meet, and are told before they do. */
function whatIsHard({ modules }: Content): Html | false {
  const hard = modules.flatMap((one) => one.scenarios).filter((one) => one.touchesOn);
  return (
    hard.length > 0 &&
    html`<h2>What may be hard to read</h2>
<p>Learners are told this before the story begins. Tell them who they can talk to, and what to do where they would rather leave it out.</p>
<ul>${hard.map(({ title, touchesOn = '' }) => html`<li><strong>${title}</strong> touches on ${touchesOn}.</li>`)}</ul>`
  );
}

function howTo({ settings, preset: asked, site }: ReadmeRequest): Html {
  // Whatever the system is: what goes wrong in cmi5 goes wrong between the module and the LRS.
  const preset = isCmi5(settings) ? 'lrs' : asked;
  const guide = GUIDES[preset];
  const isNamed = preset !== 'generic' && preset !== 'lrs';
  const where = isNamed ? `into ${inText(preset)}` : 'into your system';
  const newest = site && `${site}${helpPath(preset)}`;
  return html`<h2>How to import it ${where}</h2>
${newest && html`<p>These steps as they stand today: <a href="${newest}">${newest}</a></p>`}
<ol>${guide.import.map(item)}</ol>
${guide.settings && html`<table><tbody>${guide.settings.map(({ name, value, why }) => html`<tr><th scope="row">${name}</th><td><strong>${value}</strong>. ${why}</td></tr>`)}</tbody></table>`}
<h2>How to test it</h2>
<ol>${testSteps(settings.standard, settings.passAs).map(item)}</ol>
<h2>When it does not complete</h2>
<ul>${troubleSteps(preset).map(item)}</ul>
<h2>Updates</h2>
<ul>${guide.update.map(item)}</ul>`;
}

const item = (text: string): Html => html`<li>${text}</li>`;

function whatItIs({ about, content, hash, settings, size }: ReadmeRequest): Html {
  const standard = STANDARDS[settings.standard];
  const version =
    'schemaVersion' in standard ? ` (schema version ${standard.schemaVersion})` : ' (Quartz, 1st edition)';
  return html`<table><tbody>
<tr><th scope="row">Standard</th><td>${standard.title}${version}</td></tr>
<tr><th scope="row">Edition</th><td>${content.course.edition}, content ${hash.slice(0, 8)}</td></tr>
<tr><th scope="row">Guidance</th><td>${content.guidance.title}, ${content.guidance.id}</td></tr>
<tr><th scope="row">Takes</th><td>about ${about.minutes} minutes</td></tr>
<tr><th scope="row">Size</th><td>${Math.ceil(size / 1024)} KiB once unzipped${!isCmi5(settings) && ', without the schema files'}</td></tr>
<tr><th scope="row">Needs</th><td>${needs(settings)}</td></tr>
</tbody></table>`;
}

const whatIsSent = ({ employer, server, claim }: Connection): Html => html`<h2>What is sent where</h2>
<p>This package was made for ${employer}. Asking for newer wording sends which modules and which version it carries, no cookie, and nothing about the learner.${
  claim !== undefined &&
  html` A learner who has passed may ask ${server} for a certificate. They are told what is sent before anything is: the name that they confirm, and the decisions that they took, which are followed and not kept. Its code is written into your LMS as a comment of the learner’s, where your LMS keeps those.`
}</p>`;

const needs = ({ connection, standard }: PackageSettings): Html =>
  connection
    ? html`nothing from the internet to be taken and reported: all of it is in this file. Where it can reach <b>${connection.server}</b> within 1.5 seconds, a new attempt plays the newest wording. Where your LMS sets a content security policy, allow that address under connect-src.`
    : standard === 'cmi5'
      ? html`nothing but its LRS: all else is in this file`
      : html`nothing from the internet: all of it is in this file`;

function whatItReports({ about: { passMark }, modules, settings }: ReadmeRequest): Html {
  const [passed = '', ...rest] = passWord(settings.standard, settings.passAs);
  const score = settings.score ? ', with a score from 0 to 100' : ', and no score';
  return html`<ul>
<li>${isCmi5(settings) ? html`<strong>Initialized</strong> and <strong>terminated</strong> at every launch` : html`<strong>Incomplete</strong> from the first launch`}, with the learner’s place saved after every decision.</li>
<li><strong>${passed.toUpperCase()}${rest.join('')}</strong>${score}, once every story has an ending and the score${modules > 1 ? ' of each module' : ''} is ${passMark} or more. It never reports failed, and never takes a pass back.</li>
${isCmi5(settings) && settings.score && html`<li>The score of the first pass: cmi5 takes no second one, so a better one later is not reported.</li>`}
${settings.interactions ? html`<li>Each decision and how well it served the guidance, as ${isCmi5(settings) ? 'answered statements' : 'interactions'}. Tell your learners so.</li>` : html`<li>Not the learner’s single decisions, though the place it saves could be read as such by an expert.</li>`}
<li>Nothing that learners write to themselves.</li>
</ul>`;
}

const isCmi5 = ({ standard }: PackageSettings): boolean => standard === 'cmi5';
