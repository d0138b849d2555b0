/** The page around a running package: its LMS, its outbox, and the words about both. */
import { askWhichWay } from './ask-which-way.ts';
import { leaving } from './leave.ts';
import { createApi } from './lms.ts';
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
const packageShown = new Promise((resolve) => frame.addEventListener('load', resolve));

/** Paths are compared rarely, so the content for it is the package's own, read when it is first needed. */
let paths: Paths | undefined;
function pathsFrom(carrier: Document | null): Paths {
  if (!carrier) throw new Error('The package is not there yet.');
  paths ??= pathsOf(contentIn(carrier), attempt.hash);
  return paths;
}

const outbox: Outbox = createOutbox({
  stored: attempt.path,
  passed: attempt.passed,
  slot,
  send: sendTo(attempt.commit, (...sent) => fetch(...sent)),
  compare: (stored, incoming) => pathsFrom(frame.contentDocument).compare(stored, incoming),
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
  if ((await askWhichWay(page.diverged, pathsFrom(frame.contentDocument), ways)) === 'mine') {
    outbox.keepMine();
    return;
  }
  outbox.keepStored();
  // The package holds its own path in memory, and its frame must never be reloaded alone: a second LMSInitialize fails.
  location.reload();
}

/** Where to begin: what waits on this device where it knows more than the server, else what the server has. */
async function opening(): Promise<string> {
  const held = slot.read();
  if (held === undefined) return attempt.path;
  const text = await (await fetch(attempt.play)).text();
  const { compare, readable } = pathsFrom(new DOMParser().parseFromString(text, 'text/html'));
  if (!readable(held)) {
    slot.setAside(held);
    const words = 'We could not follow them through the module, so you go on from what was saved.';
    showRefused(page, 'Some decisions on this device do not fit this module', words, held);
    return attempt.path;
  }
  const standing = compare(attempt.path, held);
  if (standing === 'ahead' || standing === 'diverged') {
    outbox.commit(held);
    return held;
  }
  slot.clear(held);
  return attempt.path;
}

async function begin(): Promise<void> {
  showState(page, outbox.state());
  window.API = createApi({ id: attempt.id, path: await opening(), passed: attempt.passed, commit: outbox.commit });
  frame.src = attempt.play;
}

for (const sign of ['online', 'focus', 'pageshow']) addEventListener(sign, outbox.wake);
document.addEventListener('visibilitychange', outbox.wake);
addEventListener('message', ({ origin, source, data }: MessageEvent) => {
  if (origin !== location.origin || source !== frame.contentWindow) return;
  if (data?.standpoint === 'certificate') void leave(attempt.certificate);
  if (data?.standpoint === 'exit') void leave(page.exit.href, true);
});
void begin();
