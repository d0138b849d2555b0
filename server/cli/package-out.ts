/** Where a package is written, and the browser code that goes into it. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';
import { type Io, UsageError } from './command.ts';

/** @returns the name as it was typed @throws UsageError where nothing can be written there */
export function readOut(out: string | undefined, io: Io): string {
  if (out === undefined || !out.endsWith('.zip')) throw new UsageError('--out must name a file that ends in .zip.');
  const folder = path.dirname(path.resolve(io.cwd, out));
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${path.dirname(out)} to write to.`);
  return out;
}

/** Builds the browser code where it is missing or older than what it is made from. */
export async function buildPlayerWhereNeeded(): Promise<void> {
  const built = path.join(root, 'dist/player/player.js');
  const made = existsSync(built) ? statSync(built).mtimeMs : 0;
  const { newestSource } = await import('./newest-source.ts');
  if (made < newestSource()) await import('../build.ts');
}
