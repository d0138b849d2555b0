/**
 * What a schema cannot see in a SCORM package: references that lead nowhere, words that only look right, files that old
 * servers do not hand out. The quirks behind the rules were seen in LMSs that import silently and then fail.
 */
import { checkFiles } from './check-files.ts';
import { checkManifest } from './check-manifest.ts';
import { readManifest } from './manifest-tree.ts';
import type { PackageFile } from './package-files.ts';

export interface PackageFinding {
  /** Id of the requirement that is broken, such as `package.references`. */
  readonly id: string;
  /** What is wrong, in words for the person who makes the package. */
  readonly message: string;
}

/** Every requirement that an unzipped package breaks beyond what its schemas say; none where all is well. */
export function checkPackage(files: readonly PackageFile[]): PackageFinding[] {
  const manifest = files.find((one) => one.name === 'imsmanifest.xml');
  if (!manifest) {
    return [{ id: 'package.manifest-at-root', message: 'There is no imsmanifest.xml at the root of the zip.' }];
  }
  const root = readManifest(manifest.bytes.toString('utf8'));
  if (!root) {
    return [{ id: 'package.manifest-readable', message: 'The manifest is no XML, or declares entities of its own.' }];
  }
  return [...checkManifest(root), ...checkFiles(files, root)];
}
