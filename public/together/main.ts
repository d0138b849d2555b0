/** A story taken by a team in one room: scenes large, hands counted by whoever leads, nothing recorded. */
import { type Html, html, rendered } from '../../courses/blocks/html.ts';
import { visible } from '../../courses/model/conditions.ts';
import type { Content } from '../../courses/model/content.ts';
import type { Choice, Decision } from '../../courses/model/decisions.ts';
import { type State, start, step } from '../../courses/model/engine.ts';
import type { Answer } from '../../courses/model/judge.ts';
import type { Scenario } from '../../courses/model/schema.ts';
import { touchesOnWords } from '../../courses/model/touches-on.ts';
import { answerOf, placeOf, press, readDraft, showMissing } from '../player/asking.ts';
import { letDrag } from '../player/dragging.ts';
import { storeOf } from '../player/storage.ts';
import { askView, MISSING } from '../player/views/ask.ts';
import { afterView, sceneView, tensionAfter, youView } from '../player/views/scene.ts';
import { countView, handsIn, handsWords, mostHands } from './hands.ts';
import type { Place } from './place.ts';
import { placeInTab } from './place-in-tab.ts';

interface Page {
  readonly content: Content;
  /** Where the sheet is that each person can take away. */
  readonly sheet: string;
}

const main = document.getElementById('together');
const announce = document.getElementById('announce');
const data = document.getElementById('data');

function say(words: string): void {
  if (announce) announce.textContent = words;
}

function storiesView({ content }: Page): Html {
  const stories = content.modules.flatMap((one) => one.scenarios);
  return html`<h1 tabindex="-1">Take it together</h1>
<p class="lead">For a team meeting. Read a scene aloud, ask for hands, then see what happens. Nothing is recorded, and nobody’s name is asked.</p>
<ul class="stories">${stories.map(
    (one) =>
      html`<li class="stop"><h2>${one.title}</h2><p>${one.setting}. ${one.summary}</p>${one.touchesOn && html`<p class="soft">${touchesOnWords(one)}</p>`}<p><button type="button" class="primary" data-story="${one.id}">Begin<span class="hidden-text">: ${one.title}</span></button></p></li>`,
  )}</ul>`;
}

function placeView({ state, scene: index }: Place, page: Page): Html {
  const { scenario } = state;
  const scene = state.scenes[index];
  if (!scene) return html``;
  const { decision, ending } = scene;
  return html`<p class="where">${scenario.title}</p>${sceneView(state, scene, {
    lead: state.steps.length === 0 && index === 0 && youView(scenario),
    next: html`${decision && askTogether(decision, state)}${
      ending &&
      html`<section class="ending stop end">${ending.title !== scene.title && html`<h2>${ending.title}</h2>`}${rendered(ending.text)}</section>${closingView(scenario, page)}`
    }${!decision && !ending && html`<p class="actions">${goOn}</p>`}`,
  })}`;
}

const goOn = html`<button type="button" class="primary" data-on>Go on</button>`;

/** Choices are counted by hands; what a room cannot vote on is answered in words, and one person enters it. */
const askTogether = (decision: Decision, { flags }: State): Html =>
  decision.kind === 'choose'
    ? countView(decision, visible<Choice>(decision.choices, flags))
    : askView(decision, flags, {});

const closingView = ({ id, judgement, supervision }: Scenario, { sheet }: Page): Html =>
  html`<section class="closing"><h2>Left to judgement or policy</h2>${rendered(judgement)}<h2>To take to supervision</h2><p class="lead">${supervision}</p>
<h2>To take away</h2><p><a href="${sheet}#${id}">A sheet to talk it over with a peer</a>: print one for each person. On a phone it is at <b>${location.host}${sheet}</b></p>
<p class="actions"><button type="button" class="primary" data-stories>Another story</button></p></section>`;

function happenedView({ state, hands }: Place, { content }: Page): Html {
  const taken = state.steps.at(-1);
  if (!taken) return html``;
  return html`<p class="where">${state.scenario.title}</p>${afterView(
    taken,
    content.guidance,
    tensionAfter(state, taken, content),
    html`${goOn} <button type="button" class="quiet" data-again>Try another way</button>`,
    `The room decided${hands}`,
  )}`;
}

function lead(place: HTMLElement, page: Page): void {
  const kept = placeInTab(
    storeOf(() => sessionStorage),
    location.pathname,
  );
  let at: Place | undefined;
  const go = (next: Place | undefined): void => {
    at = next;
    kept.write(at);
    place.innerHTML = (at ? (at.scene < 0 ? happenedView(at, page) : placeView(at, page)) : storiesView(page)).text;
    place.querySelector<HTMLElement>(at && at.scene < 0 ? '.happens' : 'h1')?.focus();
    scrollTo(0, 0);
  };
  const decided = (answer: Answer, hands: string): void => {
    if (at) go({ state: step(at.state, answer), scene: -1, hands, asked: at });
  };

  place.addEventListener('submit', (event) => {
    event.preventDefault();
    const decision = at?.state.scenes[at.scene]?.decision;
    if (!decision || !(event.target instanceof HTMLFormElement)) return;
    const hands = decision.kind === 'choose' ? handsIn(event.target) : undefined;
    const given = hands ? mostHands(hands) : answerOf(decision, readDraft(event.target));
    if (given) decided(given, hands ? handsWords(hands) : '');
    else
      showMissing(
        event.target,
        decision.kind === 'choose'
          ? 'Count the hands first. Where two are level, talk it through and count again.'
          : MISSING[decision.kind],
      );
  });
  place.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const story = target.closest<HTMLElement>('[data-story]')?.dataset.story;
    const scenario = page.content.modules.flatMap((one) => one.scenarios).find((one) => one.id === story);
    if (scenario) go({ state: start(scenario), scene: 0 });
    else if (target.closest('[data-stories]')) go(undefined);
    else if (target.closest('[data-again]') && at?.asked) go(at.asked);
    else if (target.closest('[data-on]') && at) go({ state: at.state, scene: at.scene + 1 });
    else press(target, say);
  });
  letDrag(place, (item) => say(placeOf(item)));
  go(kept.read(page.content));
}

if (main && data) lead(main, JSON.parse(data.textContent ?? '') as Page);
