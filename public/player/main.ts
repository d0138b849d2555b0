/** The player begins behind the title page: settings, whoever keeps the path, what was found, and then the learner. */
import type { Attempt } from './attempt.ts';
import { keptIn } from './kept.ts';
import { openLms } from './lms/open-lms.ts';
import { type Opening, openAttempt } from './opening.ts';
import { type PackageContent, readPackage } from './package-content.ts';
import { createPlayer, type Player } from './player.ts';
import { memoryOf } from './remembered.ts';
import { savedWords } from './saved-words.ts';
import { createSaving, type Saving } from './saving.ts';
import { screenOf } from './screen.ts';
import { loadSettings } from './settings.ts';
import { storeOf } from './storage.ts';
import { type Keeper, keeperOf, keptWhere, leftView, offerView, readyView, unreadableView } from './views/opening.ts';

const launched = performance.now();
const seconds = (): number => (performance.now() - launched) / 1000;
const device = storeOf(() => localStorage);
const tab = storeOf(() => sessionStorage);

async function launch(): Promise<void> {
  const pkg = readPackage(document);
  const screen = screenOf(document);
  const settings = await loadSettings(document);
  const { host } = settings;
  document.body.dataset.host = String(host);
  const lms = openLms(settings, packageName(pkg), device, seconds);
  const keeper = keeperOf(lms, host);
  const kept = keptIn(device, lms.learner);
  let wasWrong = false;
  const saving = createSaving({
    lms,
    kept,
    // On our own page "true" means kept in the outbox, and that page tells of the rest.
    online: () => host || navigator.onLine,
    changed: (state) => {
      const wrong = state === 'unsaved' || state === 'lost-here';
      // Our own page says the same aloud, and nothing is said twice.
      const loud = !host && (wrong || (wasWrong && state === 'saved'));
      screen.saved(savedWords(state, lms, host), state, loud);
      if (state !== 'saving') wasWrong = wrong;
    },
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  screen.saved(savedWords(saving.state(), lms, host), saving.state(), false);
  screen.exit.hidden = host || lms.kind === 'alone';

  const opening = openAttempt(pkg, lms.path, kept, (bytes) => crypto.getRandomValues(bytes));
  let player: Player | undefined;
  const begin = (attempt: Attempt, save: boolean, notice?: 'kept' | 'diverged'): void => {
    const memory = memoryOf(tab, attempt.replayed.path.nonce);
    const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
    player = createPlayer({ pkg, screen, lms, saving, memory, host, reducedMotion, seconds }, attempt);
    saving.open(attempt, save);
    if (notice !== undefined || !player.resume())
      screen.ready(readyView(attempt, keeper, notice), keptWhere(lms, host));
  };
  if (opening.kind === 'go') begin(opening.attempt, opening.save, opening.notice);
  else screen.ready(questionOf(opening, keeper), keptWhere(lms, host));

  const leave = (): void => {
    saving.end();
    if (host) {
      parent.postMessage({ standpoint: 'exit' }, location.origin);
      return;
    }
    screen.exit.hidden = true;
    screen.show({ title: document.title, body: leftView, focus: 'h1' });
    window.close();
  };
  const acts: Readonly<Record<string, () => void>> = {
    leave,
    print: () => window.print(),
    certificate: () => parent.postMessage({ standpoint: 'certificate' }, location.origin),
    replace: () => opening.kind === 'unreadable' && begin(opening.fresh, true),
    restore: () => opening.kind === 'offer' && begin(opening.mine, true, 'kept'),
    afresh: () => opening.kind === 'offer' && begin(opening.fresh, true),
  };
  screen.exit.addEventListener('click', leave);
  screen.main.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : undefined;
    const action = button?.dataset.do;
    if (action && !player?.act(action, Number(button.dataset.step ?? 0))) acts[action]?.();
  });
  keepSafe(saving);
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
