/** A part that is open, and what its buttons do. */
import type { CpdDraft } from './cpd-draft.ts';
import type { Kit } from './reflect.ts';

export interface Open {
  readonly kit: Kit;
  readonly draft: CpdDraft;
}

/** Does what was pressed, and answers with the words that say so. */
export type Act = (open: Open, pressed: HTMLElement) => string | Promise<string>;
