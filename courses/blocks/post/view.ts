import { visible } from '../../model/conditions.ts';
import { type Cast, face, nameOf, roleOf } from '../cast.ts';
import { type Html, html, rendered } from '../html.ts';
import type { Post } from './schema.ts';

const KINDS = { posted: 'Post', draft: 'Post, not sent yet', screenshot: 'Screenshot of a post' } as const;

/** The audience comes before the words, as it should have come before the sending. */
export function postView(block: Post, cast: Cast): Html {
  const { state = 'posted', author, comments = [] } = block;
  const name = nameOf(cast, author);
  const role = roleOf(cast, author);
  const shown = visible(comments, cast.flags);
  return html`<article class="device post ${state}" aria-label="${KINDS[state]}: ${block.place}">
<p class="place">${state === 'posted' ? '' : html`<b>${KINDS[state]}</b> `}${block.place}</p>
<header>${face(name)}<div><strong>${name}</strong>${role && html` <span>${role}</span>`}
<span class="audience">${block.at && html`${block.at} · `}<span class="hidden-text">Can be seen by: </span>${block.audience}</span></div></header>
<div class="words">${block.headline && html`<p class="headline">${block.headline}</p>`}${rendered(block.text)}${
    block.picture && html`<p class="picture"><span class="hidden-text">Picture: </span>${block.picture}</p>`
  }</div>
${counts(block, shown.length)}${
  shown.length > 0 &&
  html`<ul class="comments" aria-label="Comments">${shown.map(
    (one) =>
      html`<li>${face(nameOf(cast, one.from))}<p><b>${nameOf(cast, one.from)}</b>${
        one.at && html` <time>${one.at}</time>`
      }<br>${one.text}</p></li>`,
  )}</ul>`
}
</article>`;
}

function counts({ reactions, shares }: Post, comments: number): Html | false {
  const parts = [count(reactions, 'reaction'), count(shares, 'share'), count(comments || undefined, 'comment')];
  const said = parts.filter((one) => one !== undefined);
  return said.length > 0 && html`<p class="counts">${said.join(' · ')}</p>`;
}

const count = (number: number | undefined, thing: string): string | undefined =>
  number === undefined ? undefined : `${number} ${thing}${number === 1 ? '' : 's'}`;
