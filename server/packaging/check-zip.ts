/** Everything that can be said of a zip that is to go into an LMS: by us, or by whoever hands it over. */
import { checkPackage, type PackageFinding } from './check-package.ts';
import { readZip } from './read-zip.ts';
import { schemaFiles } from './schema-files.ts';
import { SCORM, type ScormStandard, STANDARDS } from './standards.ts';
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
];

/** @param file a path. @throws Error where there is no such file, or it may not be read */
export async function checkZip(file: string): Promise<ZipFinding[]> {
  const { files, findings: unsafe } = await readZip(file);
  // Nothing more is asked of a zip that cannot be trusted: what it says of itself would be guesswork.
  const findings = unsafe.length > 0 ? unsafe : [...checkPackage(files), ...(await checkSchema(files))];
  return findings.map((one) => ({ ...one, severity: PRACTICE.includes(one.id) ? 'warning' : 'error' }));
}

async function checkSchema(files: Parameters<typeof checkPackage>[0]): Promise<PackageFinding[]> {
  const manifest = files.find((one) => one.name === 'imsmanifest.xml')?.bytes.toString('utf8');
  const standard = manifest === undefined ? undefined : standardOf(manifest);
  if (manifest === undefined || standard === undefined) return [];
  const wrong = await validateManifest(manifest, schemaFiles(standard));
  return wrong.slice(0, 10).map((message) => ({ id: 'package.schema-valid', message }));
}

function standardOf(manifest: string): ScormStandard | undefined {
  const [, version] = /<(?:\w+:)?schemaversion>\s*([^<]*?)\s*</.exec(manifest) ?? [];
  return SCORM.find((one) => STANDARDS[one].schemaVersion === version);
}
