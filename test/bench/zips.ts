/** Zips made to hurt: the worst time and memory that one of them costs `check-package`, each in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOSTILE } from '../conformance/hostile-zips.ts';
import { hostileZip } from '../support/hostile-zip.ts';
import { atMost, type Measure } from './measure.ts';

const MIB = 2 ** 20;

/** Just within every limit, so that all of it is unpacked. */
const WITHIN = {
  'mebibytes of nothing': () =>
    hostileZip([{ name: 'imsmanifest.xml' }, { name: 'a.bin', bytes: Buffer.alloc(31 * MIB) }]),
  'a deep manifest': () => hostileZip([{ name: 'imsmanifest.xml', bytes: Buffer.from('<a>'.repeat(MIB)) }]),
};

export async function measure(): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-bench-'));
  const file = path.join(folder, 'hostile.zip');
  writeFileSync(file, hostileZip([]));
  const idle = check(file);
  const costs = [...Object.values(HOSTILE), WITHIN]
    .flatMap((one) => Object.values(one))
    .map((make) => {
      writeFileSync(file, make());
      return check(file);
    });
  rmSync(folder, { recursive: true });
  const slowest = Math.max(...costs.map((one) => one.milliseconds));
  const largest = Math.max(...costs.map((one) => one.memory)) - idle.memory;
  return [
    atMost({ name: 'checking a hostile zip, the slowest', unit: 'ms', value: slowest }, 200),
    atMost({ name: 'checking a hostile zip, memory of the largest', unit: 'MiB', value: largest / MIB }, 100),
  ];
}

/** `memory` is the most that the process held, in bytes. */
function check(file: string): { milliseconds: number; memory: number } {
  const script = path.join(import.meta.dirname, 'servers/check-zip.ts');
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }));
}
