/** Two places went on with one attempt: the learner sees how far each came, and says which to keep. */
import { find } from './page.ts';
import type { Paths, Standing } from './paths.ts';

export interface Ways {
  readonly stored: string;
  readonly mine: string;
}

/** Opens the dialog and resolves with the learner's choice. It cannot be put away without one. */
export function askWhichWay(dialog: HTMLDialogElement, paths: Paths, { stored, mine }: Ways): Promise<keyof Ways> {
  list(find(dialog, '[data-way="stored"]', HTMLUListElement), paths.standing(stored));
  list(find(dialog, '[data-way="mine"]', HTMLUListElement), paths.standing(mine));
  const keepStored = find(dialog, '[data-keep="stored"]', HTMLButtonElement);
  const keepMine = find(dialog, '[data-keep="mine"]', HTMLButtonElement);
  const free = paths.mayReplace(stored, mine);
  keepMine.hidden = !free;
  find(dialog, '[data-passed]', HTMLElement).hidden = free;
  dialog.oncancel = (event) => event.preventDefault();
  if (!dialog.open) dialog.showModal();
  return new Promise((resolve) => {
    const choose = (way: keyof Ways) => () => {
      dialog.close();
      resolve(way);
    };
    keepStored.onclick = choose('stored');
    keepMine.onclick = choose('mine');
  });
}

function list(target: HTMLUListElement, stories: readonly Standing[]): void {
  const lines = stories.length > 0 ? stories.map(inWords) : ['Nothing decided yet'];
  target.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}

function inWords({ title, decisions, ended }: Standing): string {
  const count = decisions === 1 ? '1 decision' : `${decisions} decisions`;
  return `${title}: ${count}${ended ? ', to the end' : ''}`;
}
