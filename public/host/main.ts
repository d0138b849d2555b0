/** The page around a running package: its LMS, its outbox, and the words about both. */
import { askWhichWay } from './ask-which-way.ts';
import { leaving } from './leave.ts';
import { createApi } from './lms.ts';
import { offerOnce } from './offer-once.ts';
import { openPackage } from './open-package.ts';
import { createOutbox, type Outbox, type SaveState } from './outbox.ts';
import { readPage } from './page.ts';
import { contentIn, type Paths, pathsOf } from './paths.ts';
import { printWhole } from './print-whole.ts';
import { sendTo } from './send.ts';
import { showRefused, showState } from './show-state.ts';
import { slotOf } from './slot.ts';

declare global {
  interface Window {
    API?: ReturnType<typeof createApi>;
  }
}

const page = readPage(document);
const { attempt, frame } = page;
const slot = slotOf(attempt.id, () => localStorage);

/** Paths are compared rarely, so the content for it is the package's own, read when it is first needed. */
let paths: Paths | undefined;
function pathsFrom(carrier: Document): Paths {
  paths ??= pathsOf(contentIn(carrier), attempt.hash);
  return paths;
}

const pathsHere = (): Paths | undefined =>
  frame.contentDocument?.getElementById('content') ? pathsFrom(frame.contentDocument) : paths;

const outbox: Outbox = createOutbox({
  stored: attempt.path,
  passed: attempt.passed,
  slot,
  send: sendTo(attempt.commit, (...sent) => fetch(...sent)),
  compare: (stored, incoming) => pathsHere()?.compare(stored, incoming) ?? 'diverged',
  changed,
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
});
printWhole(frame);
const leave = leaving(page, outbox, (address) => location.assign(address));

function changed(state: SaveState): void {
  showState(page, state);
  if (state.kind === 'diverged') void ask(state);
}

async function ask(ways: { stored: string; mine: string }): Promise<void> {
  await packageShown;
  const known = pathsHere();
  if (!known) throw new Error('The package that was shown has no content.');
  if ((await askWhichWay(page.diverged, known, ways)) === 'mine') {
    outbox.keepMine();
    return;
  }
  outbox.keepStored();
  // The package holds its own path in memory, and its frame must never be reloaded alone: a second LMSInitialize fails.
  location.reload();
}

/** Where to begin: what waited on this device where it knows more than the server, else what the server has. */
async function opening(): Promise<string | undefined> {
  if (held === undefined) return attempt.path;
  const text = await textOf(attempt.play);
  if (text === undefined) return undefined;
  const { compare, readable } = pathsFrom(new DOMParser().parseFromString(text, 'text/html'));
  const fits = readable(held);
  const standing = compare(attempt.path, held);
  if (fits && (standing === 'ahead' || standing === 'diverged')) return held;
  if (fits) slot.clear(held);
  else slot.setAside(held);
  outbox.forget();
  if (!fits) {
    const words = 'We could not follow them through the module, so you go on from what was saved.';
    showRefused(page, 'Some decisions on this device do not fit this module', words, held);
  }
  return attempt.path;
}

/** Undefined where it cannot be fetched now. */
async function textOf(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

const held = outbox.begin();
showState(page, outbox.state());
const packageShown = openPackage(page, async () => {
  const path = await opening();
  if (path === undefined) return false;
  window.API = createApi({ id: attempt.id, path, passed: attempt.passed, commit: outbox.commit });
  return true;
});
void packageShown.then(() => offerOnce(page.certificate, frame.contentDocument));

for (const sign of ['online', 'focus', 'pageshow']) addEventListener(sign, outbox.wake);
document.addEventListener('visibilitychange', outbox.wake);
addEventListener('message', ({ origin, source, data }: MessageEvent) => {
  if (origin !== location.origin || source !== frame.contentWindow) return;
  if (data?.standpoint === 'certificate') void leave(attempt.certificate);
  if (data?.standpoint === 'exit') void leave(page.exit.href, true);
});
