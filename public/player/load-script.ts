/** Fetches a file of the package that the first view did without. It settles also where the file cannot be had. */
export function loadScript(page: Document, name: string): Promise<void> {
  return new Promise((resolve) => {
    const script = page.createElement('script');
    script.src = name;
    script.onload = () => resolve();
    script.onerror = () => resolve();
    page.head.append(script);
  });
}
