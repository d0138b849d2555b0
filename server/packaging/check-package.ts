/**
 * What a schema cannot see in a SCORM or cmi5 package: references that lead nowhere, words that only look right, files
 * that old servers do not hand out. The quirks behind the rules were seen in LMSs that import silently and then fail.
 */

import type { PackageFile } from '../package-files.ts';
import { checkCourseStructure } from './check-course-structure.ts';
import { checkCourseFiles, checkFiles } from './check-files.ts';
import { checkManifest } from './check-manifest.ts';
import { finding, type PackageFinding } from './finding.ts';
import { decodeXml, type ManifestElement, readManifest } from './manifest-tree.ts';

/** Every requirement that an unzipped package breaks beyond what its schemas say; none where all is well. */
export function checkPackage(files: readonly PackageFile[], manifest = readManifestOf(files)): PackageFinding[] {
  if (!manifest) {
    return [finding('manifest-at-root', 'There is no imsmanifest.xml and no cmi5.xml at the root of the zip.')];
  }
  const { file, root } = manifest;
  if (!root) {
    return [
      finding(
        'manifest-readable',
        `${file.name} is no XML that can be read, declares entities of its own, or is longer than any.`,
      ),
    ];
  }
  return file.name === 'cmi5.xml'
    ? [...checkCourseStructure(root), ...checkCourseFiles(files, root)]
    : [...checkManifest(root), ...checkFiles(files, root)];
}

/** What a package says of itself. */
export interface ManifestRead {
  /** In UTF-8, whatever it was written in. */
  readonly file: PackageFile;
  /** Undefined where it cannot be read. */
  readonly root: ManifestElement | undefined;
}

export function readManifestOf(files: readonly PackageFile[]): ManifestRead | undefined {
  const file = manifestOf(files);
  if (!file) return undefined;
  const text = decodeXml(file.bytes);
  return {
    file: text === undefined ? file : { ...file, bytes: Buffer.from(text) },
    root: text === undefined ? undefined : readManifest(text),
  };
}

/** That of SCORM where there are two. */
export const manifestOf = (files: readonly PackageFile[]): PackageFile | undefined =>
  ['imsmanifest.xml', 'cmi5.xml'].flatMap((name) => files.find((one) => one.name === name) ?? [])[0];
