/** One page for the person who imports the package into their LMS. */
import { html } from '../../courses/blocks/html.ts';
import type { Content } from '../../courses/model/content.ts';
import type { PackageDescription } from './describe-package.ts';
import { STANDARDS, type Standard } from './standards.ts';

export interface ReadmeRequest {
  readonly about: PackageDescription;
  readonly content: Content;
  readonly hash: string;
  readonly standard: Standard;
}

export function readmePage({ about, content, hash, standard }: ReadmeRequest): string {
  const { title, schemaVersion } = STANDARDS[standard];
  return `${html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${about.title}: for the person who imports it</title>
<style>body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b262c;background:#fffdf9}h1{line-height:1.15}td,th{text-align:left;padding:.35rem 1rem .35rem 0;vertical-align:top}</style>
</head>
<body>
<main>
<h1>${about.title}</h1>
<p>${about.description}</p>
<h2>What this is</h2>
<table>
<tr><th scope="row">Standard</th><td>${title} (schema version ${schemaVersion})</td></tr>
<tr><th scope="row">Edition</th><td>${content.course.edition}, content ${hash.slice(0, 8)}</td></tr>
<tr><th scope="row">Guidance</th><td>${content.guidance.title}, ${content.guidance.id}</td></tr>
<tr><th scope="row">Takes</th><td>about ${about.minutes} minutes</td></tr>
<tr><th scope="row">Needs</th><td>nothing from the internet: all of it is in this file</td></tr>
</table>
<h2>What it reports</h2>
<ul>
<li><strong>Incomplete</strong> from the first launch, with the learner’s place saved after every decision.</li>
<li><strong>Passed</strong>, with a score from 0 to 100, once every story has an ending and the score is ${about.passMark} or more. It never reports failed, and never takes a pass back.</li>
<li>Not the learner’s answers, and not what they write to themselves.</li>
</ul>
<h2>How to test it</h2>
<ol>
<li>Import this file as it is. Do not unzip it.</li>
<li>Launch it as a test learner. Take one decision and close the window.</li>
<li>Launch it again: it goes on where you were. Your LMS says incomplete.</li>
<li>Take every story to its end. Your LMS says passed.</li>
</ol>
<h2>When it does not complete</h2>
<ul>
<li>Let the learner launch it again and press “Save and exit” at the end: some systems save only then.</li>
<li>Allow it to be launched more than once, and let the last attempt go on rather than start anew.</li>
<li>Leave any mastery score or pass mark of the LMS’s own empty.</li>
<li>The module says on its own page whether the LMS took the last save.</li>
</ul>
<h2>Updates</h2>
<p>A newer version has the same identifiers, so it can be imported over this one.</p>
</main>
</body>
</html>`}\n`;
}
