/** Everything that can be said of a zip that is to go into an LMS: by us, or by whoever hands it over. */

import type { PackageFile } from '../package-files.ts';
import { SCORM, STANDARDS, type Standard } from '../package-standards.ts';
import { checkPackage, type ManifestRead, readManifestOf } from './check-package.ts';
import { finding, type PackageFinding } from './finding.ts';
import { everyElement } from './manifest-tree.ts';
import { readZip } from './read-zip.ts';
import { schemaFiles } from './schema-files.ts';
import { validateManifest } from './validate-manifest.ts';

export interface ZipFinding extends PackageFinding {
  /** An error breaks the standard; a warning is what LMSs were seen to stumble over. */
  readonly severity: 'error' | 'warning';
}

/** Requirements that no standard makes: what LMSs were seen to need beyond it. */
export const PRACTICE: readonly string[] = [
  'package.prefixes',
  'package.titles',
  'package.one-sco',
  'package.file-names',
  'package.file-types',
  'package.no-other-host',
  'package.move-on',
  'package.zip-read',
];

/** @param file a path. @throws Error where there is no such file, or it may not be read */
export async function checkZip(file: string): Promise<ZipFinding[]> {
  const { files, unsafe, findings: seen } = await readZip(file);
  // Nothing more is asked of a zip that cannot be trusted: what it says of itself would be guesswork.
  const findings = unsafe.length > 0 ? unsafe : [...(await checkRead(files)), ...seen];
  return fewOfEach(findings).map(({ id, message }) => ({
    ...{ id, message: printable(message) },
    severity: PRACTICE.includes(id) ? 'warning' : 'error',
  }));
}

async function checkRead(files: readonly PackageFile[]): Promise<PackageFinding[]> {
  const manifest = readManifestOf(files);
  const findings = checkPackage(files, manifest);
  return findings.length > MOST.before ? findings : [...findings, ...(await checkSchema(manifest))];
}

/** `before` is how many findings are enough: what a schema would say of a package made to hurt, that costs 30 MiB more. */
const MOST = { alike: 20, characters: 500, before: 1000 };

/** Names and texts of a hostile zip end up in somebody's terminal: neither commands to it nor marks that turn text round. */
const printable = (message: string): string =>
  message
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '�')
    .slice(0, MOST.characters);

/** A thousand times the same tells no more than twenty times, and hides what else there is. */
function fewOfEach(findings: readonly PackageFinding[]): PackageFinding[] {
  return [...Map.groupBy(findings, (one) => one.id)].flatMap(([id, alike]) => {
    const more = alike.length - MOST.alike;
    return more > 0 ? [...alike.slice(0, MOST.alike), { id, message: `The same ${more} times more.` }] : alike;
  });
}

async function checkSchema(manifest: ManifestRead | undefined): Promise<PackageFinding[]> {
  const standard = manifest && standardOf(manifest);
  if (!standard) return [];
  const wrong = await validateManifest(manifest.file, schemaFiles(standard));
  return wrong.map((message) => finding('schema-valid', message));
}

/** Undefined where the manifest is of no standard that we have schemas of, or cannot be read at all. */
function standardOf({ file, root }: ManifestRead): Standard | undefined {
  if (!root) return undefined;
  if (file.name === STANDARDS.cmi5.manifest) return 'cmi5';
  const version = everyElement(root)
    .find((one) => one.local === 'schemaversion')
    ?.text.trim();
  return SCORM.find((one) => STANDARDS[one].schemaVersion === version);
}
