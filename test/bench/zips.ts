/** Zips made to hurt: the worst time and memory that one of them costs `check-package`, each in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOSTILE } from '../conformance/hostile-zips.ts';
import { hostileZip } from '../support/hostile-zip.ts';
import { atMost, type Measure, median } from './measure.ts';
import { WITHIN } from './within-zips.ts';

const MIB = 2 ** 20;

export async function measure(): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-bench-'));
  const file = path.join(folder, 'hostile.zip');
  const costOf = (zip: Buffer): Cost => {
    writeFileSync(file, zip);
    return check(file);
  };
  // Whoever ran any command before has what is kept of it; the first process here makes that so.
  costOf(hostileZip([]));
  const idle = costOf(hostileZip([]));
  const costs = new Map<string, Cost>();
  for (const [what, make] of [...Object.values(HOSTILE), WITHIN].flatMap((one) => Object.entries(one))) {
    costs.set(what, costOf(await make()));
  }
  rmSync(folder, { recursive: true });
  const [slowest, milliseconds] = most(costs, (one) => one.milliseconds);
  const [largest, memory] = most(costs, (one) => one.memory);
  const whole = 'MiB, the whole process';
  return [
    atMost({ name: `checking a hostile zip, the slowest: ${slowest}`, unit: 'ms', value: milliseconds }, 200),
    atMost({ name: `checking a hostile zip, the largest: ${largest}`, unit: whole, value: memory / MIB }, 100),
    atMost({ name: 'checking a zip without files', unit: whole, value: idle.memory / MIB }, 60),
  ];
}

interface Cost {
  readonly milliseconds: number;
  /** The most that the process held, in bytes. */
  readonly memory: number;
}

function most(costs: ReadonlyMap<string, Cost>, of: (cost: Cost) => number): [string, number] {
  const [[what, cost] = ['', { milliseconds: 0, memory: 0 }]] = [...costs].sort(([, a], [, b]) => of(b) - of(a));
  return [what, of(cost)];
}

/** In a process that begins as the command line does: the quickest of three and their median memory, since others may be at work. */
function check(file: string): Cost {
  const cache = path.join(import.meta.dirname, '../../server/cli/compile-cache.js');
  const script = path.join(import.meta.dirname, 'servers/check-zip.ts');
  const costs = [1, 2, 3].map((): Cost => {
    return JSON.parse(execFileSync(process.execPath, ['--import', cache, script, file], { encoding: 'utf8' }));
  });
  return {
    milliseconds: Math.min(...costs.map((one) => one.milliseconds)),
    memory: median(costs.map((one) => one.memory)),
  };
}
