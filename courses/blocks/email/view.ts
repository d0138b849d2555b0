import { type Cast, face, nameOf, namesOf, roleOf } from '../cast.ts';
import { type Html, html, rendered } from '../html.ts';
import type { Email } from './schema.ts';

const KINDS = { open: 'E-mail', inbox: 'In your inbox', draft: 'E-mail, not sent yet', sent: 'E-mail, sent' } as const;

export function emailView(block: Email, cast: Cast): Html {
  const { state = 'open' } = block;
  const label = `${KINDS[state]}: ${block.subject}`;
  if (state === 'inbox')
    return html`<article class="device email inbox" aria-label="${label}">${line(block, cast)}</article>`;
  return html`<article class="device email ${state}" aria-label="${label}">
<p class="subject">${state !== 'open' && html`<b>${state === 'draft' ? 'Draft' : 'Sent'}</b> `}${block.subject}</p>
<header>${face(nameOf(cast, block.from))}<div><strong>${nameOf(cast, block.from)}</strong>${
    roleOf(cast, block.from) && html` <span>${roleOf(cast, block.from)}</span>`
  }<dl>${address('To', block.suggestion ? suggestion(block.suggestion) : namesOf(cast, block.to))}${
    block.cc && address('Cc', namesOf(cast, block.cc))
  }</dl></div>${block.at && html`<time>${block.at}</time>`}</header>
${block.body && html`<div class="words">${rendered(block.body)}</div>`}${
  block.attachments &&
  html`<ul class="attachments" aria-label="Attachments">${block.attachments.map((one) => html`<li>${one}</li>`)}</ul>`
}
</article>`;
}

const line = (block: Email, cast: Cast): Html =>
  html`<p class="row">${face(nameOf(cast, block.from))}<span><b>${nameOf(cast, block.from)}</b><span class="hidden-text">: </span> <span class="subject">${block.subject}</span>${
    block.attachments &&
    html` <span class="soft">${block.attachments.length === 1 ? 'One file' : `${block.attachments.length} files`}</span>`
  }</span>${block.at && html`<time>${block.at}</time>`}</p>`;

const address = (name: string, value: Html | string): Html => html`<div><dt>${name}</dt> <dd>${value}</dd></div>`;

/** The address box at its most dangerous moment: a few letters typed, and what the program makes of them. */
const suggestion = ({ typed, offered }: NonNullable<Email['suggestion']>): Html =>
  html`<span class="typed">${typed}</span><span class="hidden-text">. The program offers: </span><span class="offered">${offered.map(
    (one, index) =>
      html`<span${index === 0 && html` class="first"`}>${one}<span class="hidden-text">${index < offered.length - 1 ? '; ' : '. '}</span></span>`,
  )}</span>`;
