/** What the person hears who checks a zip before it goes into an LMS: a good one, a poor one, and one made to hurt. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkZip, PRACTICE } from '../../server/packaging/check-zip.ts';
import { STANDARDS, type Standard } from '../../server/packaging/standards.ts';
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

const withManifest = (xml: string): Buffer => hostileZip([{ name: 'imsmanifest.xml', bytes: Buffer.from(xml) }]);

test.each<[string, string]>([
  ['that is cut off', '<manifest><metadata>'],
  ['whose elements cross', '<manifest><a><b></a></b></manifest>'],
  ['with entities that grow', '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><manifest>&b;</manifest>'],
  ['with a file for an entity', '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest>&a;</manifest>'],
  ['as deep as a well', '<a>'.repeat(200_000) + '</a>'.repeat(200_000)],
  ['with a million comments begun', '<!--'.repeat(250_000)],
  ['with a million tags begun', '<a '.repeat(300_000)],
  ['with a million elements', `<manifest>${'<a/>'.repeat(250_000)}</manifest>`],
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
  const zip = await changed('</organizations>', `${'<organization identifier="a"/>'.repeat(19_000)}</organizations>`);
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
