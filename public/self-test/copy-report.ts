/** The button that copies the report. */
export function copyOnAsking(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.dataset.do !== 'copy') return;
    const report = document.getElementById('report');
    if (report instanceof HTMLTextAreaElement) report.select();
    // Frames of another origin may not use the clipboard's own interface.
    target.textContent = document.execCommand('copy') ? 'Copied' : 'Press Ctrl and C';
  });
}
