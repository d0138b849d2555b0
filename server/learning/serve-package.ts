/** A package's files in memory, compressed once, for learners here: the very bytes that employers get in a zip. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { App } from '../app.ts';
import { type PackageFile, packageFiles } from '../package-files.ts';
import { hostSettings } from '../package-settings.ts';

export interface ServedFile {
  readonly type: string;
  readonly etag: string;
  /** The bytes by content encoding; `identity` is always there. */
  readonly bodies: Readonly<Partial<Record<'br' | 'gzip', Buffer>>> & { readonly identity: Buffer };
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  jpg: 'image/jpeg',
};
/** Already compressed: trying again only costs time. */
const COMPRESSED = ['woff2', 'png', 'jpg'];
/** Packages kept in memory, some 300 kB each with their compressed forms. */
const KEPT = 16;

/** The function that finds a file of a module's package, or undefined where there is none. */
export function packageServer(app: App) {
  const packages = new Map<string, readonly PackageFile[]>();
  const served = new WeakMap<PackageFile, Promise<ServedFile>>();
  return (hash: string, module: string, name: string): Promise<ServedFile> | undefined => {
    const content = app.published.version(hash)?.content;
    if (!content?.modules.some((one) => one.id === module)) return undefined;
    const key = `${hash}/${module}`;
    const files = packages.get(key) ?? packageFiles({ content, hash, modules: [module], settings: hostSettings });
    packages.delete(key);
    packages.set(key, files);
    const [oldest] = packages.keys();
    if (packages.size > KEPT && oldest !== undefined) packages.delete(oldest);
    const file = files.find((one) => one.name === name);
    if (!file) return undefined;
    // Each when it is first asked for: nobody waits for the transcript to see the title page.
    const ready = served.get(file) ?? compressed(file);
    served.set(file, ready);
    return ready;
  };
}

async function compressed({ name, bytes: identity }: PackageFile): Promise<ServedFile> {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const type = TYPES[ending] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  if (COMPRESSED.includes(ending)) return { type, etag, bodies: { identity } };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  // In the thread pool: the best brotli takes longer than many commits.
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(identity, quality),
    promisify(gzip)(identity, { level: 9 }),
  ]);
  return { type, etag, bodies: { identity, br, gzip: zipped } };
}
