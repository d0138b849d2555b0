/** Markdown of courses as HTML. No HTML of the author's gets through, so what comes out needs no cleaning. */
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

/** Courses point to web pages, to post addresses and to places on their own page, and to nothing that runs. */
markdown.validateLink = (address) => /^(?:https?:\/\/|mailto:|#)/i.test(address.trim());

/** Paragraphs, lists, emphasis, quotes and links. A link to anything but http, https, mailto or # stays plain text. */
export function renderMarkdown(text: string): string {
  return markdown.render(text).trim();
}
