/**
 * Chat messages that arrive one by one, as they would. The list is a log: a screen reader hears each as it is added.
 * There is no hurry and no limit: "Show all" ends the waiting, and with reduced motion there is none.
 */
import { html } from '../../courses/blocks/html.ts';

interface Arrivals {
  /** How many of each chat have arrived already, by its place in the scene. */
  readonly arrived: (chat: number) => number;
  readonly setArrived: (chat: number, count: number) => void;
  readonly reducedMotion: boolean;
}

/** Reading time at a comfortable pace, within bounds. */
const pause = (words: string): number => Math.min(2400, 700 + words.length * 22);

/** What the rest of the scene (`next`) waits for. The answer stops everything that is under way. */
export function letArrive(scene: Element, next: HTMLElement | null, parts: Arrivals): () => void {
  const logs = [...scene.querySelectorAll<HTMLElement>('.chat .log')];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const queue = logs.flatMap((log, chat) => {
    const list = log.querySelector('ol');
    const items = [...(list?.children ?? [])];
    const shown = parts.reducedMotion ? items.length : Math.max(1, parts.arrived(chat));
    const waiting = items.slice(shown);
    for (const item of waiting) item.remove();
    return waiting.map((item, index) => ({ log, list, item, chat, count: shown + index + 1 }));
  });
  const [first] = queue;
  if (!first || !next) return () => {};

  const typing = document.createElement('p');
  typing.className = 'typing';
  typing.setAttribute('aria-hidden', 'true');
  typing.innerHTML = html`<i></i><i></i><i></i>`.text;
  const skip = document.createElement('button');
  skip.type = 'button';
  skip.className = 'quiet small';
  skip.textContent = 'Show all messages';
  next.hidden = true;
  next.before(skip);

  const arrive = (animated: boolean): void => {
    const one = queue.shift();
    if (!one) return;
    // The newest stays in view for those who read along, and nobody who has scrolled away is pulled back.
    const follows = animated && skip.getBoundingClientRect().top < window.innerHeight;
    typing.remove();
    if (animated) one.item.classList.add('arriving');
    one.list?.append(one.item);
    parts.setArrived(one.chat, one.count);
    if (follows) skip.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  const finish = (): void => {
    const held = document.activeElement === skip;
    typing.remove();
    skip.remove();
    next.hidden = false;
    // Focus that stood on the button would be lost with it.
    if (held) next.querySelector<HTMLElement>('input, button, textarea')?.focus();
  };
  const wait = (): void => {
    const [one] = queue;
    if (!one) {
      finish();
      return;
    }
    if (!one.item.matches('.mine, .note')) one.log.append(typing);
    timer = setTimeout(
      () => {
        arrive(true);
        wait();
      },
      pause(one.item.textContent ?? ''),
    );
  };
  skip.addEventListener('click', () => {
    clearTimeout(timer);
    while (queue.length > 0) arrive(false);
    finish();
  });
  wait();
  return () => clearTimeout(timer);
}
