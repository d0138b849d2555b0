/** Good packages that others made: what the standards allow is no error, and at most what LMSs were seen to stumble over. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Standard } from '../../server/package-standards.ts';
import { checkZip } from '../../server/packaging/check-zip.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { hostileZip } from '../support/hostile-zip.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { type UnzippedFile, unzip } from '../support/unzip.ts';
import { text } from './breaks.ts';
import { GOOD, GOOD_12, GOOD_2004, GOOD_CMI5 } from './good-packages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-foreign-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STANDARDS: readonly (readonly [Standard, typeof GOOD])[] = [
  ['scorm12', { ...GOOD, ...GOOD_12 }],
  ['scorm2004-3', { ...GOOD, ...GOOD_2004 }],
  ['scorm2004-4', { ...GOOD, ...GOOD_2004 }],
  ['cmi5', GOOD_CMI5],
];
/** What LMSs differ in, though the standards allow it. */
const ALLOWED = ['package.one-sco', 'package.file-names'];

describe.each(STANDARDS)('of a %s package', (standard, good) => {
  let files: UnzippedFile[];
  beforeAll(async () => {
    files = unzip(await zipPackage({ content: tinyContent, hash: hashOf(tinyContent), modules: 'all', standard }));
  });

  test.each(Object.keys(good))('%s is no error', async (what) => {
    const spelling = standard === 'scorm12' ? 'adlcp:scormtype=' : 'adlcp:scormType=';
    const changed = good[what]?.(files) ?? [];
    const isSpelt = !changed.some(({ name, bytes }) => name === 'imsmanifest.xml' && bytes.includes(' SCO='));
    const spelt = isSpelt ? changed : text('imsmanifest.xml', / SCO=/g, ` ${spelling}`)(changed);
    const file = path.join(folder, 'package.zip');
    writeFileSync(file, hostileZip(spelt));
    const findings = await checkZip(file);
    expect(findings.filter((one) => !ALLOWED.includes(one.id))).toEqual([]);
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
  });
});
