/** Zips made to hurt: the worst time and memory that one of them costs `check-package`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkZip } from '../../server/packaging/check-zip.ts';
import { HOSTILE } from '../conformance/hostile-zips.ts';
import { hostileZip } from '../support/hostile-zip.ts';
import { atMost, type Measure } from './measure.ts';

const MIB = 2 ** 20;

/** Just within every limit, so that all of it is unpacked. */
const WITHIN = {
  'sixty mebibytes of nothing': () =>
    hostileZip([{ name: 'imsmanifest.xml' }, { name: 'a.bin', bytes: Buffer.alloc(60 * MIB) }]),
  'a deep manifest': () => hostileZip([{ name: 'imsmanifest.xml', bytes: Buffer.from('<a>'.repeat(MIB)) }]),
};

export async function measure(): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-bench-'));
  const file = path.join(folder, 'hostile.zip');
  let slowest = 0;
  let largest = 0;
  for (const make of [...Object.values(HOSTILE), WITHIN].flatMap((one) => Object.values(one))) {
    writeFileSync(file, make());
    const before = process.memoryUsage().rss;
    const from = performance.now();
    await checkZip(file);
    slowest = Math.max(slowest, performance.now() - from);
    largest = Math.max(largest, process.memoryUsage().rss - before);
  }
  rmSync(folder, { recursive: true });
  return [
    atMost({ name: 'checking a hostile zip, the slowest', unit: 'ms', value: slowest }, 200),
    atMost({ name: 'checking a hostile zip, memory of the largest', unit: 'MiB', value: largest / MIB }, 100),
  ];
}
