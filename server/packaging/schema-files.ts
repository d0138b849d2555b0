/** The schemas of each standard, by which manifests are checked. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackageFile } from '../package-files.ts';
import type { Standard } from '../package-standards.ts';
import { root } from '../root.ts';

export function schemaFiles(standard: Standard): PackageFile[] {
  const folder = path.join(root, 'server/packaging/schemas', standard);
  const names = readdirSync(folder).sort();
  return names.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
}

/** Those that travel at the root of a zip: ADL's 2004 test suite fails a package without them. cmi5 has none travel. */
export const carriedSchemas = (standard: Standard): PackageFile[] => (standard === 'cmi5' ? [] : schemaFiles(standard));
