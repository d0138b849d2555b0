/** For each requirement on the zip itself, zips that break it: what is handed over is not always meant well. */
import { type HostileEntry, hostileZip } from '../support/hostile-zip.ts';

/** Many small files, each with its own name. */
const many = (count: number): HostileEntry[] => Array.from({ length: count }, (_, n) => ({ name: `f${n}.html` }));

const sevenOf = (type: string, text: string): HostileEntry[] => {
  const bytes = Buffer.alloc(4 * 2 ** 20, text);
  return Array.from({ length: 7 }, (_, n) => ({ name: `f${n}.${type}`, bytes }));
};

export const HOSTILE: Readonly<Record<string, Readonly<Record<string, () => Buffer>>>> = {
  'package.zip-readable': {
    'nothing at all': () => Buffer.alloc(0),
    'a text': () => Buffer.from('I am not a zip.'),
    'half of a zip': () => hostileZip(many(3)).subarray(0, 60),
    'a list that ends early': () => hostileZip(many(3), 9),
    'a file that says it is shorter than it is': () =>
      hostileZip([{ name: 'a.html', bytes: Buffer.alloc(50 * 2 ** 20), says: { size: 10 } }]),
    'a file that says it is longer than it is': () =>
      hostileZip([{ name: 'a.html', bytes: Buffer.from('a'), says: { size: 1000 } }]),
    'a file with two sizes': () => hostileZip([{ name: 'a.mp4', bytes: Buffer.from('a'), says: { inside: 2 } }]),
    'a file that is damaged': () => hostileZip([{ name: 'a.mp4', bytes: Buffer.from('a'), says: { checksum: 1 } }]),
    'a file with two names': () => hostileZip([{ name: 'b.html', says: { name: 'a.html' } }]),
    'an encrypted file': () => hostileZip([{ name: 'a.html', encrypted: true }]),
  },
  'package.zip-size': {
    'ten thousand files': () => hostileZip(many(10_000)),
    'a bomb': () => hostileZip([{ name: 'a.html', bytes: Buffer.alloc(2 ** 20), says: { size: 2 ** 31 } }]),
    'a bomb in many parts': () =>
      hostileZip(many(40).map((one) => ({ ...one, bytes: Buffer.alloc(1000), says: { size: 100 * 2 ** 20 } }))),
    'pages of nothing but links begun': () => hostileZip(sevenOf('html', '<link ')),
    'styles of one letter': () => hostileZip(sevenOf('css', 'a')),
    'names as long as books': () => hostileZip(many(80).map(({ name }) => ({ name: 'a'.repeat(60_000) + name }))),
    'a manifest as long as a shelf': () =>
      hostileZip([{ name: 'imsmanifest.xml', bytes: Buffer.from(`<manifest>${' '.repeat(5 * 2 ** 20)}</manifest>`) }]),
  },
  'package.zip-names': {
    'a way out by backslashes': () => hostileZip([{ name: '..\\..\\a.html' }]),
    'a folder outside': () => hostileZip([{ name: '../outside/' }]),
    'a backslash': () => hostileZip([{ name: 'img\\a.png' }]),
    'a way out': () => hostileZip([{ name: '../../etc/passwd' }]),
    'a way out within': () => hostileZip([{ name: 'a/../../b.html' }]),
    'an absolute name': () => hostileZip([{ name: '/etc/passwd' }]),
    'a drive': () => hostileZip([{ name: 'c:\\windows\\a.html' }]),
    'one name twice': () => hostileZip([{ name: 'a.html' }, { name: 'a.html' }]),
  },
  'package.zip-links': {
    'a link': () => hostileZip([{ name: 'a.html', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
  },
};
