/**
 * HTML as strings, escaped by construction. A plain string that is put into the template is always text; only `Html`
 * goes in as it stands. Markdown fields of a Content are HTML already (rendered with `html: false`), so views pass
 * exactly those through `rendered`, and nothing else.
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: nothing, text, a number, HTML, or a list of these. */
export type Part = Html | string | number | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

function flat(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(flat).join('');
  return escapeHtml(String(part));
}

export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, index) => text + flat(parts[index])).join(''));

/** A Markdown field of a Content: HTML since it was published. */
export const rendered = (markdown: string): Html => new Html(markdown);
