/** The page's fixed parts, and how a view comes into it. */
import type { Html } from '../../courses/blocks/html.ts';
import type { Page } from './views/page.ts';

export interface Screen {
  readonly main: HTMLElement;
  show(page: Page): void;
  /** The title page, which is static HTML, gets its buttons. */
  ready(buttons: Html, keptWhere: string): void;
  announce(words: string): void;
  saved(words: string, state: string, loud: boolean): void;
  exit: HTMLButtonElement;
  /** Opens the log for support. */
  log: HTMLButtonElement;
}

/** @throws Error where the page was built by another version of `server/package-page.ts` */
export function screenOf(page: Document): Screen {
  const part = <T extends Element>(id: string, kind: new () => T): T => {
    const found = page.getElementById(id);
    if (!(found instanceof kind)) throw new Error(`The page has no #${id}.`);
    return found;
  };
  const main = part('main', HTMLElement);
  const status = part('announce', HTMLElement);
  const saved = part('saved', HTMLElement);
  const announce = (words: string): void => {
    status.textContent = words;
  };
  return {
    main,
    announce,
    exit: part('exit', HTMLButtonElement),
    log: part('log', HTMLButtonElement),
    show: ({ title, body, focus }) => {
      page.title = title;
      announce('');
      main.innerHTML = body.text;
      main.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    },
    ready: (buttons, keptWhere) => {
      part('ready', HTMLElement).innerHTML = buttons.text;
      part('kept-where', HTMLElement).textContent = keptWhere;
    },
    // Read out only where something is wrong or right again: after each decision, what happens comes first.
    saved: (words, state, loud) => {
      saved.textContent = words;
      saved.dataset.state = state;
      if (loud) announce(words);
    },
  };
}
