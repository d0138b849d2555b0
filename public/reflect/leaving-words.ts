/** Who leaves with words that would be gone is offered a download first. */
import { html } from '../player/shared.ts';

const VIEW = html`<dialog id="words-leaving" class="told" aria-labelledby="words-title"><h2 id="words-title">Your CPD draft is in this tab only</h2>
<p>It goes when the tab is closed.</p>
<p class="actions"><button type="button" class="primary" data-words="download">Download it</button> <button type="button" class="quiet" data-words="stay">Stay here</button> <button type="button" class="quiet" data-words="go">Leave without it</button></p></dialog>`;

export function offerDownloadOnLeaving(wouldLose: () => boolean, download: () => void): void {
  document.body.insertAdjacentHTML('beforeend', VIEW.text);
  const dialog = document.getElementById('words-leaving');
  if (!(dialog instanceof HTMLDialogElement)) return;
  const goOn = dialog.querySelector<HTMLElement>('[data-words="go"]');
  let left: HTMLElement | undefined;
  let agreed = false;
  const ask = (): void => {
    if (goOn) goOn.hidden = left === undefined;
    if (!dialog.open) dialog.showModal();
  };
  // Before the player hears of the button.
  document.addEventListener(
    'click',
    (event) => {
      const { target } = event;
      const leaving =
        target instanceof Element && target.closest<HTMLElement>('[data-do="leave"], [data-do="certificate"]');
      if (!leaving || agreed || !wouldLose()) return;
      event.stopImmediatePropagation();
      left = leaving;
      ask();
    },
    true,
  );
  dialog.addEventListener('click', ({ target }) => {
    const chosen = target instanceof HTMLElement ? target.dataset.words : undefined;
    if (!chosen) return;
    dialog.close();
    if (chosen === 'download') download();
    agreed = chosen === 'go';
    if (agreed) left?.click();
  });
  addEventListener('beforeunload', (event) => {
    if (agreed || !wouldLose()) return;
    event.preventDefault();
    // Seen by those who stay: the browser's own question offers no download.
    left = undefined;
    setTimeout(ask);
  });
}
