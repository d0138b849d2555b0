/**
 * The files of a zip that somebody else made. Nothing in it is believed: what it says of itself is counted before
 * anything is unpacked, and everything is unpacked as far as it says and no further.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync } from 'node:fs';
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { PackageFile } from '../package-files.ts';
import { checkPage, isPage } from './check-page.ts';
import { finding, type PackageFinding } from './finding.ts';
import { type Listed, unpack, wrongHeader } from './unpack.ts';
import { ZipWindow } from './zip-window.ts';

export interface ReadZip {
  /** In the order of the zip. Only manifests keep their bytes: a film may be larger than memory. */
  readonly files: readonly PackageFile[];
  /** Why the zip cannot be trusted; then `files` is not the whole of it. */
  readonly unsafe: readonly PackageFinding[];
  /** What was seen in its pages on the way, and what was not looked into. */
  readonly findings: readonly PackageFinding[];
}

const MIB = 2 ** 20;

/** Beyond these a zip is made to hurt, or no LMS takes it; a course of a full catalogue has some 2,000 files. */
const MOST = { files: 5000, list: 4 * MIB, findings: 50, ratio: 30, small: 16 * MIB, manifest: 0.5 * MIB };

/**
 * What is unpacked of a zip, and no file of more than `file`. All of it may stay in memory until the check ends, and the
 * whole check shall fit into 100 MB.
 */
const ROOM = { bytes: 6 * MIB, file: 3 * MIB, files: 1000 };
const MANIFEST = /^(imsmanifest|cmi5)\.xml$/;

/** @param file a path. Whatever is wrong with the zip is a finding; only a file that cannot be read at all is thrown. */
export async function readZip(file: string): Promise<ReadZip> {
  const descriptor = openSync(file, 'r');
  try {
    const window = new ZipWindow(descriptor);
    const options = { autoClose: false, decodeStrings: false };
    const zip = await fromRandomAccessReaderPromise(window, window.size, options).catch(unreadable);
    if ('id' in zip) return refused(zip);
    const listed = await readList(zip);
    if ('id' in listed) return refused(listed);
    const unsafe = tooLarge(listed, window.size) ?? wrongEntries(window, listed);
    return unsafe.length > 0 ? refused(...unsafe) : readFiles(window, listed);
  } finally {
    closeSync(descriptor);
  }
}

const refused = (...unsafe: readonly PackageFinding[]): ReadZip => ({ files: [], unsafe, findings: [] });

const unreadable = (error: unknown): PackageFinding => {
  const said = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  return finding('zip-readable', `It is no zip that can be read: ${said}.`);
};

async function readList(zip: ZipFile): Promise<Listed[] | PackageFinding> {
  if (zip.entryCount > MOST.files) {
    return finding('zip-size', `It holds ${zip.entryCount} files, and ${MOST.files} at most.`);
  }
  const listed: Listed[] = [];
  let length = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      length += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      // A name may have 64 KiB, and so may what is noted beside it.
      if (length > MOST.list) return finding('zip-size', 'Its list of files is longer than any honest one.');
      listed.push({ entry, name: nameOf(entry) });
    }
  } catch (error) {
    return unreadable(error);
  }
  return listed;
}

