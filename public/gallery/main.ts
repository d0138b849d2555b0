/** The gallery in the browser: each example drawn by the player's own views, so that it cannot show anything else. */
import { type Html, html } from '../../courses/blocks/html.ts';
import type { Block } from '../../courses/blocks/schema.ts';
import { blockView } from '../../courses/blocks/view.ts';
import type { Content } from '../../courses/model/content.ts';
import type { Decision } from '../../courses/model/decisions.ts';
import type { Step } from '../../courses/model/engine.ts';
import { judge } from '../../courses/model/judge.ts';
import type { Scenario } from '../../courses/model/schema.ts';
import { press } from '../player/asking.ts';
import { letDrag } from '../player/dragging.ts';
import { askView } from '../player/views/ask.ts';
import { panelView, saidView, whyView } from '../player/views/came-of.ts';
import { ratingView } from '../player/views/rating.ts';

interface Examples {
  readonly blocks: readonly { name: string; people?: Scenario['people']; block: Block }[];
  readonly decisions: readonly { name: string; decision: Decision; answer: readonly string[] }[];
  readonly guidance: Content['guidance'];
}

const none = new Set<string>();

function decisionView({ name, decision, answer }: Examples['decisions'][number], guidance: Content['guidance']): Html {
  const judged = judge(decision, { chosen: answer }, none);
  const scene = { id: 'example', title: name };
  const step: Step = { scene, decision, answer: { chosen: answer }, judged, flags: none };
  const why = whyView(step, guidance);
  return html`<section class="blocks"><h2>${name}</h2><div class="thread">${askView(decision, none, {})}
<div class="stop past after"><p class="said"><span>You decided</span> ${saidView(step)}</p>
${why && html`<section class="why"><h3>Why it went that way</h3>${judged.rating && ratingView(judged.rating)}${why}</section>`}${panelView(step)}</div></div></section>`;
}

/** On a page of its own each view names its parts; beside the others, the names need a number. */
const numbered = (markup: string, number: number): string =>
  markup.replace(
    /(\s(?:id|for|aria-labelledby|aria-describedby|name)=")([^"]+)"/g,
    (_, start: string, names: string) =>
      `${start}${names
        .split(' ')
        .map((one) => `${one}-${number}`)
        .join(' ')}"`,
  );

const data = document.getElementById('data');
const place = document.getElementById('gallery');
if (data && place) {
  const { blocks, decisions, guidance } = JSON.parse(data.textContent ?? '') as Examples;
  const sections = [
    ...blocks.map(
      ({ name, people, block }) =>
        html`<section class="blocks"><h2>${block.kind}: ${name}</h2>${blockView(block, { people, flags: none })}</section>`,
    ),
    ...decisions.map((one) => decisionView(one, guidance)),
  ];
  place.innerHTML = sections.map((one, index) => numbered(one.text, index)).join('');
  place.addEventListener('submit', (event) => event.preventDefault());
  place.addEventListener('click', ({ target }) => {
    if (target instanceof Element) press(target, () => {});
  });
  letDrag(place, () => {});
}
