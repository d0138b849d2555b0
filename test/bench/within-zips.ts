/** Zips made to hurt that stay just within every limit, so that all is read that ever is. */
import { randomBytes } from 'node:crypto';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { type HostileEntry, hostileZip } from '../support/hostile-zip.ts';
import { unzip } from '../support/unzip.ts';
import { publishedCourse } from './published-course.ts';

const MIB = 2 ** 20;
/** Two of these are looked into beside the package itself. */
const FULL = 2.4 * MIB;

/** A good package, so that nothing ends the check early, with more in it. */
async function packageWith(more: readonly HostileEntry[], change = (manifest: string) => manifest): Promise<Buffer> {
  const zip = await zipPackage({ ...publishedCourse(), modules: ['security'], standard: 'scorm2004-4' });
  const files = unzip(zip).map(({ name, bytes }) =>
    name === 'imsmanifest.xml' ? { name, bytes: Buffer.from(change(bytes.toString('utf8'))) } : { name, bytes },
  );
  return hostileZip([...files, ...more]);
}

/** So many files of the same bytes. */
const many = (count: number, type: string, bytes: Buffer): HostileEntry[] =>
  Array.from({ length: count }, (_, n) => ({ name: `f${n}.${type}`, bytes }));

/** Bytes that pack to a part of themselves: a kibibyte of noise, then this text for the rest. */
function packable(size: number, times: number, text: string): Buffer {
  const filled = Buffer.alloc(size, text);
  for (let at = 0; at + 1024 <= size; at += 1024 * times) randomBytes(1024).copy(filled, at);
  return filled;
}

export const WITHIN: Readonly<Record<string, () => Promise<Buffer>>> = {
  'mebibytes of nothing': () => packageWith(many(2, 'bin', Buffer.alloc(FULL))),
  'pages of links begun': () => packageWith(many(2, 'html', Buffer.alloc(FULL, '<link '))),
  'pages of addresses begun': () => packageWith(many(2, 'html', Buffer.alloc(FULL, 'src=" /'))),
  'scripts that nearly load': () => packageWith(many(2, 'js', Buffer.alloc(FULL, '//fetch("https://a.b"\n'))),
  'pages that pack to a 25th': () => packageWith(many(20, 'html', packable(4 * MIB, 25, '<a href="//'))),
  'scripts that do not pack': () => packageWith(many(20, 'js', randomBytes(FULL))),
  'films that pack to a 25th': () => packageWith(many(4, 'mp4', packable(64 * MIB, 25, 'a'))),
  'almost 5,000 pages': () => packageWith(many(4900, 'html', Buffer.from('<p>Hello'.repeat(400)))),
  'a deep manifest': async () => hostileZip([{ name: 'imsmanifest.xml', bytes: Buffer.from('<a>'.repeat(2 ** 17)) }]),
  'a manifest of files that are not there': () =>
    packageWith([], (xml) => xml.replace('</resource>', `${'<file href="a.html"/>'.repeat(6_500)}</resource>`)),
  'a manifest of wrong items': () =>
    packageWith([], (xml) =>
      xml.replace('</organization>', `${'<item identifierref="a"/>'.repeat(6_500)}</organization>`),
    ),
  'a manifest of resources that depend on one another': () =>
    packageWith([], (xml) =>
      xml.replace('</resources>', `${'<resource xml:base="a/" identifier="a"/>'.repeat(6_500)}</resources>`),
    ),
  'a manifest of one long word': () =>
    packageWith([], (xml) => xml.replace('</title>', `${'x'.repeat(0.5 * MIB - 2 ** 15)}</title>`)),
};
