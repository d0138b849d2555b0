/** The folder that holds package.json, whether this runs as server/*.ts or bundled as dist/server/main.js. */
import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error('Standpoint cannot find its own folder: package.json is missing.');
  return findRoot(above);
}

export const root = findRoot(import.meta.dirname);
