/** Child processes for the bench: started with the same Node, told apart by what they print, ended by id. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../server/root.ts';

export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  readonly dataDir: string;
  /** Milliseconds from spawn to the line with the address. */
  readonly readyAfter: number;
  readonly stop: () => Promise<void>;
}

/** Runs `node ARGS` with a DATA_DIR of its own and waits for the first address that it prints. */
export async function startProcess(args: (dataDir: string) => string[]): Promise<Running> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'standpoint-bench-'));
  const from = performance.now();
  const child = spawn(process.execPath, args(dataDir), {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const found = /http:\/\/[\d.:]+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready: ${printed}`)));
  });
  return {
    url,
    child,
    dataDir,
    readyAfter: performance.now() - from,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resident memory in MiB, of a process that Linux tells about. */
export async function residentMebibytes(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
