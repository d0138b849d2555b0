/** Validates the manifest of a package: in SCORM against the schema files that the package itself carries. */
import { manifestOf } from '../../server/packaging/check-package.ts';
import { schemaFiles } from '../../server/packaging/schema-files.ts';
import { isSchema, validateManifest } from '../../server/packaging/validate-manifest.ts';
import type { UnzippedFile } from './unzip.ts';

/** What the schemas complain of; empty where the manifest is valid. @throws Error where there is no manifest */
export function validateCarried(files: readonly UnzippedFile[]): Promise<string[]> {
  const manifest = manifestOf(files);
  if (!manifest) throw new Error('There is no manifest.');
  // cmi5 lets no schema travel.
  return validateManifest(manifest, manifest.name === 'cmi5.xml' ? schemaFiles('cmi5') : files.filter(isSchema));
}
