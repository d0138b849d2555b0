/** Every way off the page leaves at once where all is saved, waits a moment where it is on its way, and else asks. */
import type { Outbox } from './outbox.ts';
import { find, type Page } from './page.ts';
import { offerFile } from './show-state.ts';

/** A commit under way is answered in milliseconds; after this long the learner is told instead of kept waiting. */
const MOMENT = 2000;
const LOOK_AGAIN = 50;

/** What becomes of the decisions of a learner who leaves now. */
function tell(dialog: HTMLDialogElement, outbox: Outbox): void {
  const state = outbox.state();
  const refused = state.kind === 'refused';
  find(dialog, '[data-refused]', HTMLElement).hidden = !refused;
  find(dialog, '[data-lost]', HTMLElement).hidden = refused || !outbox.wouldLose();
  find(dialog, '[data-kept]', HTMLElement).hidden = refused || outbox.wouldLose();
  if (refused) offerFile(dialog, state.mine);
}

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
    tell(dialog, outbox);
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
