/**
 * `restore COURSE [--version VERSION] --out FOLDER`: the files that a published version was made from, byte for byte, for
 * an author who has lost them or wants to look at what was.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ListedVersion } from '../../db/versions.ts';
import { coursesFolder } from '../course-files.ts';
import type { SourceFile } from '../courses/source-files.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { sayTime, shortName, withPublishedCourse } from './published-course.ts';
import { explainWriting, isTaken, writeFolder } from './write-folder.ts';

interface Asked {
  readonly courseId: string;
  /** How its hash begins. Undefined: what learners start. */
  readonly version: string | undefined;
  readonly folder: string;
}

export async function restore(args: readonly string[], io: Io): Promise<number> {
  const { courseId, version, folder } = readAsked(args, io);
  if (isTaken(folder)) {
    io.err(`There is something at ${folder}, and nothing is written over. Choose a folder that is yet to be made.`);
    return 1;
  }
  const kept = await withPublishedCourse(courseId, ({ all, newest, versions }) => {
    const found = pick(courseId, all, version?.toLowerCase() ?? newest);
    return { found, files: versions.source(found.hash) };
  });
  if (kept.files.length === 0) {
    io.err(withoutFiles(courseId, kept.found));
    return 1;
  }
  const files = kept.files.map(({ name, gzip }) => ({ name, bytes: gunzipSync(gzip) })).filter((one) => !isHere(one));
  try {
    writeFolder(folder, files);
  } catch (error) {
    const reason = explainWriting(error, folder);
    if (reason === undefined) throw error;
    io.err(`Nothing was restored. ${reason}`);
    return 1;
  }
  for (const line of report(courseId, folder, kept.found, files)) io.out(line);
  return 0;
}

/** @throws UsageError with the first thing that is wrong */
function readAsked(args: readonly string[], io: Io): Asked {
  const { values, positionals } = readArgs(args, { version: { type: 'string' }, out: { type: 'string' } });
  const [courseId, ...more] = positionals;
  if (courseId === undefined) throw new UsageError('No course was named.');
  if (more.length > 0) throw new UsageError(`One course at a time, and “${more.join(' ')}” came after it.`);
  if (!values.out) throw new UsageError('--out must name a folder that is yet to be made.');
  const folder = path.resolve(io.cwd, values.out);
  // Renaming takes the place of a folder: whoever stands in it would stand in one that is gone.
  if (folder === path.resolve(io.cwd)) throw new UsageError('You are in that folder. Name one that is yet to be made.');
  const parent = path.dirname(folder);
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`There is no folder ${parent} to write to.`);
  }
  return { courseId, version: values.version, folder };
}

/** @throws UsageError where no version begins so, or several do */
function pick(courseId: string, all: readonly ListedVersion[], start: string): ListedVersion {
  const [found, ...more] = all.filter((one) => one.hash.startsWith(start));
  if (start === '' || !found) {
    throw new UsageError(`${courseId} has no version “${start}”. See them with: versions ${courseId}.`);
  }
  if (more.length > 0) {
    const names = [found, ...more].map((one) => `${one.hash.slice(0, 12)} (${sayTime(one.publishedAt)})`);
    throw new UsageError(`“${start}” may be ${names.join(' or ')}. Give more of it.`);
  }
  return found;
}

const withoutFiles = (courseId: string, version: ListedVersion): string =>
  `Version ${shortName(version)} was published before files were kept, so there are none to restore. ` +
  `See which versions have theirs with: versions ${courseId}. ` +
  'Where its files are in a repository or a backup, start the server with them once: it keeps them from then on.';

/** Guidance lies beside the courses, and is needed again only where it is not there as it was. */
function isHere({ name, bytes }: SourceFile): boolean {
  const file = path.join(coursesFolder, name);
  return isGuidance(name) && existsSync(file) && readFileSync(file).equals(bytes);
}

const isGuidance = (name: string): boolean => name.startsWith('guidance/');

function* report(courseId: string, folder: string, version: ListedVersion, files: readonly SourceFile[]) {
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  yield `${folder}: ${courseId}, version ${shortName(version)}, published on ${sayTime(version.publishedAt)}, ${count}`;
  const guidance = files.find((one) => isGuidance(one.name));
  if (guidance) yield `Its guidance is not here as it was: move ${guidance.name} to courses/guidance first.`;
  if (path.basename(folder) !== courseId)
    yield `Name the folder ${courseId} first: a course bears the name of its folder.`;
  yield `See whether all is well with: npm run --silent standpoint -- check "${folder}"`;
  yield `To publish it again, put it in the place of courses/${courseId} and start the server.`;
}
