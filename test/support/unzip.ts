/** The files of a zip, read by its central directory as an LMS does; only what our own zips use is understood. */
import { inflateRawSync } from 'node:zlib';

export interface UnzippedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the zip says it is on Unix: type and permissions. */
  readonly mode?: number;
}

/** @throws Error where it is no zip */
export function unzip(zip: Buffer): UnzippedFile[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('This is no zip.');
  const files: UnzippedFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files.push({ name, bytes: content(zip, at), mode: zip.readUInt16LE(at + 40) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** @param at where the file's entry in the central directory begins */
function content(zip: Buffer, at: number): Buffer {
  const isDeflated = zip.readUInt16LE(at + 10) === 8;
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  return isDeflated ? inflateRawSync(packed) : packed;
}
