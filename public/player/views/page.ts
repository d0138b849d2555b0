/** What a view gives to be shown. */
import type { Html } from '../../../courses/blocks/html.ts';

export interface Page {
  /** The document's title, most particular part first. */
  readonly title: string;
  readonly body: Html;
  /** Where focus goes: a selector. */
  readonly focus: string;
}
