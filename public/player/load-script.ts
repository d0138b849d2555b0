/** What the page knows of its package by name: files beside it, and its own stamp. */
export const knownToPage = (page: Document, name: string): string | undefined =>
  page.getElementById('player')?.dataset[name];

/**
 * Fetches a script of the package that the first view did without. It settles also where the file cannot be had. The page
 * knows its file by a name that stands for its bytes; what the page names no file for has its plain name.
 */
export function loadScript(page: Document, name: 'settings' | 'connected' | 'cmi5' | 'reflect'): Promise<void> {
  return new Promise((resolve) => {
    const script = page.createElement('script');
    script.src = knownToPage(page, name) ?? `${name}.js`;
    script.onload = () => resolve();
    script.onerror = () => resolve();
    page.head.append(script);
  });
}
