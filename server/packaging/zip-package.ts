/** The zip that an employer imports: the package's files, a manifest, its schemas, and a page for the person who imports it. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Content } from '../../courses/model/content.ts';
import { type PackageFile, packageFiles, writtenPages } from '../package-files.ts';
import { type Connection, downloadSettings, type Reporting, usualReporting } from '../package-settings.ts';
import { STANDARDS, type Standard } from '../package-standards.ts';
import { describePackage, type ManifestRequest, type PackageDescription } from './describe-package.ts';
import { cmi5Manifest } from './manifest-cmi5.ts';
import { scorm12Manifest } from './manifest-scorm12.ts';
import { METADATA, metadataFile, scorm2004Manifest } from './manifest-scorm2004.ts';
import type { PresetId } from './presets.ts';
import { README, readmePage } from './readme.ts';
import { carriedSchemas } from './schema-files.ts';

export interface ZipRequest {
  readonly content: Content;
  readonly hash: string;
  /** Ids of modules in any order, or the whole course, whatever modules it has. */
  readonly modules: readonly string[] | 'all';
  readonly standard: Standard;
  readonly reporting?: Reporting;
  /** Whose steps its README gives; those of any system where it is left out. */
  readonly preset?: PresetId;
  /** The site that it comes from, where the README is to name it. */
  readonly site?: string;
  /** What it is called in the LMS, where not by its own name. */
  readonly name?: string;
  /** Where it is connected: to whom. */
  readonly connection?: Connection;
}

const MANIFESTS: Readonly<Record<Standard, (request: ManifestRequest) => string>> = {
  scorm12: scorm12Manifest,
  'scorm2004-3': (request) => scorm2004Manifest('scorm2004-3', request),
  'scorm2004-4': (request) => scorm2004Manifest('scorm2004-4', request),
  cmi5: cmi5Manifest,
};

/** Every file of the zip in its order, the manifest first. */
export function zipFiles(request: ZipRequest): PackageFile[] {
  const { content, hash, standard, reporting = usualReporting, connection } = request;
  const modules = inTeachingOrder(request);
  const { part } = writtenPages(content, hash, modules);
  const about = describePackage(part, request.modules === 'all', request.name);
  const settings = downloadSettings(standard, reporting, connection);
  const played = packageFiles({ content, hash, modules, settings });
  const size = played.reduce((sum, one) => sum + one.bytes.length, 0);
  const from = { preset: request.preset ?? ('generic' as const), ...(request.site && { site: request.site }) };
  const page = readmePage({ about, content, hash, settings, modules: modules.length, size, ...from });
  const readme = { name: README, bytes: Buffer.from(page) };
  return withManifest({ standard, about, files: [...played, readme], score: reporting.score });
}

export interface Contents {
  readonly standard: Standard;
  readonly about: PackageDescription;
  /** The launched one first. */
  readonly files: readonly PackageFile[];
  readonly score: boolean;
}

/** The files with a manifest that names them all, in front, and its schemas behind. */
export function withManifest({ standard, about, files: own, score }: Contents): PackageFile[] {
  const metadata = { name: METADATA, bytes: Buffer.from(metadataFile(about)) };
  const files = [...own, ...(standard === 'scorm2004-3' ? [metadata] : [])];
  const manifest = MANIFESTS[standard]({ about, files: files.map((one) => one.name), score });
  return [{ name: STANDARDS[standard].manifest, bytes: Buffer.from(manifest) }, ...files, ...carriedSchemas(standard)];
}

const inTeachingOrder = ({ content, modules }: ZipRequest): string[] =>
  content.modules.map((one) => one.id).filter((id) => modules === 'all' || modules.includes(id));

export const zipPackage = (request: ZipRequest): Promise<Buffer> => deflate(zipFiles(request));

/**
 * The same bytes on every run, in every time zone: fixed order, modes and date. Deflating runs in the thread pool, so
 * commits go on meanwhile.
 */
export function deflate(files: readonly PackageFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  // DOS times have no zone and are read from local parts, so the date is made from local parts; noon is everywhere.
  const mtime = new Date(2025, 0, 1, 12);
  const fixed = { mtime, mode: 0o100644, forceDosTimestamp: true } as const;
  for (const { name, bytes } of files) {
    // Deflating a font again only costs time.
    const packing = name.endsWith('.woff2') ? { compress: false } : { compressionLevel: 9 };
    zip.addBuffer(bytes, name, { ...fixed, ...packing });
  }
  zip.end();
  return buffer(zip.outputStream);
}
