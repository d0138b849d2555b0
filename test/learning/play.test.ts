import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

const play = (file: string, headers: Record<string, string> = {}) =>
  test.visitor().get(`/play/${test.hash}/security/${file}`, headers);

/** The name under which the page knows a file. */
async function nameOf(file: RegExp): Promise<string> {
  const [name] = file.exec((await play('index.html')).body) ?? expect.fail(`The page names no ${file}.`);
  return name;
}

it('only files of a published module are served', async () => {
  for (const url of [
    `/play/${test.hash}/security/nothing.js`,
    `/play/${test.hash}/security/player.js`,
    `/play/${test.hash}/security/player.00000000.js`,
    `/play/${test.hash}/security/..%2f..%2fpackage.json`,
    `/play/${test.hash}/security/constructor`,
    `/play/${test.hash}/nothing/index.html`,
    `/play/${'0'.repeat(64)}/security/index.html`,
  ]) {
    expect((await test.visitor().get(url)).statusCode).toBe(404);
  }
});

describe('a package', () => {
  it('is served whole to anybody, with what it is told about the page around it', async () => {
    const page = await play('index.html');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(page.body).toContain('id="content"');
    const settings = await play('settings.js');
    expect(settings.body).toContain('"host":true');
    expect((await play(await nameOf(/atkinson\.\w+\.woff2/))).headers['content-type']).toBe('font/woff2');
  });

  it('is the same bytes in whichever encoding the browser takes', async () => {
    const player = await nameOf(/player\.\w+\.js/);
    const plain = await play(player, { 'accept-encoding': 'identity' });
    const zipped = await play(player, { 'accept-encoding': 'gzip' });
    const brotli = await play(player, { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true);
  });

  it('is asked for again at each visit, and not sent again', async () => {
    for (const file of ['index.html', 'settings.js']) {
      const first = await play(file);
      expect(first.headers['cache-control']).toBe('public, no-cache');
      const again = await play(file, { 'if-none-match': String(first.headers.etag) });
      expect(again.statusCode).toBe(304);
      expect(again.body).toBe('');
    }
  });

  it('has files that are not even asked for again: a name that bears their hash stands for their bytes', async () => {
    for (const file of [/player\.\w+\.js/, /reflect\.\w+\.js/, /atkinson\.\w+\.woff2/]) {
      const name = await nameOf(file);
      const { headers, rawPayload } = await play(name, { 'accept-encoding': 'identity' });
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(name).toContain(createHash('sha256').update(rawPayload).digest('hex').slice(0, 8));
    }
  });
});
