/**
 * A browser prints a frame only as far as it is seen. So for printing, the frame becomes as tall as what is in it, at the
 * width of a sheet: measured on a phone it would be several sheets too tall. What is folded in it unfolds first, and browsers
 * tell the frame of it only after this page.
 */
export function printWhole(frame: HTMLIFrameElement): void {
  addEventListener('beforeprint', () => {
    frame.contentWindow?.dispatchEvent(new Event('beforeprint'));
    frame.style.width = '180mm';
    frame.style.height = `${frame.contentDocument?.documentElement.scrollHeight ?? 0}px`;
    frame.style.removeProperty('width');
  });
  addEventListener('afterprint', () => frame.style.removeProperty('height'));
}
