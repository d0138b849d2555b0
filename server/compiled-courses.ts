/**
 * Courses as the build compiled them. Reading and walking through one course takes some 350 ms and 40 MB, at every start
 * the same; so the build does it, and the start takes the result where not a byte of courses/ has changed since.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CourseReading } from './course-files.ts';
import type { PackedFile } from './courses/source-files.ts';
import { root } from './root.ts';

/** What publishing needs of a course that was read. */
export type PublishableCourse = Pick<CourseReading, 'id' | 'content' | 'hash' | 'findings'> & {
  /** The files that the content was made from, and the notes beside them. */
  readonly source?: readonly PackedFile[];
};

interface Compiled {
  /** Of the files that were read. */
  readonly fingerprint: string;
  readonly courses: readonly PublishableCourse[];
}

const coursesFolder = path.join(root, 'courses');
const compiledFile = path.join(root, 'dist/courses.json');

/** The build's part. */
export async function compileCourses(folder = coursesFolder, file = compiledFile): Promise<void> {
  const compiled: Compiled = { fingerprint: fingerprintOf(folder), courses: await readThem(folder) };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(compiled));
}

interface OnDisk {
  /** Says of a hash whether that content was published: then it passed lint, and is not linted again. */
  readonly isPublished?: (hash: string) => boolean;
  readonly folder?: string;
  readonly file?: string;
}

/** The courses on disk, compiled by the build or, where a file has changed since, now. */
export async function coursesOnDisk({
  isPublished,
  folder = coursesFolder,
  file = compiledFile,
}: OnDisk = {}): Promise<readonly PublishableCourse[]> {
  if (existsSync(file)) {
    const compiled = JSON.parse(readFileSync(file, 'utf8')) as Compiled;
    if (compiled.fingerprint === fingerprintOf(folder)) return compiled.courses;
  }
  return readThem(folder, isPublished);
}

async function readThem(folder: string, isPublished?: OnDisk['isPublished']): Promise<PublishableCourse[]> {
  const { readCourses } = await import('./course-files.ts');
  const { pack, withNotes } = await import('./courses/source-files.ts');
  return readCourses(folder, isPublished).map(({ id, content, hash, findings, source = [] }) => ({
    id,
    findings,
    ...(content && hash && { content, hash, source: pack(withNotes(path.join(folder, id), source)) }),
  }));
}

/** Over the name and the bytes of every file that a course or a guidance document is read from, or kept with. */
function fingerprintOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((one) => /\.(yaml|json|md)$/.test(one) && !isHidden(one))
    .filter((one) => statSync(path.join(folder, one), { throwIfNoEntry: false })?.isFile());
  const hash = createHash('sha256');
  for (const name of names.sort()) {
    const bytes = readFileSync(path.join(folder, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** An editor's lock on a file that is open in it, as Emacs makes them, leads nowhere: reading it would end the start. */
const isHidden = (name: string): boolean => name.split(path.sep).some((one) => one.startsWith('.'));
