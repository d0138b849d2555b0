/**
 * What a schema cannot see in a SCORM or cmi5 package: references that lead nowhere, words that only look right, files
 * that old servers do not hand out. The quirks behind the rules were seen in LMSs that import silently and then fail.
 */
import { checkCourseStructure } from './check-course-structure.ts';
import { checkCourseFiles, checkFiles } from './check-files.ts';
import { checkManifest } from './check-manifest.ts';
import { finding, type PackageFinding } from './finding.ts';
import { readManifest } from './manifest-tree.ts';
import type { PackageFile } from './package-files.ts';

/** Every requirement that an unzipped package breaks beyond what its schemas say; none where all is well. */
export function checkPackage(files: readonly PackageFile[]): PackageFinding[] {
  const manifest = manifestOf(files);
  if (!manifest) {
    return [finding('manifest-at-root', 'There is no imsmanifest.xml and no cmi5.xml at the root of the zip.')];
  }
  const root = readManifest(manifest.bytes.toString('utf8'));
  if (!root) {
    return [finding('manifest-readable', `${manifest.name} is no XML, or declares entities of its own.`)];
  }
  return manifest.name === 'cmi5.xml'
    ? [...checkCourseStructure(root), ...checkCourseFiles(files, root)]
    : [...checkManifest(root), ...checkFiles(files, root)];
}

/** That of SCORM where there are two. */
export const manifestOf = (files: readonly PackageFile[]): PackageFile | undefined =>
  ['imsmanifest.xml', 'cmi5.xml'].flatMap((name) => files.find((one) => one.name === name) ?? [])[0];
