/** A decision as a form. Native inputs throughout; `asking.ts` reads the answer from it. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Flags } from '../../../courses/model/conditions.ts';
import type { Decision } from '../../../courses/model/decisions.ts';
import { isScored, offered } from '../../../courses/model/judge.ts';
import type { Draft } from '../remembered.ts';
import { orderView } from './ask-order.ts';
import { spotView } from './ask-spot.ts';
import { weighView } from './ask-weigh.ts';

const BUTTONS: Readonly<Record<Decision['kind'], string>> = {
  choose: 'Do this',
  select: 'Do this',
  spot: 'Mark these',
  order: 'Do it in this order',
  weigh: 'Stand here',
  write: 'Keep and go on',
};

/** What is said where the form is sent without an answer. */
export const MISSING: Readonly<Record<Decision['kind'], string>> = {
  choose: 'Choose what you do.',
  select: 'Tick one or more.',
  spot: 'Mark at least one part of the text.',
  order: '',
  weigh: 'Choose where you stand.',
  write: '',
};

export function askView(decision: Decision, flags: Flags, draft: Draft): Html {
  const described = decision.hint ? 'hint error' : 'error';
  return html`<form class="ask stop now" novalidate>
${part(decision, flags, draft, described)}
${isScored(decision) && decision.confidence && sureView(draft)}
<button type="submit" class="primary">${BUTTONS[decision.kind]}</button>
</form>`;
}

function part(decision: Decision, flags: Flags, draft: Draft, described: string): Html {
  if (decision.kind === 'write') return writeView(decision, draft);
  return html`<fieldset class="${decision.kind}" aria-describedby="${described}"><legend><h2>${decision.ask}</h2></legend>
${decision.hint && html`<p class="hint" id="hint">${decision.hint}</p>`}<p class="error" id="error" tabindex="-1" hidden></p>
${inputs(decision, flags, draft)}</fieldset>`;
}

function inputs(decision: Exclude<Decision, { kind: 'write' }>, flags: Flags, draft: Draft): Html | Html[] {
  if (decision.kind === 'weigh') return weighView(decision, draft);
  const open = offered(decision, flags);
  if (decision.kind === 'order') return orderView(open, draft);
  if (decision.kind === 'spot') return spotView(decision, open, draft);
  const type = decision.kind === 'choose' ? 'radio' : 'checkbox';
  return open.map(
    (one) =>
      html`<label class="choice"><input type="${type}" name="chosen" value="${one.id}"${
        draft.chosen?.includes(one.id) && html` checked`
      }><span>${one.text}</span></label>`,
  );
}

const writeView = (decision: Decision & { kind: 'write' }, { words }: Draft): Html =>
  html`<h2><label for="words">${decision.ask}</label></h2>
<p class="hint" id="hint">${decision.hint && html`${decision.hint} `}Your words stay in this browser tab. They are never sent, and they go when you close it. Name nobody who could be recognised.</p>
<textarea id="words" name="words" rows="5" aria-describedby="hint">${words ?? ''}</textarea>`;

const SURE = ['Not very', 'Fairly', 'Very'];

const sureView = ({ confidence }: Draft): Html =>
  html`<fieldset class="sure"><legend>How sure are you? <span class="soft">(if you like)</span></legend><div>${SURE.map(
    (word, index) =>
      html`<label><input type="radio" name="sure" value="${index + 1}"${
        confidence === String(index + 1) && html` checked`
      }><span>${word}</span></label>`,
  )}</div></fieldset>`;
