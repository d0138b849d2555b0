/** What is shown on the page of a pass: the offer, what is sent where, and the certificate. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Connection } from '../settings.ts';
import { hostOf } from './claim.ts';
import type { Subject } from './subjects.ts';

export interface Offer {
  readonly subject: Subject;
  /** Where the certificate is made already, as the LMS's record says. */
  readonly shownCode?: string;
  readonly url?: string;
}

export function offersView(connection: Connection, offers: readonly Offer[]): Html {
  const host = hostOf(connection.server);
  const [first] = offers;
  // One of several modules is named, though it is the only one so far.
  return first && offers.length === 1 && first.subject.module === undefined
    ? soleView(host, first)
    : listView(host, offers);
}

const soleView = (host: string, { shownCode, url }: Offer): Html =>
  shownCode !== undefined && url !== undefined
    ? madeView({ shownCode, url, noted: true, others: false })
    : html`<h2 tabindex="-1">A certificate</h2>
<p>If you like, ${host} makes you a certificate of this, with a code that anybody can check there.</p>
<p class="actions"><button type="button" class="quiet" data-claim="ask">Get a certificate</button></p>`;

/** Passed by a lower mark of the LMS. */
export const shortView = ({ server }: Connection, passMark: number): Html => html`<h2 tabindex="-1">A certificate</h2>
<p>You have passed by the mark of your LMS. A certificate from ${hostOf(server)} needs ${passMark} of 100. You can take a story again: the better way counts.</p>`;

const listView = (host: string, offers: readonly Offer[]): Html => html`<h2 tabindex="-1">Certificates</h2>
<p>If you like, ${host} makes you certificates of what you have passed, with codes that anybody can check there.</p>
<ul>${offers.map(
  ({ subject: { title }, shownCode, url }, index) =>
    html`<li>${title}: ${
      shownCode
        ? html`<a href="${url ?? ''}" target="_blank" rel="noopener">${shownCode}</a>`
        : html`<button type="button" class="quiet small" data-claim="ask:${index}" aria-label="Get a certificate: ${title}">Get a certificate</button>`
    }</li>`,
)}</ul>`;

export interface Asking {
  readonly connection: Connection;
  /** What it is a certificate of, where there are several. */
  readonly of?: string;
  readonly name: string;
  /** What is wrong with the name. */
  readonly wrong?: string;
  /** Why there is no certificate yet. */
  readonly failed?: string;
}

/** Before anything is sent: what, to whom, and who sees it afterwards. */
export function askView({ connection: { server, employer }, of, name, wrong, failed }: Asking): Html {
  const host = hostOf(server);
  return html`<h2 tabindex="-1">A certificate${of !== undefined && `: ${of}`}</h2>
<h3>What is sent, and who sees it</h3>
<ul>
<li><b>${host}</b> gets the name that you write here and the decisions that you took. It follows the decisions, to see that they pass, and does not keep them.</li>
<li><b>Anybody with the code</b> sees your name, what you passed, the version of the guidance, how many points of it you practised, the date, and that it was reported through the LMS of ${employer}.</li>
<li><b>Your LMS</b> gets the code, beside your record.</li>
</ul>
<p>Nobody sees your score or your own notes. <a href="${server}/privacy" target="_blank" rel="noopener">Privacy at ${host}</a></p>
${failed && html`<p class="told" role="alert">${failed}</p>`}
<form novalidate><label for="claim-name">Your name</label>
<p class="hint soft" id="claim-hint">As it should stand on the certificate. Check the spelling: it cannot be changed.</p>
${wrong && html`<p class="error" id="claim-wrong">${wrong}</p>`}
<input id="claim-name" name="name" value="${name}" autocomplete="name" spellcheck="false" maxlength="200" aria-describedby="claim-hint${wrong && ' claim-wrong'}"${wrong && html` aria-invalid="true"`}>
<p class="actions"><button class="primary">Send, and make my certificate</button> <button type="button" class="quiet" data-claim="not-now">Not now</button></p></form>`;
}

export interface Made {
  readonly shownCode: string;
  readonly url: string;
  /** Whether the LMS gave the code back. */
  readonly noted: boolean;
  /** Whether there are others to go back to. */
  readonly others: boolean;
}

export const madeView = ({ shownCode, url, noted, others }: Made): Html => html`<h2 tabindex="-1">Your certificate</h2>
<p class="claim-code">${shownCode}</p>
<p>${noted ? 'Your LMS has the code beside your record, and you find it here again.' : 'Your LMS took no note of the code: keep the certificate, or write the code down.'}</p>
<p class="actions"><a class="primary" href="${url}" target="_blank" rel="noopener">Open the certificate</a>${others && html` <button type="button" class="quiet" data-claim="not-now">Back to the list</button>`}</p>`;
