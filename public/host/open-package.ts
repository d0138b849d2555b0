/** Brings the package into its frame. Where it cannot be had, the learner is told, and it is tried again. */
import type { Page } from './page.ts';

/** From a page that has loaded to a player that runs in it. */
const PATIENCE = 10_000;
const LOOK_AGAIN = 100;

/**
 * Settles once the player runs, as a package of ours.
 * @param prepare makes the LMS ready for the package; false where what it needs could not be fetched
 */
export async function openPackage(page: Page, prepare: () => Promise<boolean>): Promise<void> {
  const tell = (opening: boolean, missing: boolean): void => {
    page.opening.hidden = !opening;
    page.missing.hidden = !missing;
    page.frame.hidden = missing;
  };
  for (;;) {
    tell(true, false);
    if ((await prepare()) && (await comes(page))) break;
    tell(false, true);
    await askedAgain(page.missing);
  }
  tell(false, false);
}

async function comes({ frame, attempt }: Page): Promise<boolean> {
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', function look() {
      if (frame.contentDocument?.URL === 'about:blank') return;
      frame.removeEventListener('load', look);
      resolve();
    });
  });
  frame.src = attempt.play;
  await loaded;
  for (let waited = 0; waited < PATIENCE; waited += LOOK_AGAIN) {
    const runs = playerIn(frame);
    if (runs !== undefined) return runs;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
  return false;
}

/**
 * Whether the player runs there; undefined while it has not begun. A browser's or a server's own page about what went
 * wrong has no content, and a player that could not have its settings believes that it is alone, and saves nothing here.
 */
function playerIn({ contentDocument }: HTMLIFrameElement): boolean | undefined {
  if (!contentDocument?.getElementById('content')) return false;
  const { host } = contentDocument.body.dataset;
  return host === undefined ? undefined : host === 'true';
}

function askedAgain(missing: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const again = (): void => {
      removeEventListener('online', again);
      resolve();
    };
    addEventListener('online', again);
    const button = missing.querySelector('button');
    if (button) button.onclick = again;
  });
}
