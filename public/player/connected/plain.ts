/**
 * Whether a server's content is no more than the published courses are. It becomes part of a page in somebody's LMS, with
 * the rights of that page: a server that was broken into must not get those. So nothing is cleaned; all is refused.
 */

/** What Markdown without HTML becomes. */
const ELEMENTS = new Set(
  'a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre s strong table tbody td th thead tr ul'.split(' '),
);
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  href: /^(https?:\/\/|mailto:|#)/i,
  title: /^/,
  start: /^\d+$/,
  style: /^text-align:(left|center|right)$/,
  class: /^language-[\w-]+$/,
};

/** Every text in it, wherever it stands: which ones are shown as HTML is for the views to say, and may change. */
export function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('<') || isPlainHtml(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain);
}

function isPlainHtml(text: string): boolean {
  // Its content belongs to no page, so that nothing in it is fetched or run.
  const template = document.createElement('template');
  template.innerHTML = text;
  return [...template.content.querySelectorAll('*')].every(
    ({ localName, attributes }) =>
      ELEMENTS.has(localName) && [...attributes].every(({ name, value }) => ATTRIBUTES[name]?.test(value)),
  );
}
