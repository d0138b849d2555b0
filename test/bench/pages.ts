/** What a learner's browser loads: bytes, requests, and the first view on a slow line against a bare page. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { root } from '../../server/root.ts';
import { launchBrowser } from '../support/browser.ts';
import { atMost, type Measure, median, ratioAtMost } from './measure.ts';
import { startProcess } from './processes.ts';
import { guestAttempts } from './visitors.ts';

const KIB = 1024;
const ROUNDS = 3;
/** Chromium's "Slow 3G": 400 kbit/s, 400 ms round trips, times its usual overheads. */
const SLOW_3G = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** What the player fetches behind the title page, where it is asked for or the package needs it (DECISIONS.md, 19). */
const SECOND_SCRIPTS = [
  ['reflect.js', 'what a learner reads or takes away', 10],
  ['connected.js', 'what connected packages do', 8],
  ['cmi5.js', 'what speaks to an LRS', 5],
] as const;

export async function measure(): Promise<Measure[]> {
  const server = await startProcess(() => ['dist/server/main.js']);
  const browser = await launchBrowser();
  try {
    const [guest] = await guestAttempts(server.url, 1);
    if (!guest) throw new Error('No attempt was started.');
    const player = gzipped('player.js') + gzipped('player.css');
    const package_ = await firstPackage(server.url, guest.cookie, guest.id);
    const requests = await requestsBeforeScript(browser, package_);
    const host = await bytesOf(browser, `${server.url}/attempts/${guest.id}`, guest.cookie);
    const bare = await startBarePage(package_);
    const ours: number[] = [];
    const bares: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await largestPaint(browser, package_));
      bares.push(await largestPaint(browser, bare.url));
    }
    bare.close();
    return [
      atMost({ name: 'player code and styles, compressed', unit: 'KiB', value: player / KIB }, 30),
      ...SECOND_SCRIPTS.map(([file, what, limit]) =>
        atMost({ name: `${what}, compressed`, unit: 'KiB', value: gzipped(file) / KIB }, limit),
      ),
      atMost({ name: 'requests before the first view of a package', unit: 'requests', value: requests }, 3),
      atMost({ name: 'learner page with all it loads', unit: 'KiB', value: host / KIB }, 120),
      ratioAtMost({ name: 'largest paint on slow 3G', unit: 'ms', value: median(ours) }, median(bares), 1.4),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

const gzipped = (name: string): number =>
  gzipSync(readFileSync(path.join(root, 'dist/player', name)), { level: 9 }).length;

async function firstPackage(url: string, cookie: string, id: string): Promise<string> {
  const page = await (await fetch(`${url}/attempts/${id}`, { headers: { cookie } })).text();
  const src = /"(\/play\/[^"]+index\.html)"/.exec(page)?.[1];
  if (!src) throw new Error('The attempt shows no package.');
  return url + src;
}

/** Bytes over the wire of a page and all it loads, headers included. */
async function bytesOf(browser: Browser, url: string, cookie: string): Promise<number> {
  const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await context.close();
  return bytes;
}

/**
 * What is asked for while the title page can be read and no script has run: the script is held back for as long as it
 * takes, so that no race decides what counts.
 */
async function requestsBeforeScript(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let requests = 0;
  page.on('request', () => {
    requests += 1;
  });
  await page.route('**/*.js', () => undefined);
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Two frames: whatever the page's own styles ask for has been asked for once they are drawn.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  await context.close();
  return requests;
}

/** Milliseconds to the largest paint, with an empty cache. */
async function largestPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_3G);
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await context.close();
  return paint;
}

/** The same document as a static page: no script runs and no font is asked for, so its words paint as early as can be. */
async function startBarePage(url: string): Promise<{ url: string; close: () => void }> {
  const document = await (await fetch(url)).text();
  const bare = document.replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '').replace(/@font-face\{[^}]*\}/g, '');
  const body = gzipSync(bare, { level: 9 });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
