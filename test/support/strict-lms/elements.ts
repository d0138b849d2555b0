/** What an element of a data model is, and how one is found by its name. */
import type { Format } from './formats.ts';

export interface Element {
  /** The name, with `n` and `m` where an index stands. */
  readonly name: string;
  readonly access: 'read' | 'write' | 'both';
  readonly format: Format;
}

export interface Found {
  readonly element: Element;
  /** The collections that the name goes through, such as `cmi.interactions` with index 2. */
  readonly collections: readonly { readonly name: string; readonly index: number }[];
}

const never: Format = () => false;

export const readOnly = (...names: readonly string[]): Element[] =>
  names.map((name) => ({ name, access: 'read', format: never }));
export const writeOnly = (name: string, format: Format): Element => ({ name, access: 'write', format });
export const both = (name: string, format: Format): Element => ({ name, access: 'both', format });

/** The element that a name means, or undefined where the model has none. */
export function findElement(elements: readonly Element[], name: string): Found | undefined {
  const parts = name.split('.');
  const element = elements.find((one) => {
    const wanted = one.name.split('.');
    return wanted.length === parts.length && wanted.every((part, at) => fits(part, parts[at] ?? ''));
  });
  if (!element) return undefined;
  const collections = element.name.split('.').flatMap((part, at) => {
    const isIndex = part === 'n' || part === 'm';
    return isIndex ? [{ name: parts.slice(0, at).join('.'), index: Number(parts[at]) }] : [];
  });
  return { element, collections };
}

const fits = (wanted: string, part: string): boolean =>
  wanted === 'n' || wanted === 'm' ? /^(0|[1-9]\d{0,3})$/.test(part) : wanted === part;
