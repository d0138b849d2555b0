/** The CPD draft as a page: the regulator's fields, each with its warning and a button to copy it. */
import type { Html } from '../../courses/blocks/html.ts';
import { type CpdField, cpdFormOf } from '../../courses/cpd/form.ts';
import { html } from '../player/shared.ts';
import type { Page } from '../player/views/page.ts';
import type { CpdDraft } from './cpd-draft.ts';
import { startOf } from './cpd-start.ts';
import type { Kit } from './reflect.ts';
import { dateOf, modulesOf } from './taken.ts';

export const formOf = ({ pkg }: Kit) => cpdFormOf(pkg.content.guidance.publisher);

export const wordsIn = (field: CpdField, kit: Kit, draft: CpdDraft): string =>
  draft.word(field.id) ?? startOf(field, kit);

export function cpdPage(kit: Kit, draft: CpdDraft): Page {
  const form = formOf(kit);
  return {
    title: 'Your CPD draft',
    focus: 'h1',
    body: html`<h1 tabindex="-1">Your CPD draft</h1>
<p class="lead">Write here, then copy it to where your CPD is recorded.</p>
<p class="told">Nobody is sent this: not us, not your LMS, not your employer. <span id="stays">${staysWords(draft)}</span></p>
<p>${form.about}</p>
${form.fields.map((one) => fieldView(one, wordsIn(one, kit, draft)))}
<div role="group" aria-label="How long your words stay"><label class="choice keep"><input type="checkbox" data-reflect="keep"${draft.isOnDevice() && html` checked`}><span>Keep on this device. <span class="soft">Others who use this browser could read it.</span></span></label></div>
<p class="actions"><button type="button" class="primary" data-reflect="download">Download as a text file</button> <button type="button" class="quiet" data-reflect="askToClear">Clear</button> <button type="button" class="quiet" data-do="result">Back</button></p>
<p><output id="says"></output> <button type="button" class="quiet small" data-reflect="undo" id="undo" hidden>Bring my words back</button></p>
<dialog id="clearing" class="told" aria-labelledby="clearing-title"><h2 id="clearing-title">Clear all your words?</h2>
<p>What you wrote here goes from this tab and this device, and so does what you wrote for yourself in the stories.</p>
<p class="actions"><button type="button" class="primary" data-reflect="clear">Clear them</button> <button type="button" class="quiet" data-reflect="keepWords">Keep them</button></p></dialog>`,
  };
}

export const staysWords = (draft: CpdDraft): string =>
  draft.isOnDevice()
    ? 'It stays on this device until you clear it.'
    : 'It stays in this browser tab, and goes when you close the tab.';

const fieldView = ({ id, label, hint, rows }: CpdField, words: string): Html =>
  html`<div class="field"><h2><label for="cpd-${id}">${label}</label></h2>
<p class="hint" id="hint-${id}">${hint} <b>Name nobody, and nothing that could identify them.</b></p>
${
  rows === 1
    ? html`<input type="text" id="cpd-${id}" data-cpd="${id}" aria-describedby="hint-${id}" value="${words}">`
    : html`<textarea id="cpd-${id}" data-cpd="${id}" aria-describedby="hint-${id}" rows="${rows}">${words}</textarea>`
}
<p><button type="button" class="quiet small" data-reflect="copy" data-field="${id}" aria-label="Copy: ${label}">Copy</button> <output></output></p></div>`;

/** For a file: lines end as the plainest editors want them. */
export function cpdText(kit: Kit, draft: CpdDraft): string {
  const parts = formOf(kit).fields.map((one) => `${one.label.toUpperCase()}\n${wordsIn(one, kit, draft)}`);
  return `${[`CPD draft: ${modulesOf(kit)}, ${dateOf(kit.now)}`, ...parts].join('\n\n\n')}\n`.replace(/\r?\n/g, '\r\n');
}
