/** The page of the test: what to do next, what to change, what works, and the report to send. */
import { type Html, html } from '../../courses/blocks/html.ts';
import type { Check, Result } from './checks.ts';

export interface Showing {
  /** Which launch this is, from 1 to 3; 4 once all are over, and 0 where none can be. */
  readonly launch: number;
  /** All that may be found out, by id. */
  readonly checks: Readonly<Record<string, Check>>;
  readonly results: Readonly<Partial<Record<string, Result>>>;
  readonly report: string;
  /** Whether it may have been launched before, as far as can be known. */
  readonly isUnsure: boolean;
  readonly hasLeft: boolean;
  /** Where the LMS wants whoever leaves to go. */
  readonly returnUrl?: string;
}

const NEXT: Readonly<Record<number, string>> = {
  1: 'This was the first of three launches. Press “Save and exit”, then launch it again from your LMS.',
  2: 'This was the second of three launches. Now close this window by its own cross, or leave the page in your LMS, without pressing anything here. Then launch it once more.',
};

export function testView({ launch, checks: all, results, report, isUnsure, hasLeft, returnUrl }: Showing): Html {
  const checks = Object.entries(all);
  const bad = checks.filter(([id]) => results[id]?.ok === false);
  const major = bad.filter(([, one]) => !one.minor);
  const minor = bad.filter(([, one]) => one.minor);
  const good = checks.filter(([id]) => results[id]?.ok);
  const next = hasLeft ? 'Saved. Close this window, and launch the test again from your LMS.' : NEXT[launch];
  return html`<h1 tabindex="-1">${titleOf(launch, major.length)}</h1>
${next && html`<div class="next"><p>${next}</p>${!hasLeft && launch === 1 && html`<p class="actions"><button type="button" data-do="leave">Save and exit</button>${isUnsure && html` <button type="button" class="quiet" data-do="again">I have launched it before</button>`}</p>`}${hasLeft && returnUrl && html`<p><a href="${returnUrl}">Back to your LMS</a></p>`}</div>`}
${major.length > 0 && html`<h2>What to change</h2><ul class="findings">${major.map(([id, one]) => finding(one, results[id]?.seen))}</ul>`}
${minor.length > 0 && html`<h2>Good to know</h2><p>Packages work in spite of it.</p><ul class="findings">${minor.map(([id, one]) => finding(one, results[id]?.seen))}</ul>`}
${good.length > 0 && html`<h2>What works</h2><ul>${good.map(([, one]) => html`<li>${one.good}</li>`)}</ul>`}
<h2>The report</h2>
<p>Copy it, and send it to support or to the maker of your LMS. It names nobody.</p>
<textarea readonly rows="10" id="report" aria-label="Report">${report}</textarea>
<p class="actions"><button type="button" class="quiet" data-do="copy">Copy the report</button></p>
${launch > 2 && html`<p>To test again, reset the test learner’s record in your LMS, or take another test learner.</p>`}`;
}

function titleOf(launch: number, wrong: number): string {
  if (wrong > 0) return wrong === 1 ? 'There is one thing to change' : `There are ${wrong} things to change`;
  return launch > 2 ? 'Your LMS does all that our packages need' : 'All is well so far';
}

const finding = ({ bad, change }: Check, seen = ''): Html =>
  html`<li><strong>${bad}</strong> ${change}${seen && html`<br><small>Seen: ${seen}.</small>`}</li>`;
