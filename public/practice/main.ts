/** Two minutes with a decision that went less well: no account, nothing sent, nothing recorded. */
import { type Html, html } from '../../courses/blocks/html.ts';
import type { Content } from '../../courses/model/content.ts';
import type { Step } from '../../courses/model/engine.ts';
import { judge } from '../../courses/model/judge.ts';
import { type PracticeScene, practiceFor } from '../../courses/model/practice.ts';
import { answerOf, placeOf, press, readDraft, showMissing } from '../player/asking.ts';
import { letDrag } from '../player/dragging.ts';
import { askView, MISSING } from '../player/views/ask.ts';
import { afterView, sceneView, youView } from '../player/views/scene.ts';
import { decodePractice, type PracticeItem } from './fragment.ts';

const main = document.getElementById('practice');
const announce = document.getElementById('announce');
const notice = document.getElementById('notice');
const none = new Set<string>();

const wrongLink = html`<h1 tabindex="-1">This link is not whole</h1>
<p>It has lost a part on its way. Open it from your calendar again, or <a href="/">choose a module</a>.</p>`;

const gone = html`<h1 tabindex="-1">The stories have changed</h1>
<p>The decisions you wanted to come back to are no longer in this course. <a href="/">Take a module again</a> instead.</p>`;

const notFetched = html`<h1 tabindex="-1">The scene could not be fetched</h1>
<p>Look at your connection, then try again.</p>
<p class="actions"><button type="button" class="primary" data-again>Try again</button></p>`;

const done = html`<h1 tabindex="-1">That is all</h1>
<p class="lead">You came back to it. Nothing was sent, and nothing was recorded.</p>
<p>What would you tell a colleague who stands where you stood? Say it once, aloud, or take it to supervision.</p>
<p class="actions"><a href="/">To the course</a></p>`;

function say(words: string): void {
  if (announce) announce.textContent = words;
}

function show(page: Html, focus = 'h1'): void {
  if (!main) return;
  main.innerHTML = page.text;
  main.querySelector<HTMLElement>(focus)?.focus();
  scrollTo(0, 0);
}

const elsewhereView = html`<p class="soft">Another setting, and much the same question.</p>`;

const practiceView = ({ scenario, scene, elsewhere }: PracticeScene, place: string): Html =>
  html`<p class="where">${place} · ${scenario.title}</p>${sceneView({ scenario, flags: none }, scene, {
    lead: html`${elsewhere && elsewhereView}${youView(scenario)}`,
    next: html`${scene.decision && askView(scene.decision, none, {})}`,
  })}`;

const onView = (last: boolean): Html =>
  html`<button type="button" class="primary" data-next>${last ? 'Done' : 'Next'}</button>`;

/** The course as it is now; what to say instead where there is none, or no way to it. */
async function contentOf(course: string): Promise<Content | Html> {
  try {
    const answer = await fetch(`/courses/${course}/content.json`);
    if (answer.status === 404) return gone;
    return answer.ok ? await answer.json() : notFetched;
  } catch {
    return notFetched;
  }
}

async function begin(place: HTMLElement): Promise<void> {
  const asked = decodePractice(location.hash);
  if (!asked) return show(wrongLink);
  const content = await contentOf(asked.course);
  if (!('modules' in content)) {
    show(content);
    place.querySelector('[data-again]')?.addEventListener('click', () => void begin(place), { once: true });
    return;
  }
  if (notice) notice.textContent = content.guidance.notice;
  practise(place, content, asked.items);
}

function practise(place: HTMLElement, content: Content, items: readonly PracticeItem[]): void {
  const scenes = items.flatMap((one) => practiceFor(content, one) ?? []);
  const [first] = scenes;
  if (!first) {
    show(gone);
    return;
  }
  let at = 0;
  const open = (): void => {
    const current = scenes[at];
    show(current ? practiceView(current, `${at + 1} of ${scenes.length}`) : done);
  };
  place.addEventListener('submit', (event) => {
    event.preventDefault();
    const scene = scenes[at]?.scene;
    if (!scene?.decision || !(event.target instanceof HTMLFormElement)) return;
    const given = answerOf(scene.decision, readDraft(event.target));
    if (!given) {
      showMissing(event.target, MISSING[scene.decision.kind]);
      return;
    }
    const judged = judge(scene.decision, given, none);
    const step: Step = { scene, decision: scene.decision, answer: given, judged, flags: none };
    show(afterView(step, content.guidance, false, onView(at === scenes.length - 1)), '.happens');
  });
  place.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-next]')) {
      at += 1;
      open();
      return;
    }
    press(target, say);
  });
  letDrag(place, (item) => say(placeOf(item)));
  open();
}

if (main) void begin(main);
addEventListener('hashchange', () => location.reload());
