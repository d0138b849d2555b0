/** Every way off the page leaves at once where all is saved, waits a moment where it is on its way, and else asks. */
import type { Outbox } from './outbox.ts';
import { find, type Page } from './page.ts';

/** A commit under way is answered in milliseconds; after this long the learner is told instead of kept waiting. */
const MOMENT = 2000;
const LOOK_AGAIN = 50;

/**
 * Takes over the links marked data-leave, and answers with the function that leaves for an address by the same rule.
 * `ended` says that the package has ended its session: whoever stays then begins a new one, or nothing more is saved.
 */
export function leaving({ leaving: dialog }: Page, outbox: Outbox, go: (address: string) => void) {
  let agreed = false;
  const leave = async (address: string, ended = false): Promise<void> => {
    outbox.wake();
    for (let waited = 0; outbox.state().kind === 'saving' && waited < MOMENT; waited += LOOK_AGAIN) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
    if (outbox.state().kind === 'saved') return go(address);
    find(dialog, '[data-lost]', HTMLElement).hidden = !outbox.wouldLose();
    find(dialog, '[data-kept]', HTMLElement).hidden = outbox.wouldLose();
    find(dialog, '[data-stay]', HTMLButtonElement).onclick = () => {
      dialog.close();
      if (ended && !outbox.wouldLose()) location.reload();
    };
    find(dialog, '[data-go]', HTMLButtonElement).onclick = () => {
      agreed = true;
      go(address);
    };
    if (!dialog.open) dialog.showModal();
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-leave]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void leave(link.href);
    });
  }
  addEventListener('beforeunload', (event) => {
    if (outbox.wouldLose() && !agreed) event.preventDefault();
  });
  return leave;
}
