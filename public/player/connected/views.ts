/** What is shown on the page of a pass: the offer, what is sent where, and the certificate. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Connection } from '../settings.ts';
import { hostOf } from './claim.ts';

export const offerView = ({ server }: Connection): Html => html`<h2>A certificate</h2>
<p>If you like, ${hostOf(server)} makes you a certificate of this, with a code that anybody can check there.</p>
<p class="actions"><button type="button" class="quiet" data-claim="ask">Get a certificate</button></p>`;

export interface Asking {
  readonly connection: Connection;
  readonly name: string;
  /** What is wrong with the name. */
  readonly wrong?: string;
  /** Why there is no certificate yet. */
  readonly failed?: string;
}

/** Before anything is sent: what, to whom, and who sees it afterwards. */
export function askView({ connection: { server, employer }, name, wrong, failed }: Asking): Html {
  const host = hostOf(server);
  return html`<h2 tabindex="-1">A certificate</h2>
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
}

export const madeView = ({ shownCode, url, noted }: Made): Html => html`<h2 tabindex="-1">Your certificate</h2>
<p class="claim-code">${shownCode}</p>
<p>${noted ? 'Your LMS has the code beside your record, and you find it here again.' : 'Your LMS took no note of the code: keep the certificate, or write the code down.'}</p>
<p class="actions"><a class="primary" href="${url}" target="_blank" rel="noopener">Open the certificate</a></p>`;
