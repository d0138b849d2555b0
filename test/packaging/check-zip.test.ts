/** What the person hears who checks a zip before it goes into an LMS: a good one, a poor one, and one made to hurt. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { STANDARDS, type Standard } from '../../server/package-standards.ts';
import { checkZip, PRACTICE } from '../../server/packaging/check-zip.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { HOSTILE } from '../conformance/hostile-zips.ts';
import { nameOf, REQUIREMENTS } from '../conformance/requirements.ts';
import { hostileZip } from '../support/hostile-zip.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-zips-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(zip: Buffer): string {
  const file = path.join(folder, 'package.zip');
  writeFileSync(file, zip);
  return file;
}
const idsIn = async (zip: Buffer): Promise<string[]> => (await checkZip(written(zip))).map((one) => one.id);

const ours = (standard: Standard): Promise<Buffer> =>
  zipPackage({ content: tinyContent, hash: hashOf(tinyContent), modules: 'all', standard });

/** Our own package with its manifest changed. */
async function changed(from: string | RegExp, to: string): Promise<Buffer> {
  const files = unzip(await ours('scorm12'));
  const entries = files.map(({ name, bytes }) =>
    name === 'imsmanifest.xml'
      ? { name, bytes: Buffer.from(bytes.toString('utf8').replace(from, to)) }
      : { name, bytes },
  );
  return hostileZip(entries);
}

test.each(Object.keys(STANDARDS) as Standard[])('our own %s package breaks nothing', async (standard) => {
  expect(await checkZip(written(await ours(standard)))).toEqual([]);
});

test(nameOf('package.schema-valid'), async () => {
  expect(await idsIn(await changed('<item ', '<item colour="red" '))).toEqual(['package.schema-valid']);
});

test('what breaks a standard is an error, and what only some LMSs stumble over is a warning', async () => {
  const zip = await changed(/<title>[^<]*<\/title>/g, `<title>${'x'.repeat(250)}</title>`);
  const [finding] = await checkZip(written(zip));
  expect(finding).toMatchObject({ id: 'package.titles', severity: 'warning' });
  const practice = REQUIREMENTS.filter(({ id, section }) => id.startsWith('package.') && section === 'practice');
  expect([...PRACTICE].sort()).toEqual(practice.map((one) => one.id).sort());
  const [missing] = await checkZip(written(hostileZip([{ name: 'index.html' }])));
  expect(missing).toMatchObject({ id: 'package.manifest-at-root', severity: 'error' });
});

describe.each(Object.entries(HOSTILE))('a zip made to hurt', (id, zips) => {
  test(nameOf(id), async () => {
    for (const [what, make] of Object.entries(zips)) {
      expect([...new Set(await idsIn(make()))], what).toEqual([id]);
    }
  });
});

/** Our own package with more files, in the zip and in its manifest; they do not pack, as films do not. */
async function withFiles(names: readonly string[], size: number): Promise<Buffer> {
  const list = names.map((name) => `<file href="${name}"/>`).join('');
  const bytes = randomBytes(size);
  return hostileZip([
    ...unzip(await changed('</resource>', `${list}</resource>`)),
    ...names.map((name) => ({ name, bytes })),
  ]);
}

describe(nameOf('package.zip-read'), () => {
  test('a film is too large to look into, and the rest is checked', async () => {
    const findings = await checkZip(written(await withFiles(['film.mp4'], 5 * 2 ** 20)));
    expect(findings).toEqual([{ id: 'package.zip-read', severity: 'warning', message: expect.any(String) }]);
    expect(findings[0]?.message).toMatch(
      /^It unpacks to 6 MiB, .* of 1 of its \d+ files only the headers .*, none of them/,
    );
  });

  test('where pages are left out it is said how many', async () => {
    const pages = Array.from({ length: 6 }, (_, n) => `page-${n}.html`);
    const findings = await checkZip(written(await withFiles(pages, 3 * 2 ** 20 - 10_000)));
    expect(findings.map((one) => one.id)).toEqual(['package.zip-read']);
    expect(findings[0]?.message).toMatch(/^It unpacks to 19 MiB, .*, 5 of them pages/);
  });

  test('a film whose header lies is not trusted, though it is not unpacked', async () => {
    const film = { name: 'film.mp4', bytes: randomBytes(5 * 2 ** 20), says: { inside: 1000 } };
    expect(await idsIn(hostileZip([...unzip(await ours('scorm12')), film]))).toEqual(['package.zip-readable']);
  });
});

