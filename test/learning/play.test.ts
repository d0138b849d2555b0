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

it('only files of a published module are served', async () => {
  for (const url of [
    `/play/${test.hash}/security/nothing.js`,
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
    expect((await play('atkinson.woff2')).headers['content-type']).toBe('font/woff2');
  });

  it('is the same bytes in whichever encoding the browser takes', async () => {
    const plain = await play('player.js', { 'accept-encoding': 'identity' });
    const zipped = await play('player.js', { 'accept-encoding': 'gzip' });
    const brotli = await play('player.js', { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true);
  });

  it('is asked for again at each visit, and not sent again', async () => {
    const first = await play('player.js');
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const again = await play('player.js', { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });
});
