/** The way to the certificate stands there once: where the module's own page offers it, the bar does not. */
export function offerOnce(link: HTMLElement, shown: Document | null): void {
  const main = shown?.getElementById('main');
  if (!main) return;
  const look = (): void => {
    link.classList.toggle('offered-below', main.querySelector('[data-do="certificate"]') !== null);
  };
  new MutationObserver(look).observe(main, { childList: true });
  look();
}