test('a comment loads nothing, also where it lies in two pieces of a script', async () => {
  const script = '// fetch("https://a.example/")\n'.repeat(5000);
  expect(await idsIn(await withFile('settings.js', script))).toEqual([]);
});

test('what a page loads from elsewhere is seen where it lies in two pieces of it', async () => {
  for (const before of [2 ** 16 - 30, 2 ** 17 - 10]) {
    const page = `${' '.repeat(before)}<link rel="stylesheet" href="https://cdn.example/a.css">`;
    expect(await idsIn(await withFile('index.html', page))).toEqual(['package.no-other-host']);
  }
});

const withManifest = (xml: string): Buffer => hostileZip([{ name: 'imsmanifest.xml', bytes: Buffer.from(xml) }]);

test.each<[string, string]>([
  ['that is cut off', '<manifest><metadata>'],
  ['whose elements cross', '<manifest><a><b></a></b></manifest>'],
  ['with entities that grow', '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><manifest>&b;</manifest>'],
  ['with a file for an entity', '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest>&a;</manifest>'],
  ['as deep as a well', '<a>'.repeat(70_000) + '</a>'.repeat(70_000)],
  ['of comments begun', '<!--'.repeat(120_000)],
  ['of tags begun', '<a '.repeat(160_000)],
  ['with too many elements', `<manifest>${'<a/>'.repeat(120_000)}</manifest>`],
])('a manifest %s is no manifest', async (_, xml) => {
  expect(await idsIn(withManifest(xml))).toEqual(['package.manifest-readable']);
});

/** Our own package with one of its files made to hurt. */
async function withFile(name: string, text: string): Promise<Buffer> {
  const files = unzip(await ours('scorm12'));
  return hostileZip(files.map((one) => (one.name === name ? { name, bytes: Buffer.from(text) } : one)));
}

// Each of these took minutes to hours where one part of a rule could take what another could.
const MANY = 500_000;
test.each<[string, string, string, string[]]>([
  ['half a million links begun', 'index.html', '<link '.repeat(MANY), []],
  ['an address that never comes', 'index.html', `src=${' '.repeat(MANY)}`, []],
  ['half a million addresses begun', 'index.html', `${'src '.repeat(MANY)}url(${' '.repeat(MANY)}`, []],
  ['a version that never ends', 'imsmanifest.xml', `<schemaversion>${' '.repeat(MANY)}`, ['package.manifest-readable']],
])('whoever checks a zip with %s has an answer', async (_, name, text, ids) => {
  expect(await idsIn(await withFile(name, text))).toEqual(ids);
});

test('twenty thousand faults of one kind hide nothing else', async () => {
  const zip = await changed('</organizations>', `${'<organization identifier="a"/>'.repeat(6_500)}</organizations>`);
  const ids = await idsIn(zip);
  expect(ids.length).toBeLessThan(100);
  expect(ids).toEqual(expect.arrayContaining(['package.identifiers', 'package.titles']));
});

test('no name or text of a hostile zip says anything to the terminal that prints it', async () => {
  const files = unzip(await ours('scorm12'));
  const names = [...files, { name: '\u001b[2J.html' }, { name: 'a\u202egnp.exe' }];
  const text = await changed(/<schemaversion>[^<]*/, '<schemaversion>\u009b31m');
  for (const zip of [hostileZip(names), text]) {
    const said = (await checkZip(written(zip))).map((one) => one.message).join(' ');
    expect(said).toMatch(/�(\[2J|31m)/);
    expect(said).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
});

test('a hostile name says nothing to the terminal that prints it', async () => {
  const [finding] = await checkZip(written(hostileZip([{ name: '../\u001b[2J\u0007a.html' }])));
  expect(finding?.message).toMatch(/^“\.\.\/�\[2J�a\.html” leads out/);
});
