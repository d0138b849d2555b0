/** Zips that no honest tool makes: every header is written by hand, and may lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface HostileEntry {
  readonly name: string;
  readonly bytes?: Buffer;
  /** What the zip says of it, where that is not true: `name` in its list only, `inside` is the size outside its list only. */
  readonly says?: {
    readonly size?: number;
    readonly name?: string;
    readonly inside?: number;
    readonly checksum?: number;
  };
  readonly mode?: number;
  readonly encrypted?: boolean;
}

/** @param count what the end of the zip says that it holds */
export function hostileZip(entries: readonly HostileEntry[], count = entries.length): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { bytes = Buffer.alloc(0) } = entry;
    const packed = deflateRawSync(bytes);
    const local = headerOf(entry, bytes, packed, 'local', 0);
    list.push(headerOf(entry, bytes, packed, 'list', at));
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

function headerOf(entry: HostileEntry, bytes: Buffer, packed: Buffer, kind: 'local' | 'list', at: number): Buffer {
  const name = Buffer.from(kind === 'list' ? (entry.says?.name ?? entry.name) : entry.name);
  const isList = kind === 'list';
  const size = (isList ? undefined : entry.says?.inside) ?? entry.says?.size ?? bytes.length;
  const head = Buffer.alloc(isList ? 46 : 30);
  const from = isList ? 6 : 4;
  head.writeUInt32LE(isList ? 0x02014b50 : 0x04034b50, 0);
  if (isList) head.writeUInt16LE((3 << 8) | 20, 4);
  head.writeUInt16LE(20, from);
  head.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0), from + 2);
  head.writeUInt16LE(8, from + 4);
  head.writeUInt32LE(entry.says?.checksum ?? crc32(bytes), from + 10);
  head.writeUInt32LE(packed.length, from + 14);
  head.writeUInt32LE(size, from + 18);
  head.writeUInt16LE(name.length, from + 22);
  if (isList) {
    head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    head.writeUInt32LE(at, 42);
  }
  return Buffer.concat([head, name]);
}
