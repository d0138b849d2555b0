/** Every package we make keeps to every requirement, and each requirement is seen when it is broken. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { usualReporting } from '../../server/package-settings.ts';
import type { Standard } from '../../server/package-standards.ts';
import { checkPackage } from '../../server/packaging/check-package.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { plainName } from '../support/strict-lms/plain-name.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { type UnzippedFile, unzip } from '../support/unzip.ts';
import { validateCarried } from '../support/validate-carried.ts';
import { BROKEN, BROKEN_12, BROKEN_2004 } from './broken-packages.ts';
import { nameOf } from './requirements.ts';

const EDITIONS: readonly (readonly [Standard, typeof BROKEN])[] = [
  ['scorm12', BROKEN_12],
  ['scorm2004-3', BROKEN_2004],
  ['scorm2004-4', BROKEN_2004],
];

const bearsHash = ({ name, bytes }: UnzippedFile): boolean =>
  name.includes(`.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.`);

const request = { content: tinyContent, hash: hashOf(tinyContent), modules: ['security'] };

describe.each(EDITIONS)('a %s package', (standard, own) => {
  let files: UnzippedFile[];
  beforeAll(async () => {
    files = unzip(await zipPackage({ ...request, standard }));
  });

  test('is valid by the schemas that it carries', async () => {
    expect(await validateCarried(files)).toEqual([]);
  });

  test('is valid without a score as well', async () => {
    const reporting = { ...usualReporting, score: false };
    const scoreless = unzip(await zipPackage({ ...request, standard, reporting }));
    expect(await validateCarried(scoreless)).toEqual([]);
    expect(checkPackage(scoreless)).toEqual([]);
    const manifest = scoreless.find((one) => one.name === 'imsmanifest.xml')?.bytes.toString('utf8');
    expect(manifest).not.toMatch(/masteryscore|minNormalizedMeasure/);
  });

  test('takes every title that a course may have', async () => {
    const [module] = tinyContent.modules;
    const title = `${'Séan’s <b>“long”</b> & winding title; '.repeat(10)}]]>`;
    const content = { ...tinyContent, modules: module ? [{ ...module, title, question: `${title}?` }] : [] };
    const long = unzip(await zipPackage({ ...request, content, hash: 'e'.repeat(64), standard }));
    expect(checkPackage(long)).toEqual([]);
    expect(await validateCarried(long)).toEqual([]);
  });

  test('is refused by its schemas where an element is misspelt', async () => {
    const broken = files.map(({ name, bytes }) => ({
      name,
      bytes:
        name === 'imsmanifest.xml' ? Buffer.from(bytes.toString('utf8').replaceAll('organizations', 'orgs')) : bytes,
    }));
    expect(await validateCarried(broken)).not.toEqual([]);
  });

  test(nameOf('quirk.script-rules'), () => {
    const textOf = (name: string): string => files.find((one) => one.name === name)?.bytes.toString('utf8') ?? '';
    const scripts = [...textOf('index.html').matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(2);
    expect(scripts[0]).toBe('<script type="application/json" id="content">');
    expect(scripts[1]).toMatch(
      /^<script defer src="player\.[0-9a-f]{8}\.js" id="player"( data-[a-z0-9]+="[a-z0-9.]+")+>$/,
    );
    const ours = files.filter((one) => one.name.endsWith('.js')).map((one) => textOf(one.name));
    expect(ours.length).toBeGreaterThan(1);
    for (const script of ours) expect(script).not.toMatch(/\beval\(|new Function\(|\bimport\(/);
  });

  test(nameOf('quirk.cached-for-months'), () => {
    // What a browser plays, but for the page, which is looked at again, and the settings, which are asked for anew.
    const fixed = files.filter((one) => !/\.(xml|xsd|dtd)$/.test(one.name)).filter((one) => !bearsHash(one));
    expect(fixed.map((one) => one.name)).toEqual(['index.html', 'settings.js', 'README.html']);
    const page = files.find((one) => one.name === 'index.html')?.bytes.toString('utf8');
    const named = files.filter(bearsHash).map((one) => one.name);
    expect(named.map(plainName)).toEqual(['player.js', 'reflect.js', 'atkinson.woff2']);
    for (const name of named) expect(page).toContain(`"${name.endsWith('.woff2') ? './' : ''}${name}"`);
  });

  test.runIf(standard === 'scorm12')(nameOf('quirk.mastery-score-fails'), () => {
    const manifest = files.find((one) => one.name === 'imsmanifest.xml')?.bytes.toString('utf8');
    expect(manifest).toContain('<schemaversion>1.2</schemaversion>');
    expect(manifest).not.toContain('masteryscore');
  });

  test('breaks no requirement', () => {
    expect(checkPackage(files)).toEqual([]);
  });

  for (const id of new Set([...Object.keys(BROKEN), ...Object.keys(own)])) {
    test(nameOf(id), () => {
      for (const broken of [...(BROKEN[id] ?? []), ...(own[id] ?? [])]) {
        const ids = checkPackage(broken(files)).map((one) => one.id);
        expect([...new Set(ids)], broken.toString()).toEqual([id]);
      }
    });
  }
});
