/** Packages: their bytes, and the time to build one against deflating the same bytes and nothing else. */
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { type ZipRequest, zipFiles, zipPackage } from '../../server/packaging/zip-package.ts';
import { atMost, interleaved, type Measure, ratioAtMost } from './measure.ts';
import { publishedCourse } from './published-course.ts';

const ROUNDS = 25;
const deflate = promisify(deflateRaw);
const KIB = 1024;

export async function measure(): Promise<Measure[]> {
  const course = publishedCourse();
  const request: ZipRequest = { ...course, modules: ['security'], standard: 'scorm2004-4' };
  const files = zipFiles(request);
  const zip = await zipPackage(request);
  const whole = await zipPackage({ ...course, modules: 'all', standard: 'scorm2004-4' });
  const compressed = await Promise.all(
    files.map(async (one) => [one.name, (await deflate(one.bytes, { level: 9 })).length] as const),
  );
  const carried = (name: string) => /\.(xsd|dtd|woff2)$/.test(name);
  const own = compressed.filter(([name]) => !carried(name)).reduce((sum, [, bytes]) => sum + bytes, 0);
  // One after the other, as a zip is written.
  const deflateAll = async () => {
    for (const one of files) await deflate(one.bytes, { level: 9 });
  };
  const [built = 0, raw = 1] = await interleaved(ROUNDS, [() => zipPackage(request), deflateAll]);
  return [
    atMost({ name: 'package of one module without font and schemas', unit: 'KiB', value: own / KIB }, 60),
    atMost({ name: 'package of one module, whole', unit: 'KiB', value: zip.length / KIB }, 150),
    atMost({ name: 'package of the whole course, whole', unit: 'KiB', value: whole.length / KIB }, 400),
    ratioAtMost({ name: 'package build', unit: 'ms', value: built }, raw, 1.5),
  ];
}
