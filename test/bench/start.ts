/** Start to first answer and memory at rest, against a bundle of the same dependencies round an empty application. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { root } from '../../server/root.ts';
import { serverBundle } from '../../server/server-bundle.ts';
import { atMost, type Measure, median, ratioAtMost } from './measure.ts';
import { residentMebibytes, startProcess } from './processes.ts';

const ROUNDS = 7;

export async function measure(): Promise<Measure[]> {
  const empty = await bundleEmptyApp();
  try {
    const ours: number[] = [];
    const bare: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push((await start(empty.file)).firstAnswer);
      const one = await start('dist/server/main.js');
      ours.push(one.firstAnswer);
      memory.push(one.memory);
    }
    return [
      ratioAtMost({ name: 'start to first answer', unit: 'ms', value: median(ours) }, median(bare), 1.6),
      atMost({ name: 'memory at rest', unit: 'MiB', value: median(memory) }, 130),
    ];
  } finally {
    rmSync(empty.folder, { recursive: true, force: true });
  }
}

async function start(file: string): Promise<{ firstAnswer: number; memory: number }> {
  const from = performance.now();
  const running = await startProcess(() => [file]);
  const answer = await fetch(`${running.url}/healthz`);
  if (answer.status !== 200) throw new Error(`${file} answered ${answer.status}.`);
  const firstAnswer = performance.now() - from;
  await sleep(1_500);
  const memory = await residentMebibytes(running.child.pid ?? 0);
  await running.stop();
  return { firstAnswer, memory };
}

/** Everything that the server loads at start, registered in an application with no feature of ours. */
async function bundleEmptyApp(): Promise<{ folder: string; file: string }> {
  // Inside dist, so that what stays outside the bundle is found in node_modules.
  const folder = mkdtempSync(path.join(root, 'dist', 'bench-'));
  const file = path.join(folder, 'empty.js');
  await build({ ...serverBundle, entryPoints: ['test/bench/servers/empty.ts'], outfile: file });
  return { folder, file };
}
