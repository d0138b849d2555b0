/** The log on the screen, when the learner asks for it: by its button, or with Ctrl and F9, as support tells them. */
import { logText } from './log.ts';

/**
 * @param about what was launched, by its ids
 * @returns opens it
 */
export function offerLog(about: string): () => void {
  const dialog = document.createElement('dialog');
  const open = (): void => {
    if (dialog.open) return;
    dialog.innerHTML = `<h2>What this module and your LMS said</h2>
<p>Copy it, and send it to who helps you. It names nobody. Your decisions are in it, as letters.</p>
<textarea readonly rows="12" aria-label="Log"></textarea>
<form method="dialog" class="actions"><button type="button" class="primary">Copy</button><button class="quiet">Close</button></form>`;
    const [text, copy] = dialog.querySelectorAll<HTMLTextAreaElement & HTMLButtonElement>('textarea, button');
    if (!text || !copy) return;
    text.value = logText(about);
    copy.onclick = () => {
      text.select();
      // Frames of another origin may not use the clipboard's own interface.
      copy.textContent = document.execCommand('copy') ? 'Copied' : 'Press Ctrl and C';
    };
    document.body.append(dialog);
    dialog.showModal();
  };
  addEventListener('keydown', ({ ctrlKey, key }) => {
    if (ctrlKey && key === 'F9') open();
  });
  return open;
}
