/** A manifest as a tree of plain elements, for checks that ask for names, attributes and texts. */
import { SaxesParser } from 'saxes';

export interface ManifestElement {
  /** With its prefix, as it is written. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text and that of everything in it. */
  readonly text: string;
  readonly children: readonly ManifestElement[];
}

/** Manifests of whole catalogues have some thousand elements, a file each, a dozen deep; more is made to hurt. */
const MOST = { elements: 7_000, depth: 60 };

/**
 * The root element, or undefined where the text is not well-formed, declares entities of its own, which can grow without
 * end, or is deeper or longer than any manifest.
 */
export function readManifest(xml: string): ManifestElement | undefined {
  const parser = new SaxesParser({ xmlns: false });
  const open: Growing[] = [];
  let root: Growing | undefined;
  let count = 0;
  parser.on('doctype', () => parser.fail('A document type.'));
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > MOST.elements || open.length >= MOST.depth) throw new TooMuch();
    const element: Growing = { name, local: name.split(':').at(-1) ?? '', attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string): void => {
    const inside = open.at(-1);
    if (inside) inside.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const { text = '' } = open.pop() ?? {};
    addText(text);
  });
  try {
    parser.write(xml.replace(/^\uFEFF/, '')).close();
    return root;
  } catch (error) {
    // The parser reports what is not well-formed as plain errors.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

interface Growing extends ManifestElement {
  text: string;
  readonly children: Growing[];
}

class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** An element and everything below it, from the top down. */
export function everyElement(top: ManifestElement): ManifestElement[] {
  const all: ManifestElement[] = [];
  const add = (element: ManifestElement): void => {
    all.push(element);
    element.children.forEach(add);
  };
  add(top);
  return all;
}

/** The elements of the standard's own, the root's. Vendors may add theirs (cmi5 13.1.5, CAM 3.5): they are passed by. */
export function ownElements(root: ManifestElement): ManifestElement[] {
  const prefix = root.name.slice(0, -root.local.length);
  const isOwn = ({ name, local, attributes: { xmlns } }: ManifestElement): boolean =>
    name === prefix + local && (prefix !== '' || xmlns === undefined || xmlns === root.attributes.xmlns);
  const all: ManifestElement[] = [];
  const add = (element: ManifestElement): void => {
    all.push(element);
    for (const child of element.children) if (isOwn(child)) add(child);
  };
  add(root);
  return all;
}

/**
 * The text of an XML file by its byte order mark, or else by its declaration (XML 1.0, appendix F), with neither: it is to
 * be read as text, or as UTF-8. Undefined where it is in no encoding that we know, or not in the one it says.
 */
export function decodeXml(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 200);
  const [, declared = 'utf-8'] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start) ?? [];
  const wide = /^(\xff\xfe|<\0)/.test(start) ? 'utf-16le' : /^(\xfe\xff|\0<)/.test(start) ? 'utf-16be' : undefined;
  const encoding = wide ?? (start.startsWith('\xef\xbb\xbf') ? 'utf-8' : declared);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"'>]*["']/, '$1');
  } catch {
    return undefined;
  }
}
