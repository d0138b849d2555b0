/** A folder written whole or not at all, and over nothing. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../courses/source-files.ts';
import { randomId } from '../ids.ts';

export const isTaken = (folder: string): boolean => {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && !(stat.isDirectory() && readdirSync(folder).length === 0);
};

/**
 * Writes the files into a hidden folder beside, which is then renamed. Whatever ends this, a power cut too, leaves the
 * folder as it was. The system itself refuses to rename over anything but an empty folder.
 */
export function writeFolder(folder: string, files: readonly SourceFile[]): void {
  const half = path.join(path.dirname(folder), `.${path.basename(folder)}-${randomId(8)}`);
  try {
    mkdirSync(half);
    for (const { name, bytes } of files) {
      const file = path.join(half, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes, { flag: 'wx', flush: true });
    }
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** What a person can do about it, in a sentence; undefined where it is a fault of the program. */
export function explainWriting(error: unknown, folder: string): string | undefined {
  const parent = path.dirname(folder);
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `You may not write to ${parent}. Choose a folder that is yours.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left in ${parent}. Make some, or choose a folder on another disk.`;
    case 'EEXIST':
    case 'ENOTEMPTY':
    case 'ENOTDIR':
    case 'EBUSY':
      return `There is something at ${folder} now. Choose a folder that is yet to be made.`;
    default:
      return undefined;
  }
}
