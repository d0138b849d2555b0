/** The player begins behind the title page: settings, whoever keeps the path, what was found, and then the learner. */
import { html } from '../../courses/blocks/html.ts';
import type { Attempt } from './attempt.ts';
import { type Kept, keptIn } from './kept.ts';
import type { Lms } from './lms/lms.ts';
import { openLms } from './lms/open-lms.ts';
import { type Notice, type Opening, openAttempt } from './opening.ts';
import { type PackageContent, readPackage, withPassMark } from './package-content.ts';
import { createPlayer, type Player } from './player.ts';
import { printUnfolded } from './print-unfolded.ts';
import { memoryOf } from './remembered.ts';
import { savedWords } from './saved-words.ts';
import { createSaving, type Saving } from './saving.ts';
import { type Screen, screenOf } from './screen.ts';
import { loadSettings } from './settings.ts';
import { offerLog } from './show-log.ts';
import { storeOf } from './storage.ts';
import {
  type Keeper,
  keeperOf,
  keptWhere,
  leftView,
  offerView,
  readyView,
  refusedView,
  unreadableView,
} from './views/opening.ts';

const launched = performance.now();
const seconds = (): number => (performance.now() - launched) / 1000;
const device = storeOf(() => localStorage);
const tab = storeOf(() => sessionStorage);

interface Launch {
  readonly pkg: PackageContent;
  readonly screen: Screen;
  readonly host: boolean;
  readonly site: string | undefined;
  readonly lms: Lms;
  readonly kept: Kept;
  readonly saving: Saving;
}

async function launch(): Promise<void> {
  const carried = readPackage(document);
  const screen = screenOf(document);
  const settings = await loadSettings(document);
  const { host } = settings;
  document.body.dataset.host = String(host);
  const name = packageName(carried);
  const { standard, passAs, score, interactions } = settings;
  printUnfolded(document);
  screen.log.onclick = offerLog([name, standard, passAs, score, interactions].join(' '));
  const lms = await openLms(settings, name, device, seconds);
  const kept = keptIn(device, lms.learner, [carried.content.course.id, ...carried.modules]);
  const saving = savingFor(lms, kept, screen, host);
  screen.log.hidden = !lms.refused;
  screen.exit.hidden = host || lms.kind === 'alone';
  document.getElementById('read')?.removeAttribute('hidden');
  keepSafe(saving);
  // What this browser kept for an emptied record may be of the content that the package carries.
  const held = lms.path || kept.all().find((path) => path.split('.')[1] === carried.hash.slice(0, 8)) || '';
  const played = (await window.standpointConnected?.content(carried, held)) ?? carried;
  const pkg = withPassMark(played, lms.passMark);
  listen({ pkg, screen, host, site: host ? location.origin : settings.connection?.server, lms, kept, saving });
}

function savingFor(lms: Lms, kept: Kept, screen: Screen, host: boolean): Saving {
  let wasWrong = false;
  const saving = createSaving({
    lms,
    kept,
    // On our own page "true" means kept in the outbox, and that page tells of the rest.
    online: () => host || navigator.onLine,
    changed: (state) => {
      const wrong = ['unsaved', 'lost-here', 'without-pass'].includes(state);
      // Our own page says the same aloud, and nothing is said twice.
      const loud = !host && (wrong || (wasWrong && state === 'saved'));
      screen.saved(savedWords(state, lms, host), state, loud);
      if (state !== 'saving') wasWrong = wrong;
      // Where something is wrong once, whoever helps later wants to know of it: it stays.
      if (wrong && lms.kind === 'lms') screen.log.hidden = host;
    },
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  screen.saved(savedWords(saving.state(), lms, host), saving.state(), false);
  return saving;
}

/** The learner goes on with `attempt`: where this tab was, or from the title page. */
function begin(
  { pkg, screen, host, site, lms, saving }: Launch,
  attempt: Attempt,
  save: boolean,
  notice?: Notice,
): Player {
  const memory = memoryOf(tab, attempt.replayed.path.nonce);
  const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const player = createPlayer({ pkg, screen, lms, saving, memory, host, site, reducedMotion, seconds }, attempt);
  saving.open(attempt, save);
  if (notice !== undefined || !player.resume()) {
    const ready = readyView(attempt, keeperOf(lms, host), notice);
    screen.ready(lms.refused ? html`${refusedView}${ready}` : ready, keptWhere(lms, host));
  }
  return player;
}

/** Opens the attempt, or asks first; then does what buttons say. */
function listen(parts: Launch): void {
  const { pkg, screen, host, lms, kept } = parts;
  const opening = openAttempt(pkg, lms.path, kept, (bytes) => crypto.getRandomValues(bytes));
  let player: Player | undefined;
  const start = (attempt: Attempt, save: boolean, notice?: Notice): void => {
    player = begin(parts, attempt, save, notice);
  };
  if (opening.kind === 'go') start(opening.attempt, opening.save, opening.notice);
  else screen.ready(questionOf(opening, keeperOf(lms, host)), keptWhere(lms, host));

  const acts: Readonly<Record<string, () => void>> = {
    leave: () => void leave(parts),
    print: () => window.print(),
    certificate: () => parent.postMessage({ standpoint: 'certificate' }, location.origin),
    replace: () => opening.kind === 'unreadable' && start(opening.fresh, true),
    restore: () => opening.kind === 'offer' && start(opening.mine, true, opening.notice),
    afresh: () => {
      if (opening.kind !== 'offer') return;
      // Asked and answered: none of them is offered a second time, before what is decided from here on.
      for (const path of kept.all()) kept.clear(path.split('.')[2] ?? '');
      start(opening.fresh, true);
    },
  };
  // Our own page around this one sees to it that no window puts another back.
  if (!host) {
    addEventListener('storage', (told) => {
      const path = kept.heard(told);
      if (path !== undefined) player?.meet(path);
    });
  }
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : undefined;
    const action = button?.dataset.do;
    if (action && !player?.act(action, Number(button.dataset.step ?? 0))) acts[action]?.();
  });
}

async function leave({ screen, saving, host, lms }: Launch): Promise<void> {
  // Our own page around this one looks after what is still on its way, and then leaves.
  if (host) {
    saving.flush();
    parent.postMessage({ standpoint: 'exit' }, location.origin);
    return;
  }
  const ended = saving.end();
  screen.exit.hidden = true;
  screen.show({ title: document.title, body: leftView, focus: 'h1' });
  await ended;
  if (lms.returnUrl) location.assign(lms.returnUrl);
  else window.close();
}

const packageName = ({ hash, modules }: PackageContent): string => [hash.slice(0, 8), ...modules].join('.');

function questionOf(opening: Exclude<Opening, { kind: 'go' }>, keeper: Keeper) {
  if (opening.kind === 'unreadable') return unreadableView(opening.otherVersion, keeper);
  const { kept, current } = opening.mine.replayed.path;
  return offerView(new Set([...kept, ...current].map((one) => one.scenario)).size, keeper);
}

/** iOS Safari sends neither `beforeunload` nor `unload`; a page kept for going back must not end its session. */
function keepSafe(saving: Saving): void {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saving.again());
  addEventListener('pagehide', ({ persisted }) => (persisted ? saving.again() : saving.end()));
  addEventListener('online', () => saving.flush());
}

void launch();
