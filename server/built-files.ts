/**
 * The built player's files, and the names they have in packages: with a hash of their bytes. LMSs let browsers keep a file
 * for months and give an updated package the same address (moodle-mod_scormremote#85, openedx-scorm-xblock#1), so a name
 * must never stand for other bytes. A name and no query: some servers lose queries, and a manifest can list a name.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackageFile } from './package-files.ts';
import { root } from './root.ts';

const DIGITS = 8;
const BEARS_HASH = new RegExp(`\\.[0-9a-f]{${DIGITS}}\\.[a-z0-9]+$`);

/** Eight hexadecimal digits that stand for the bytes. */
export const shortHash = (bytes: Buffer | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);

/** `player.js` as `player.1a2b3c4d.js`: other bytes, another name. */
export const nameByBytes = (name: string, bytes: Buffer): string =>
  name.replace(/\.[^.]+$/, (ending) => `.${shortHash(bytes)}${ending}`);

/** Whether the name stands for these bytes for ever, so that a browser need not ask again. */
export const isNamedByBytes = (name: string): boolean => BEARS_HASH.test(name);

const read = new Map<string, Buffer>();
const packed = new Map<string, PackageFile>();

/** A file of the built player, read once. */
export function builtFile(name: string): Buffer {
  const bytes = read.get(name) ?? readFileSync(path.join(root, 'dist/player', name));
  read.set(name, bytes);
  return bytes;
}

/** The same under its name in packages. */
export function packedFile(name: string): PackageFile {
  const file = packed.get(name) ?? { name: nameByBytes(name, builtFile(name)), bytes: builtFile(name) };
  packed.set(name, file);
  return file;
}

/** The player's style, which stands in the page and names the font beside it. */
export const playerStyle = (): string =>
  builtFile('player.css').toString('utf8').replaceAll('atkinson.woff2', packedFile('atkinson.woff2').name);

/** The names of the player's scripts, as the page has to know them. */
export const scriptNames = () => ({
  player: packedFile('player.js').name,
  reflect: packedFile('reflect.js').name,
  connected: packedFile('connected.js').name,
  cmi5: packedFile('cmi5.js').name,
});
