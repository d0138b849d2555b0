/** "Copy the link" on a certificate's page. Without script or clipboard the link itself stands there to be copied. */
const button = document.querySelector<HTMLButtonElement>('button[data-copy]');
const said = document.querySelector<HTMLElement>('[data-copied]');

if (button && said && 'clipboard' in navigator) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy ?? '');
      said.textContent = 'Copied';
    } catch {
      // The person, or their employer's policy, allows no page to write there.
      said.textContent = 'This browser does not allow it. Copy the link by hand.';
    }
  });
}
