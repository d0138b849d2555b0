/** The COURSE of a command: the name of a course of `courses/`, or a path to a folder. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { coursesFolder } from '../course-files.ts';
import { type Io, readArgs, UsageError } from './command.ts';

/** @throws UsageError where there is no such course */
export function courseFolder(word: string, io: Io): string {
  const folders = [path.join(coursesFolder, word), path.resolve(io.cwd, word)];
  const isName = /^[a-z0-9-]+$/.test(word);
  const found = folders.slice(isName ? 0 : 1).find((one) => existsSync(path.join(one, 'course.yaml')));
  if (!found) throw new UsageError(`There is no course “${word}”: no folder with a course.yaml.`);
  return found;
}

/** The arguments of a command that takes a course and `--json`. @throws UsageError */
export function courseAndJson(args: readonly string[], io: Io): { folder: string; json: boolean } {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean', default: false } });
  const [word, ...more] = positionals;
  if (word === undefined) throw new UsageError('No course was named.');
  if (more.length > 0) throw new UsageError(`One course at a time, and “${more.join(' ')}” came after it.`);
  return { folder: courseFolder(word, io), json: values.json };
}
