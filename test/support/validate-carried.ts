/** Validates the manifest of a package against the schema files that the package itself carries. */
import { isSchema, validateManifest } from '../../server/packaging/validate-manifest.ts';
import type { UnzippedFile } from './unzip.ts';

/** What the schemas complain of; empty where the manifest is valid. */
export function validateCarried(files: readonly UnzippedFile[]): Promise<string[]> {
  const manifest = files.find((one) => one.name === 'imsmanifest.xml')?.bytes.toString('utf8') ?? '';
  return validateManifest(manifest, files.filter(isSchema));
}
