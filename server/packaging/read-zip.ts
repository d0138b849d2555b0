/**
 * The files of a zip that somebody else made. Nothing in it is believed: what it says of itself is counted before
 * anything is unpacked, and everything is unpacked as far as it says and no further.
 */
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { finding, type PackageFinding } from './finding.ts';
import type { PackageFile } from './package-files.ts';

export interface ReadZip {
  /** In the order of the zip. Of files that no check looks into the bytes are left out: a film may be larger than memory. */
  readonly files: readonly PackageFile[];
  readonly findings: readonly PackageFinding[];
}

/** Beyond these a zip is made to hurt, or no LMS takes it; a course of a full catalogue has some 2,000 files. */
const MOST = { files: 5000, findings: 50, ratio: 30, small: 32 * 2 ** 20, text: 4 * 2 ** 20 };
const TEXT = /\.(html?|css|svg|xml|xsd|dtd)$/i;

/** @param file a path. Whatever is wrong with the zip is a finding; only a file that cannot be read at all is thrown. */
export async function readZip(file: string): Promise<ReadZip> {
  const { size } = await stat(file);
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { autoClose: false, decodeStrings: false });
  } catch (error) {
    return { files: [], findings: [unreadable(error)] };
  }
  try {
    return await readEntries(zip, size);
  } finally {
    zip.close();
  }
}

async function readEntries(zip: ZipFile, size: number): Promise<ReadZip> {
  const files: PackageFile[] = [];
  const findings: PackageFinding[] = [];
  if (zip.entryCount > MOST.files) {
    return { files, findings: [finding('zip-size', `It holds ${zip.entryCount} files, and ${MOST.files} at most.`)] };
  }
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    return { files, findings: [unreadable(error)] };
  }
  const unpacked = entries.reduce((sum, one) => sum + one.uncompressedSize, 0);
  if (unpacked > MOST.small && unpacked > MOST.ratio * size) {
    const message = `It says that it unpacks to ${Math.round(unpacked / 2 ** 20)} MiB, more than ${MOST.ratio} times its size.`;
    return { files, findings: [finding('zip-size', message)] };
  }
  const names = new Set<string>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    const wrong = names.has(name) ? finding('zip-names', `${shown(name)} stands there twice.`) : wrongWith(entry, name);
    names.add(name);
    const read = wrong ?? (await unpack(zip, entry, name));
    if ('id' in read) findings.push(read);
    else files.push(read);
    if (findings.length >= MOST.findings) break;
  }
  return { files, findings };
}

const nameOf = ({ fileNameRaw }: Entry): string => fileNameRaw.toString('utf8');

/** What can be seen without unpacking. */
function wrongWith(entry: Entry, name: string): PackageFinding | undefined {
  if (validateFileName(name) !== null || /^[a-z]:/i.test(name)) {
    return finding('zip-names', `${shown(name)} leads out of the folder that it is unpacked into.`);
  }
  // The upper half is the mode on Unix, and 0o120000 a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    return finding('zip-links', `${shown(name)} is a link to another place.`);
  }
  if ((entry.generalPurposeBitFlag & 1) !== 0) return finding('zip-readable', `${shown(name)} is encrypted.`);
  return undefined;
}

async function unpack(zip: ZipFile, entry: Entry, name: string): Promise<PackageFile | PackageFinding> {
  try {
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw)) {
      return finding('zip-readable', `${shown(name)} has another name inside the zip than in its list.`);
    }
    const stream = await zip.openReadStreamPromise(entry);
    if (TEXT.test(name) && entry.uncompressedSize <= MOST.text) return { name, bytes: await buffer(stream) };
    for await (const _ of stream);
    return { name, bytes: Buffer.alloc(0) };
  } catch (error) {
    return finding('zip-readable', `${shown(name)} does not unpack as the zip says: ${said(error)}.`);
  }
}

const said = (error: unknown): string => (error instanceof Error ? error.message.replace(/\.$/, '') : String(error));

const unreadable = (error: unknown): PackageFinding =>
  finding('zip-readable', `It is no zip that can be read: ${said(error)}.`);

/** A hostile name can be 64 KiB of anything, and ends up in somebody's terminal. */
const shown = (name: string): string => `“${name.replace(/[^\x20-\x7e\u00a0-\uffff]/g, '�').slice(0, 100)}”`;
