/** The packages that people download: of the real course, in every format, of a module, of some, and of all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { STANDARDS, type Standard } from '../../server/package-standards.ts';
import { checkZip } from '../../server/packaging/check-zip.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { publishedCourse } from '../bench/published-course.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-real-'));
afterAll(() => rmSync(folder, { recursive: true }));

const course = publishedCourse();
const CHOICES = [
  ['one module', ['security']],
  ['a set of modules', ['advice', 'security', 'boundaries']],
  ['the whole course', 'all'],
] as const;

describe.each(Object.keys(STANDARDS) as Standard[])('as %s', (standard) => {
  test.each(CHOICES)(
    '%s has nothing that check-package finds, by its schemas or beyond, and the same bytes again',
    async (_, modules) => {
      const zip = await zipPackage({ ...course, modules, standard });
      const file = path.join(folder, 'package.zip');
      writeFileSync(file, zip);
      expect(await checkZip(file)).toEqual([]);
      expect((await zipPackage({ ...course, modules, standard })).equals(zip)).toBe(true);
    },
  );
});
