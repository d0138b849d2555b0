/** The permanent address of an employer's package, as an LMS asks for it that fetches updates by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentHash } from '../../server/content-hash.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { startCertifying } from '../support/certificates.ts';
import { connectFor, settingsIn } from '../support/employers.ts';
import { tinyContent } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const DAY = 86_400_000;

let running: TestApp;
beforeAll(async () => {
  running = await startCertifying();
});
afterAll(() => running.close());

const fetchIt = (address: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  running.app.inject({ method, url: address, headers });

describe('an LMS is told that the link does not work, in the same words', () => {
  const refused = async (address: string) => {
    const { statusCode, body } = await fetchIt(address);
    expect(statusCode).toBe(404);
    expect(body).toContain('This download link does not work');
    expect(body).toContain('Ask whoever gave it to you for a new one');
  };

  test('where nobody has the token, or a part of it is missing', async () => {
    const { address, download } = connectFor(running);
    await refused(address.replace(download, 'spd_'.padEnd(36, 'x')));
    await refused(address.replace(download, download.slice(0, -1)));
  });

  test('where the file is another', async () => {
    const { address } = connectFor(running);
    await refused(address.replace('scorm12', 'scorm2004-4'));
    await refused(address.replace('security', 'gran'));
  });

  test('where the token is one for claims', async () => {
    const { address, download, claim } = connectFor(running);
    await refused(address.replace(download, claim));
  });

  test('where it was revoked, and where it has expired', async () => {
    const revoked = connectFor(running);
    expect((await fetchIt(revoked.address)).statusCode).toBe(200);
    revoked.revoke('download');
    await refused(revoked.address);
    const short = connectFor(running, 'Anytown Council', { days: 1 });
    const other = connectFor(running, 'Anytown Council', { days: 3 });
    running.wait(DAY);
    await refused(short.address);
    expect((await fetchIt(other.address)).statusCode).toBe(200);
  });
});

describe('an LMS that asks again', () => {
  test('gets the same bytes, and by tag or by date that nothing has changed', async () => {
    const { address } = connectFor(running);
    const first = await fetchIt(address);
    expect(first.statusCode).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="tiny-security-scorm12.zip"',
      'cache-control': 'private, no-cache',
    });
    const etag = String(first.headers.etag);
    const since = String(first.headers['last-modified']);
    running.wait(DAY);
    const again = await fetchIt(address);
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    expect([again.headers.etag, again.headers['last-modified']]).toEqual([etag, since]);
    for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': since }]) {
      const unchanged = await fetchIt(address, headers);
      expect([unchanged.statusCode, unchanged.rawPayload.length]).toEqual([304, 0]);
    }
    // RFC 9110 13.1.3: the tag decides where both are given.
    expect((await fetchIt(address, { 'if-none-match': '"other"', 'if-modified-since': since })).statusCode).toBe(200);
    expect((await fetchIt(address, { 'if-modified-since': 'yesterday' })).statusCode).toBe(200);
    const head = await fetchIt(address, {}, 'HEAD');
    expect([head.statusCode, head.headers.etag, head.rawPayload.length]).toEqual([200, etag, 0]);
  });

  test('gets the newest version once there is one, with a new tag and date', async () => {
    const { address } = connectFor(running);
    const first = await fetchIt(address);
    running.wait(DAY);
    const newer = structuredClone(tinyContent);
    Object.assign(newer.course, { edition: '0.2' });
    running.app.published.publish(contentHash(newer), newer);
    const second = await fetchIt(address, { 'if-none-match': String(first.headers.etag) });
    expect(second.statusCode).toBe(200);
    expect(second.headers.etag).not.toBe(first.headers.etag);
    expect(Date.parse(String(second.headers['last-modified']))).toBe(running.app.clock().getTime());
    const since = { 'if-modified-since': String(first.headers['last-modified']) };
    expect((await fetchIt(address, since)).statusCode).toBe(200);
    running.app.published.publish(running.hash, tinyContent);
  });

  test('too often in a minute has to wait', async () => {
    const { address } = connectFor(running);
    const answers = [];
    for (let n = 0; n < 61; n += 1) {
      answers.push((await running.app.inject({ url: address, remoteAddress: '192.0.2.7' })).statusCode);
    }
    expect(answers).toEqual([...Array(60).fill(200), 429]);
  });
});

describe('what is in the package', () => {
  test('its server, its employer and a token for claims; nothing that opens the download', async () => {
    const { address, download, claim } = connectFor(running, 'O’Brien & Sons <Care>');
    const files = unzip((await fetchIt(address)).rawPayload);
    expect(settingsIn(files).connection).toEqual({
      server: 'http://learn.example.org',
      employer: 'O’Brien & Sons <Care>',
      claim,
    });
    for (const { bytes } of files) expect(bytes.includes(download)).toBe(false);
    const readme = files.find((one) => one.name === 'README.html')?.bytes.toString('utf8');
    expect(readme).toContain('http://learn.example.org');
    expect(readme).toContain('made for O’Brien &amp; Sons &lt;Care&gt;');
  });

  test('what was chosen for it: modules, standard, reporting and name', async () => {
    const choices = { reporting: { passAs: 'completed', score: false, interactions: true }, name: 'Ours' } as const;
    const asked = { modules: 'all', standard: 'scorm2004-4', choices } as const;
    const { address } = connectFor(running, 'Anytown Council', asked);
    expect(address).toMatch(/\/tiny-scorm2004-4\.zip$/);
    const files = unzip((await fetchIt(address)).rawPayload);
    expect(settingsIn(files)).toMatchObject({ standard: 'scorm2004-4', ...choices.reporting });
    expect(files.find((one) => one.name === 'imsmanifest.xml')?.bytes.toString('utf8')).toContain('>Ours<');
  });

  test('no token for claims once that is revoked', async () => {
    const { address, revoke } = connectFor(running);
    revoke('claim');
    const { connection } = settingsIn(unzip((await fetchIt(address)).rawPayload));
    expect(connection).toEqual({ server: 'http://learn.example.org', employer: 'Anytown Council' });
  });

  test('is told apart from the standalone one of the same module, which knows no server', async () => {
    const standalone = await fetchIt('/modules/tiny/security/packages/scorm12.zip');
    expect(settingsIn(unzip(standalone.rawPayload)).connection).toBeUndefined();
    expect(standalone.body).not.toContain('learn.example.org');
  });
});

test('no token stands in the database, only what it hashes to', async () => {
  const { download, claim } = connectFor(running);
  running.app.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(`${running.dataDir}/standpoint.db`);
  expect([download, claim].map((token) => bytes.includes(token))).toEqual([false, false]);
});

test('no token stands in the log, however its address was spelt', async () => {
  const told = await startApp({ env: { LOG_LEVEL: 'info' } });
  const { address, download } = connectFor(told);
  const lines: string[] = [];
  const stream = Object.getOwnPropertySymbols(told.app.log).find((one) => one.description === 'pino.stream');
  Object.defineProperty(told.app.log, stream ?? '', { value: { write: (line: string) => lines.push(line) } });
  const again = `/account/sign-in?next=${encodeURIComponent(address)}`;
  for (const url of [
    address,
    address.replace('/p', '/%70').replace('spd', '%73pd'),
    `/${address}`,
    `${address}/x`,
    again,
  ]) {
    await told.app.inject({ method: 'GET', url });
  }
  await told.close();
  expect(lines.filter((one) => one.includes('incoming request'))).toHaveLength(5);
  expect(lines.join('')).not.toContain(download.slice(4));
});