/** Many tools write UTF-8 without saying so. */
const nameOf = ({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string =>
  isUtf8(fileNameRaw)
    ? fileNameRaw.toString('utf8')
    : getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);

function tooLarge(listed: readonly Listed[], size: number): PackageFinding[] | undefined {
  const unpacked = listed.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (unpacked > MOST.small && unpacked > MOST.ratio * size) {
    const message = `It says that it unpacks to ${mebibytes(unpacked)} MiB, more than ${MOST.ratio} times its size.`;
    return [finding('zip-size', message)];
  }
  const manifest = listed.find(({ entry, name }) => MANIFEST.test(name) && entry.uncompressedSize > MOST.manifest);
  if (!manifest) return undefined;
  const message = `${manifest.name} has ${manifest.entry.uncompressedSize} bytes, and ${MOST.manifest} at most.`;
  return [finding('zip-size', message)];
}

const mebibytes = (bytes: number): number => Math.ceil(bytes / MIB);

function wrongEntries(window: ZipWindow, listed: readonly Listed[]): PackageFinding[] {
  const findings: PackageFinding[] = [];
  const names = new Set<string>();
  for (const one of listed) {
    const wrong = names.has(one.name)
      ? finding('zip-names', `${shown(one.name)} stands there twice.`)
      : (wrongName(one) ?? wrongHeader(window, one, shown(one.name)));
    names.add(one.name);
    if (wrong) findings.push(wrong);
    if (findings.length >= MOST.findings) break;
  }
  return findings;
}

function wrongName({ entry, name }: Listed): PackageFinding | undefined {
  // Where a backslash parts folders, it leads out just as well.
  const steps = name.split(/[/\\]/);
  if (steps[0] === '' || steps.includes('..') || /^[a-z]:/i.test(name)) {
    return finding('zip-names', `${shown(name)} leads out of the folder that it is unpacked into.`);
  }
  if (steps.length > name.split('/').length) {
    return finding('zip-names', `${shown(name)} has a backslash, which parts folders on some systems only.`);
  }
  // The upper half is the mode on Unix, and 0o120000 a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    return finding('zip-links', `${shown(name)} is a link to another place.`);
  }
  return undefined;
}

/** A hostile name can be 64 KiB of anything, and ends up in somebody's terminal. */
const shown = (name: string): string => `“${name.slice(0, 100).replace(/[^\x20-\x7e\u00a0-\uffff]/g, '�')}”`;

/** Manifests, then pages, then everything else, each as long as there is room for it. */
function readFiles(window: ZipWindow, all: readonly Listed[]): ReadZip {
  const listed = all.filter(({ name }) => !name.endsWith('/'));
  const bytes = new Map<string, Buffer>();
  const unsafe: PackageFinding[] = [];
  const findings: PackageFinding[] = [];
  const unread: Listed[] = [];
  let { bytes: left, files: more } = ROOM;
  const parts = Object.groupBy(listed, ({ name }) =>
    MANIFEST.test(name) ? 'manifest' : isPage(name) ? 'page' : 'other',
  );
  for (const one of [parts.manifest ?? [], parts.page ?? [], parts.other ?? []].flat()) {
    const { uncompressedSize: size, compressedSize: packed } = one.entry;
    if (Math.max(size, packed) > Math.min(left, ROOM.file) || more === 0) {
      unread.push(one);
      continue;
    }
    left -= size;
    more -= 1;
    const content = unpack(window, one, shown(one.name));
    if ('id' in content) unsafe.push(content);
    else if (MANIFEST.test(one.name)) bytes.set(one.name, Buffer.from(content));
    else findings.push(...checkPage({ name: one.name, bytes: content }));
    if (unsafe.length >= MOST.findings) break;
  }
  if (unsafe.length > 0) return refused(...unsafe);
  const files = listed.map(({ name }) => ({ name, bytes: bytes.get(name) ?? Buffer.alloc(0) }));
  return { files, unsafe, findings: [...findings, ...sayUnread(listed, unread)] };
}

/** What a person must not take for checked. */
function sayUnread(listed: readonly Listed[], unread: readonly Listed[]): PackageFinding[] {
  if (unread.length === 0) return [];
  const unpacked = listed.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const pages = unread.filter(({ name }) => isPage(name)).length;
  const message =
    `It unpacks to ${mebibytes(unpacked)} MiB, more than is looked into: of ${unread.length} of its ${listed.length} ` +
    `files only the headers were read, ${pages === 0 ? 'none' : pages} of them pages, styles or scripts.`;
  return [finding('zip-read', message)];
}
