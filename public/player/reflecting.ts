/** Opens a part of reflect.js: it is fetched once, when the learner first asks for it. */
import { html } from '../../courses/blocks/html.ts';
import type { Attempt } from './attempt.ts';
import { loadScript } from './load-script.ts';
import type { PackageContent } from './package-content.ts';
import type { Memory } from './remembered.ts';
import * as shared from './shared.ts';
import type { Page } from './views/page.ts';

export interface Having {
  readonly pkg: PackageContent;
  readonly attempt: Attempt;
  readonly site: string | undefined;
  readonly memory: Memory;
}

export async function reflectPage(part: string, having: Having): Promise<Page> {
  window.standpointShared = shared;
  if (!window.standpointReflect) await loadScript(document, 'reflect');
  return window.standpointReflect?.(part, having) ?? notHere(part);
}

const notHere = (part: string): Page => ({
  title: 'Not here yet',
  focus: 'h1',
  body: html`<h1 tabindex="-1">This page could not be fetched</h1><p>Look at your connection, then try again, or close the module and open it again.</p>
<p class="actions"><button type="button" class="primary" data-do="reflect:${part}">Try again</button> <button type="button" class="quiet" data-do="back">Back</button></p>`,
});
