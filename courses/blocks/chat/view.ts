import { visible } from '../../model/conditions.ts';
import { type Cast, face, nameOf } from '../cast.ts';
import { type Html, html } from '../html.ts';
import type { Chat, Message } from './schema.ts';

/**
 * The log around the list is what a screen reader hears new messages from; the player lets them arrive one by one
 * (public/player/arrivals.ts). Each item says who speaks first, as it would be read out.
 */
export function chatView(block: Chat, cast: Cast): Html {
  const messages = visible(block.messages, cast.flags);
  return html`<article class="device chat" aria-label="Chat: ${block.title}">
<header>${face(block.title)}<div><strong>${block.title}</strong>${block.members && html` <span>${block.members}</span>`}</div></header>
<div class="log" role="log" aria-label="Messages"><ol>${messages.map((one, index) => item(one, messages[index - 1], cast))}</ol></div>
</article>`;
}

function item(message: Message, before: Message | undefined, cast: Cast): Html {
  if (message.note !== undefined) return html`<li class="note">${message.note}</li>`;
  const from = message.from ?? '';
  const mine = from === 'me';
  // A run of messages by one person shows the name once; a screen reader still hears it each time.
  const again = before !== undefined && before.from === from && before.note === undefined;
  const quiet = mine || again ? 'hidden-text' : 'who';
  return html`<li class="${mine ? 'mine' : 'theirs'}${again ? ' again' : ''}">
<b class="${quiet}">${nameOf(cast, from)}<span class="hidden-text">: </span></b>${body(message)}
${message.at && html`<time>${message.at}</time>`}${
  message.reactions &&
  html`<span class="reactions"><span class="hidden-text">Reactions: </span>${message.reactions}</span>`
}</li>`;
}

function body({ deleted, picture, text }: Message): Html {
  if (deleted) return html`<i class="gone">This message was deleted</i>`;
  return html`${picture && html`<span class="picture"><span class="hidden-text">Picture: </span>${picture}</span>`}${
    text && html`<span class="words">${text}</span>`
  }`;
}
