/** The built server in a process of its own, as `npm start` runs it: its words, its exit, its signals. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../../server/root.ts';

export interface ServerProcess {
  readonly child: ChildProcess;
  /** The address that it printed. Rejects where it ended before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

const BUILT = path.join(root, 'dist/server/main.js');

export function runServer(env: Readonly<Record<string, string>>, server = BUILT): ServerProcess {
  const child = spawn(process.execPath, [server], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      const address = /http:\/\/[\d.:]+/.exec(stdout)?.[0];
      if (address) resolve(address);
    });
    child.once('close', () => reject(new Error(`The server ended before it was ready: ${stderr}`)));
  });
  // Who waits for the end only is not to be failed by this.
  ready.catch(() => undefined);
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, ready, ended };
}
