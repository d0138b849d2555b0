/** What is folded on the screen stands on paper in full: nobody can open it there. */
export function printUnfolded(page: Document): void {
  const opened: HTMLDetailsElement[] = [];
  // The page around a package may say it once more than the browser does: what is open by then stays in the list.
  addEventListener('beforeprint', () => {
    for (const one of page.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      one.open = true;
      opened.push(one);
    }
  });
  addEventListener('afterprint', () => {
    for (const one of opened.splice(0)) one.open = false;
  });
}
