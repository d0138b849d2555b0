/** A package's files on a loopback server, as an LMS would serve them: a folder of plain files, under the strictest CSP. */
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll } from 'vitest';
import { packedFile, playerStyle, scriptNames } from '../../server/built-files.ts';
import { packagePage } from '../../server/package-page.ts';
import { tinyPackage } from './tiny-course.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** What a package may rely on: no inline script, no other host. */
const CSP = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'";

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** @param files by path without a leading slash; `settings.js` only where the test gives it */
export async function serveFiles(files: Readonly<Record<string, string | Buffer>>): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1) || 'index.html';
    const body = files[name];
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': CSP, 'cache-control': 'no-store' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The files of a package of the tiny course, made of what `npm run build` left in dist. */
export function packageFiles(carried = tinyPackage()): Record<string, string | Buffer> {
  const { text } = packagePage({ ...carried, css: playerStyle(), scripts: scriptNames() });
  const files = ['player.js', 'reflect.js', 'atkinson.woff2'].map(packedFile);
  return { 'index.html': text, ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])) };
}

/** The package as it plays without an LMS, served to all tests of a file. */
export async function servePlayer(): Promise<Site> {
  const site = await serveFiles({ ...packageFiles(), 'settings.js': 'window.standpointSettings = {};' });
  afterAll(() => site.close());
  return site;
}
