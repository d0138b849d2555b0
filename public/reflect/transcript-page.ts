/** The whole text of the package's modules, to read before or after, or to print. */
import type { Content } from '../../courses/model/content.ts';
import { transcriptView } from '../../courses/transcript/transcript.ts';
import { html } from '../player/shared.ts';
import type { Page } from '../player/views/page.ts';

export function transcriptPage(content: Content): Page {
  const title = content.modules.map((one) => one.title).join(', ');
  return {
    title: `${title}: the whole text`,
    body: html`<div class="transcript"><h1 tabindex="-1">${title}: the whole text</h1>
<p>It shows every way through every story, and so it gives the endings away.</p>
<p class="actions"><button type="button" class="primary" data-do="back">Back</button> <button type="button" class="quiet" data-do="print">Print</button></p>
${content.modules.map((one) => transcriptView(content, one))}</div>`,
    focus: 'h1',
  };
}
