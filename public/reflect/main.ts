/** reflect.js: what a learner reads beside the module or takes away from it. All of it stays in their browser. */

import { storeOf } from '../player/shared.ts';
import type { Page } from '../player/views/page.ts';
import { calendarPage, downloadCalendar } from './coming-back.ts';
import { completionPage } from './completion-sheet.ts';
import { cpdActs } from './cpd-acts.ts';
import { cpdDraftOf } from './cpd-draft.ts';
import { cpdPage } from './cpd-page.ts';
import { kitOf } from './kit.ts';
import { offerDownloadOnLeaving } from './leaving-words.ts';
import type { Act, Open } from './open.ts';
import { peerPage } from './peer-sheet.ts';
import { transcriptPage } from './transcript-page.ts';

/** The built style of these pages: main.ts is bundled with it, so that one file brings both. */
declare const REFLECT_STYLE: string;

const cpd = ({ kit, draft }: Open): Page => cpdPage(kit, draft);
const PAGES: Readonly<Record<string, (open: Open) => Page>> = {
  cpd,
  peer: ({ kit }) => peerPage(kit),
  sheet: ({ kit }) => completionPage(kit),
  calendar: ({ kit }) => calendarPage(kit),
  text: ({ kit }) => transcriptPage(kit.pkg.content),
};

const ACTS: Readonly<Record<string, Act>> = { ...cpdActs, calendar: ({ kit }) => downloadCalendar(kit) };

const tab = storeOf(() => sessionStorage);
const device = storeOf(() => localStorage);
let open: Open | undefined;

window.standpointReflect = (part, having) => {
  const kit = kitOf(having, new Date());
  open = { kit, draft: cpdDraftOf(tab, device, kit.attempt.replayed.path.nonce) };
  return (PAGES[part] ?? cpd)(open);
};

// Not a style element: a page may forbid those, and this is neither.
const style = new CSSStyleSheet();
style.replaceSync(REFLECT_STYLE);
document.adoptedStyleSheets.push(style);

async function act(name: string | undefined, pressed: HTMLElement): Promise<void> {
  const work = ACTS[name ?? ''];
  const says = pressed.closest('.field')?.querySelector('output') ?? document.getElementById('says');
  if (open && work && says) says.textContent = await work(open, pressed);
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('[data-reflect]');
  if (button) void act(button.dataset.reflect, button);
});
document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLElement && target.dataset.cpd) void act('write', target);
});
offerDownloadOnLeaving(
  () => open?.draft.wouldLose() ?? false,
  () => open && cpdActs.download(open),
);
