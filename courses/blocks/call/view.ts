import { visible } from '../../model/conditions.ts';
import { type Cast, face, nameOf, roleOf } from '../cast.ts';
import { type Html, html } from '../html.ts';
import type { Call } from './schema.ts';

type Tile = Call['tiles'][number];

/** What the cameras show is told in words: what stands behind somebody is the point, not a picture of it. */
export function callView(block: Call, cast: Cast): Html {
  const captions = visible(block.captions ?? [], cast.flags);
  const what = block.tiles.every((one) => one.camera === 'off') ? 'Call' : 'Video call';
  return html`<article class="device call" aria-label="${what}: ${block.title}">
<p class="title"><span class="hidden-text">${what}: </span>${block.title}</p>
<ul class="tiles" aria-label="On the call">${visible(block.tiles, cast.flags).map((one) => tile(one, cast))}</ul>
${
  captions.length > 0 &&
  html`<ol class="captions" aria-label="Captions">${captions.map(
    (one) => html`<li><b>${nameOf(cast, one.from)}:</b> ${one.text}</li>`,
  )}</ol>`
}
</article>`;
}

function tile({ person, camera = 'on', behind, note }: Tile, cast: Cast): Html {
  const name = nameOf(cast, person);
  const role = roleOf(cast, person);
  return html`<li class="${person === 'me' ? 'own ' : ''}camera-${camera}">
<div class="person">${face(name)}<p><strong>${name}</strong>${role && html`<br><span class="role">${role}</span>`}</p></div>
${camera === 'off' && html`<p class="said">Camera off</p>`}${
  behind && html`<p class="said"><span class="label">Behind: </span>${behind}</p>`
}${note && html`<p class="said own-note">${note}</p>`}</li>`;
}
