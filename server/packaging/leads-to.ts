/** Where the references of a manifest lead (RFC 3986, with the bases of XML Base round them). */
import type { ManifestElement } from './manifest-tree.ts';

const HOST = 'http://package.invalid/';
/** Not at the root of its host, so that what leads out of the package is seen. */
const HERE = `${HOST}package/`;

/**
 * @param bases `xml:base` of everything round the reference, from the outside in
 * @param names of all files in the package
 * @returns the name of the file that it leads to, there or not; undefined where that is on another host
 */
export function leadsTo(reference: string, bases: readonly string[], names: ReadonlySet<string>): string | undefined {
  const address = [...bases, reference].reduce<string | undefined>(
    (base, one) => (base !== undefined && URL.canParse(one, base) ? new URL(one, base).href : undefined),
    HERE,
  );
  if (address !== undefined && !address.startsWith(HOST)) return undefined;
  // Some tools write a name as it is, its percent signs and all, and LMSs find it.
  const literal = bases.join('') + reference;
  if (!address?.startsWith(HERE)) return literal;
  const resolved = decoded(new URL(address).pathname.slice(new URL(HERE).pathname.length));
  return !names.has(resolved) && names.has(literal) ? literal : resolved;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A resource, and every reference in it by what it leads to. */
export interface LedTo {
  readonly resource: ManifestElement;
  /** Of the resource itself; undefined where it has none, or where that is on another host. */
  readonly launched: string | undefined;
  readonly files: readonly string[];
}

/** Every resource, those of manifests within the manifest too. */
export function ledTo(root: ManifestElement, names: ReadonlySet<string>): LedTo[] {
  const found: LedTo[] = [];
  const look = (element: ManifestElement, outer: readonly string[]): void => {
    const bases = [...outer, ...[element.attributes['xml:base'] ?? []].flat()];
    if (element.local === 'resource') {
      const to = (href: string | undefined) => (href === undefined ? undefined : leadsTo(href, bases, names));
      const files = element.children.filter((one) => one.local === 'file');
      found.push({
        resource: element,
        launched: to(element.attributes.href),
        files: files.flatMap((one) => to(one.attributes.href) ?? []),
      });
    } else if (['manifest', 'resources'].includes(element.local)) {
      for (const child of element.children) look(child, bases);
    }
  };
  look(root, []);
  return found;
}

/** Files that describe the package and need no listing: `adlcp:location`, of the manifest or of a part of it. */
export function descriptions(root: ManifestElement, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const look = (element: ManifestElement, outer: readonly string[]): void => {
    const bases = [...outer, ...[element.attributes['xml:base'] ?? []].flat()];
    if (element.local === 'location') found.push(...[leadsTo(element.text.trim(), bases, names) ?? []].flat());
    for (const child of element.children) look(child, bases);
  };
  look(root, []);
  return found;
}
