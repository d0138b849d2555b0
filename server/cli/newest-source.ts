/** When the code that goes into packages was last changed. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';

const SOURCES = [
  'public/player',
  'public/reflect',
  'public/practice',
  'public/self-test',
  'public/styles',
  'courses/model',
  'courses/blocks',
];

/** Milliseconds since 1970 of the newest change to a source of the player. */
export function newestSource(): number {
  const times = SOURCES.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => statSync(path.join(one.parentPath, one.name)).mtimeMs),
  );
  return Math.max(0, ...times);
}
