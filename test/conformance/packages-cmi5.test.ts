/** Every cmi5 package that we make keeps to every requirement, and each requirement is seen when it is broken. */
import { beforeAll, describe, expect, test } from 'vitest';
import { usualReporting } from '../../server/package-settings.ts';
import { checkPackage } from '../../server/packaging/check-package.ts';
import { type ZipRequest, zipPackage } from '../../server/packaging/zip-package.ts';
import { plainName } from '../support/strict-lms/plain-name.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { type UnzippedFile, unzip } from '../support/unzip.ts';
import { validateCarried } from '../support/validate-carried.ts';
import { BROKEN_CMI5, INVALID_CMI5 } from './broken-packages-cmi5.ts';
import { nameOf } from './requirements.ts';

const request = { content: tinyContent, hash: hashOf(tinyContent), modules: ['security'], standard: 'cmi5' } as const;
const madeOf = async (more: Partial<ZipRequest> = {}): Promise<UnzippedFile[]> =>
  unzip(await zipPackage({ ...request, ...more }));
const structureOf = (files: readonly UnzippedFile[]): string =>
  files.find((one) => one.name === 'cmi5.xml')?.bytes.toString('utf8') ?? '';

describe('a cmi5 package', () => {
  let files: UnzippedFile[];
  beforeAll(async () => {
    files = await madeOf();
  });

  test.each<[string, Partial<ZipRequest>]>([
    ['of one module', {}],
    ['of the whole course', { modules: 'all' }],
    ['without a score', { reporting: { ...usualReporting, score: false } }],
  ])('%s breaks no requirement', async (_, more) => {
    const made = await madeOf(more);
    expect(checkPackage(made)).toEqual([]);
    expect(await validateCarried(made)).toEqual([]);
  });

  test('is one AU, done when it is completed and passed, under the mark of the course', () => {
    const xml = structureOf(files);
    expect(xml.match(/<au /g)).toHaveLength(1);
    expect(xml).toMatch(/<au id="urn:uuid:[0-9a-f-]{36}"[^>]* moveOn="CompletedAndPassed" masteryScore="0\.6"/);
  });

  test('has no mark where no score is reported: an LMS would wait for one', async () => {
    const scoreless = await madeOf({ reporting: { ...usualReporting, score: false } });
    expect(structureOf(scoreless)).not.toContain('masteryScore');
  });

  test('is known by the same IRIs for ever', () => {
    // Given away once: another value here means that every LMS takes the next version for another course.
    expect(structureOf(files).match(/urn:uuid:[0-9a-f-]+/g)).toEqual([
      'urn:uuid:94782f18-b356-553e-b43c-a4558a8c4293',
      'urn:uuid:88a9bef5-c436-50c7-9ec5-8f7ef6474a71',
    ]);
  });

  test('alone carries what speaks cmi5', async () => {
    const names = async (standard: ZipRequest['standard']) =>
      (await madeOf({ standard })).map((one) => plainName(one.name));
    expect(await names('cmi5')).toContain('cmi5.js');
    expect(await names('scorm12')).not.toContain('cmi5.js');
  });

  test('takes every title that a course may have', async () => {
    const [module] = tinyContent.modules;
    const title = `${'Séan’s <b>“long”</b> & winding title; '.repeat(10)}]]>`;
    const content = { ...tinyContent, modules: module ? [{ ...module, title, question: `${title}?` }] : [] };
    const made = await madeOf({ content, hash: 'e'.repeat(64) });
    expect(checkPackage(made)).toEqual([]);
    expect(await validateCarried(made)).toEqual([]);
  });

  test(nameOf('package.schema-valid'), async () => {
    const unseen: number[] = [];
    for (const [at, broken] of INVALID_CMI5.entries()) {
      if ((await validateCarried(broken(files))).length === 0) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });

  for (const [id, breaks] of Object.entries(BROKEN_CMI5)) {
    test(nameOf(id), () => {
      for (const [at, broken] of breaks.entries()) {
        const ids = checkPackage(broken(files)).map((one) => one.id);
        expect([...new Set(ids)], `${id} ${at}`).toEqual([id]);
      }
    });
  }
});

describe('a course structure of somebody else', () => {
  const structure = (inside: string): UnzippedFile[] => {
    const text = (name: string) => `<c:${name}><c:langstring lang="fr">T</c:langstring></c:${name}>`;
    const xml = `<?xml version="1.0"?><c:courseStructure xmlns:c="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" xmlns:v="urn:vendor">
<c:course id="http://a.example/c">${text('title')}${text('description')}<v:price>3</v:price></c:course>
<c:objectives><c:objective id="urn:o:1">${text('title')}${text('description')}</c:objective></c:objectives>
${inside.replaceAll('TEXTS', text('title') + text('description'))}</c:courseStructure>`;
    return [
      { name: 'cmi5.xml', bytes: Buffer.from(xml) },
      { name: 'a.html', bytes: Buffer.from('') },
    ];
  };
  const au = (id: string) =>
    `<c:au id="${id}" moveOn="Passed" v:colour="red">TEXTS<c:objectives><c:objective idref="urn:o:1"/></c:objectives><c:url>a.html?x=1#y</c:url><c:launchParameters>p</c:launchParameters><v:more/></c:au>`;

  test('may have blocks, objectives, a prefix, and elements of its vendor', async () => {
    const files = structure(`<c:block id="urn:b:1">TEXTS${au('urn:a:1')}${au('urn:a:2')}</c:block>${au('urn:a:3')}`);
    expect(checkPackage(files)).toEqual([]);
    expect(await validateCarried(files)).toEqual([]);
  });

  test('may not have a block of nothing', async () => {
    const files = structure(`<c:block id="urn:b:1">TEXTS</c:block>${au('urn:a:3')}`);
    expect(await validateCarried(files)).not.toEqual([]);
  });
});
