/**
 * Ordering by dragging, for those who would rather: a mouse takes an item anywhere, a finger takes it by its grip, so that
 * the page still scrolls. The buttons beside each item stay the way for everybody (WCAG 2.5.7).
 */

/** @param moved an item has been put down in another place */
export function letDrag(main: HTMLElement, moved: (item: Element) => void): void {
  main.addEventListener('pointerdown', (event) => {
    const { target, pointerId, pointerType, button, pageY } = event;
    if (!(target instanceof Element) || button !== 0 || target.closest('button')) return;
    const item = target.closest<HTMLElement>('.ordering li');
    if (!item || (pointerType === 'touch' && !target.closest('.grip'))) return;
    event.preventDefault();
    item.setPointerCapture(pointerId);
    follow(item, pageY, moved);
  });
}

/** @param start where the pointer is when the item is in its own place */
function follow(item: HTMLElement, start: number, moved: (item: Element) => void): void {
  const before = item.nextSibling;
  const drag = ({ pageY }: PointerEvent): void => {
    for (let one = passed(item, pageY, start); one; one = passed(item, pageY, start)) {
      const stood = item.offsetTop;
      // The neighbour moves: an item that is taken out of the page loses its pointer.
      if (pageY < start) item.after(one);
      else item.before(one);
      start += item.offsetTop - stood;
    }
    item.style.translate = `0 ${pageY - start}px`;
  };
  const end = ({ type }: PointerEvent): void => {
    item.removeEventListener('pointermove', drag);
    item.removeAttribute('style');
    // What the system has cut short is undone (WCAG 2.5.2).
    if (type === 'pointercancel') item.parentElement?.insertBefore(item, before);
    else if (item.nextSibling !== before) moved(item);
  };
  item.style.translate = '0';
  item.addEventListener('pointermove', drag);
  item.addEventListener('pointerup', end, { once: true });
  item.addEventListener('pointercancel', end, { once: true });
}

/** The next item on the pointer's way, where the pointer is beyond its middle. */
function passed(item: Element, pageY: number, start: number): Element | undefined {
  const up = pageY < start;
  const next = up ? item.previousElementSibling : item.nextElementSibling;
  if (!next) return undefined;
  const { top, height } = next.getBoundingClientRect();
  const beyond = pageY - scrollY - top - height / 2;
  return (up ? beyond < 0 : beyond > 0) ? next : undefined;
}
