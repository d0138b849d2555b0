/** Reads back the PDFs that pdfkit writes, as far as tests ask: the tagged elements of the first page, and what they say. */
import { inflateSync } from 'node:zlib';

export interface PdfElement {
  readonly tag: string;
  readonly text: string;
}

/** In the order in which a screen reader meets them; artifacts are left out. A letter without a glyph comes out as □. */
export function readPdf(file: Buffer): PdfElement[] {
  const objects = objectsOf(file.toString('latin1'));
  const page = Array.from(objects.values()).find((one) => one.includes('/Type /Page\n')) ?? '';
  const fonts = new Map<string, string[]>();
  for (const [, name = '', ref = ''] of refIn(objects, page, 'Resources').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name, lettersOf(streamOf(refIn(objects, objects.get(ref) ?? '', 'ToUnicode'))));
  }
  return elementsOf(streamOf(refIn(objects, page, 'Contents')), fonts);
}

function elementsOf(content: string, fonts: ReadonlyMap<string, readonly string[]>): PdfElement[] {
  const elements: { tag: string; text: string }[] = [];
  let letters: readonly string[] = [];
  for (const [, tag, font, shown] of content.matchAll(/\/(\w+) <<[^>]*>> BDC|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (tag) elements.push({ tag, text: '' });
    if (font) letters = fonts.get(font) ?? [];
    const last = elements.at(-1);
    if (!shown || !last) continue;
    const glyphs = Array.from(shown.matchAll(/<([0-9a-f]+)>/g), ([, hex = '']) => hex.match(/.{4}/g) ?? []).flat();
    last.text += glyphs.map((hex) => letters[Number.parseInt(hex, 16)] ?? '□').join('');
  }
  return elements.filter(({ tag }) => tag !== 'Artifact');
}

/**
 * What each glyph of a font stands for, from its ToUnicode table: nothing for a mark that is drawn apart from its letter.
 * The first is the box for what a font lacks.
 */
function lettersOf(table: string): string[] {
  const list = /<0000> <[0-9a-f]{4}> \[(.*?)\]/.exec(table)?.[1] ?? '';
  const letters = Array.from(list.matchAll(/<([0-9a-f ]*)>/g), ([, hex = '']) =>
    Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
  );
  return letters.with(0, '□');
}

const objectsOf = (text: string): Map<string, string> =>
  new Map(Array.from(text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g), ([, id = '', body = '']) => [id, body]));

/** The object that an entry points to, or the entry's own dictionary. */
function refIn(objects: ReadonlyMap<string, string>, owner: string, name: string): string {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(owner)?.[1];
  return id === undefined ? owner : (objects.get(id) ?? '');
}

function streamOf(object: string): string {
  const bytes = /stream\n([\s\S]*)\nendstream/.exec(object)?.[1];
  return bytes === undefined ? '' : inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
}
