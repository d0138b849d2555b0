/** Serves an unzipped package as a folder of plain files, with a page around it, from one loopback address. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export interface ServedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  /** The bodies of all posts, which are answered as an LMS does that takes everything. */
  readonly posted: readonly string[];
  /** Serves these files from now on, and none of those before. */
  replace(files: readonly ServedFile[]): void;
  /** Tells browsers from now on to keep what they get: see `Keeping`. */
  keep(what: Keeping): void;
  close(): Promise<void>;
}

/**
 * What an LMS lets browsers keep for 90 days as immutable, as Moodle does: all of a package, or all but its pages. It is
 * known by its address alone, which an update does not change.
 */
export type Keeping = 'nothing' | 'all' | 'all but pages';

export const cacheControl = (keeping: Keeping, name: string): string =>
  keeping === 'nothing' || !name.startsWith('package/') || (keeping === 'all but pages' && name.endsWith('.html'))
    ? 'no-store'
    : 'private, max-age=7776000, immutable';

/** What every old server knows; a package may need no other type. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Some LMSs allow no inline script and no other host. */
const STRICT_CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** @param page the script around the package; it finds the package's own files below `package/` */
export async function servePackage(served: readonly ServedFile[], page: string, csp = STRICT_CSP): Promise<Served> {
  let files = served;
  let keeping: Keeping = 'nothing';
  const around = new Map<string, Buffer>([
    ['lms', Buffer.from('<!doctype html><meta charset="utf-8"><title>LMS</title><body><script src="lms.js"></script>')],
    ['lms.js', Buffer.from(page)],
    ['left', Buffer.from('<!doctype html><title>Left</title>')],
  ]);
  const posted: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      posted.push(await text(request));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"result":"true","errorCode":0}');
      return;
    }
    const name = new URL(request.url ?? '/', 'http://lms').pathname.slice(1);
    const bytes = around.get(name) ?? files.find((one) => `package/${one.name}` === name)?.bytes;
    const type = TYPES[path.extname(name) || '.html'] ?? 'application/octet-stream';
    response.writeHead(bytes ? 200 : 404, {
      'content-type': type,
      'cache-control': cacheControl(keeping, name),
      'content-security-policy': csp,
      // Chrome is about to allow it nowhere.
      'permissions-policy': 'unload=()',
    });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const replace = (later: readonly ServedFile[]): void => {
    files = later;
  };
  const keep = (what: Keeping): void => {
    keeping = what;
  };
  return { url: `http://127.0.0.1:${port}/`, posted, replace, keep, close };
}
