/** Tells the learner how their decisions are kept. What stands there is always true. */
import type { SaveState } from './outbox.ts';
import { find, type Page } from './page.ts';

const WORDS: Readonly<Record<SaveState['kind'], string>> = {
  saved: 'Saved',
  saving: 'Saving',
  waiting: 'Not saved yet',
  'signed-out': 'Not saved yet',
  diverged: 'Not saved yet',
  refused: 'Not saved yet',
};

export function showState(page: Page, state: SaveState): void {
  const words = WORDS[state.kind];
  write(page.save, words);
  page.save.dataset.state = state.kind;
  page.signedOut.hidden = state.kind !== 'signed-out';
  if (state.kind === 'saved') {
    page.refused.hidden = true;
    page.certificate.hidden = !state.passed;
    page.keep.hidden = !state.passed || !page.attempt.guest;
  }
  if (state.kind === 'refused') showRefused(page, state.title, state.text, state.mine);
}

/** Only where it changes: a status region is read out at every write. */
function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/** The link of `around` that gives the path to the learner as a file. */
export function offerFile(around: ParentNode, path: string): void {
  find(around, 'a[download]', HTMLAnchorElement).href = `data:text/plain,${encodeURIComponent(path)}`;
}

/** The words of a refusal, and the path to take away: to copy, or as a file. */
export function showRefused({ refused }: Page, title: string, text: string, path: string): void {
  write(find(refused, 'h2', HTMLElement), title);
  write(find(refused, 'p', HTMLElement), text);
  find(refused, 'textarea', HTMLTextAreaElement).value = path;
  offerFile(refused, path);
  const copy = find(refused, 'button', HTMLButtonElement);
  copy.onclick = async () => {
    await navigator.clipboard.writeText(path);
    copy.textContent = 'Copied';
  };
  refused.hidden = false;
}
