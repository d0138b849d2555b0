/** reflect.js: what a learner takes away from the module. All of it stays in their browser. */
import type { Page } from '../player/views/page.ts';
import { calendarPage, downloadCalendar } from './coming-back.ts';
import { completionPage } from './completion-sheet.ts';
import { peerPage } from './peer-sheet.ts';
import type { Kit } from './reflect.ts';

/** The built style of these pages: main.ts is bundled with it, so that one file brings both. */
declare const REFLECT_STYLE: string;

const PAGES: Readonly<Record<string, (kit: Kit) => Page>> = {
  peer: peerPage,
  sheet: completionPage,
  calendar: calendarPage,
};
const ACTS: Readonly<Record<string, (kit: Kit) => string>> = { calendar: downloadCalendar };

let open: Kit | undefined;

window.standpointReflect = (part, kit) => {
  open = kit;
  return (PAGES[part] ?? calendarPage)(kit);
};

// Not a style element: a page may forbid those, and this is neither.
const style = new CSSStyleSheet();
style.replaceSync(REFLECT_STYLE);
document.adoptedStyleSheets.push(style);

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-reflect]') : undefined;
  const act = ACTS[button?.dataset.reflect ?? ''];
  const says = document.getElementById('says');
  if (open && act && says) says.textContent = act(open);
});
