/** A manifest as a tree of plain elements, for checks that ask for names, attributes and texts. */
import { create } from 'xmlbuilder2';

export interface ManifestElement {
  /** With its prefix, as it is written. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly ManifestElement[];
}

/** The root element, or undefined where the text is no XML or brings entities of its own, which can grow without end. */
export function readManifest(xml: string): ManifestElement | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) || !isBalanced(xml)) return undefined;
  try {
    return elementOf(create(xml.replace(/^\uFEFF/, '')).root().node);
  } catch (error) {
    // The parser reports malformed text as plain errors.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Whether every element is closed where it should be: the parser closes what is left open by itself. */
function isBalanced(xml: string): boolean {
  const bare = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '');
  const open: string[] = [];
  for (const [, end, name, , empty] of bare.matchAll(/<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g)) {
    if (end && open.pop() !== name) return false;
    if (!end && !empty) open.push(name ?? '');
  }
  return open.length === 0;
}

/** An element and everything below it, from the top down. */
export function everyElement(top: ManifestElement): ManifestElement[] {
  return [top, ...top.children.flatMap(everyElement)];
}

interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<unknown>;
}

const isElement = (node: unknown): node is Node =>
  typeof node === 'object' && node !== null && 'nodeType' in node && node.nodeType === 1;

function elementOf(node: unknown): ManifestElement | undefined {
  if (!isElement(node)) return undefined;
  return {
    name: node.nodeName,
    local: node.nodeName.split(':').at(-1) ?? '',
    attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    text: node.textContent ?? '',
    children: [...node.childNodes].flatMap((one) => elementOf(one) ?? []),
  };
}
