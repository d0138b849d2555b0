/** One file of a zip that somebody else made: what its headers say, and its bytes where they are what was said. */
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import { finding, type PackageFinding } from './finding.ts';
import type { ZipWindow } from './zip-window.ts';

/** A file as the list of the zip has it. */
export interface Listed {
  readonly entry: Entry;
  readonly name: string;
}

const STORED = 0;
const DEFLATED = 8;
const HEADER = 30;

/**
 * What can be seen without unpacking. yauzl has a reading of these headers too, in promises and buffers of their own for
 * each: for 5,000 files they weighed as much as all else.
 *
 * @param shown its name, as a person may read it
 */
export function wrongHeader(window: ZipWindow, { entry }: Listed, shown: string): PackageFinding | undefined {
  const wrong = (what: string): PackageFinding => finding('zip-readable', `${shown} ${what}.`);
  if ((entry.generalPurposeBitFlag & 1) !== 0) return wrong('is encrypted');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    return wrong('is packed in a way that few systems unpack');
  }
  const at = entry.relativeOffsetOfLocalHeader;
  const header = window.slice(at, HEADER + entry.fileNameLength);
  const isHeader = header.length === HEADER + entry.fileNameLength && header.readUInt32LE(0) === 0x04034b50;
  if (!isHeader || dataStart(at, header) + entry.compressedSize > window.size) {
    return wrong('is not where the list of the zip has it');
  }
  if (!header.subarray(HEADER).equals(entry.fileNameRaw))
    return wrong('has another name inside the zip than in its list');
  const size = header.readUInt32LE(22);
  // Where this bit is set, the sizes stand behind the file; where they are all ones, in a field of their own.
  const isSaid = (header.readUInt16LE(6) & 8) === 0 && size !== 0xffffffff;
  return isSaid && size !== entry.uncompressedSize
    ? wrong('has another size inside the zip than in its list')
    : undefined;
}

/** Where the packed bytes begin, by the header in front of them. */
const dataStart = (at: number, header: Buffer): number =>
  at + HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);

/** @returns the bytes, which hold until the next reading; at most as many as the list says */
export function unpack(window: ZipWindow, { entry }: Listed, shown: string): Buffer | PackageFinding {
  const wrong = (what: string): PackageFinding => finding('zip-readable', `${shown} ${what}.`);
  const { uncompressedSize: size, compressedSize } = entry;
  try {
    const at = entry.relativeOffsetOfLocalHeader;
    const packed = window.slice(dataStart(at, window.slice(at, HEADER)), compressedSize);
    // One byte of room more than it says: with none the inflater asks for a second buffer to see that nothing comes.
    const room = { chunkSize: Math.max(size + 1, 64), maxOutputLength: Math.max(size, 1) };
    const bytes = entry.compressionMethod === DEFLATED ? inflateRawSync(packed, room) : packed;
    if (bytes.length !== size) return wrong(`unpacks to ${bytes.length} bytes, and says ${size}`);
    return crc32(bytes) === entry.crc32 ? bytes : wrong('is damaged: its checksum is another');
  } catch (error) {
    return wrong(`does not unpack as the zip says: ${error instanceof Error ? error.message : error}`);
  }
}
