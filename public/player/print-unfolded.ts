/** What is folded on the screen stands on paper in full: nobody can open it there. */
export function printUnfolded(page: Document): void {
  let opened: HTMLDetailsElement[] = [];
  // The page around a package may say it once more than the browser does: what is open by then stays in the list.
  addEventListener('beforeprint', () => {
    const closed = [...page.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of closed) one.open = true;
    opened.push(...closed);
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
    opened = [];
  });
}
