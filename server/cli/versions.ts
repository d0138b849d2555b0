/** `versions COURSE`: what was published of a course and when, the latest first. */
import type { ListedVersion } from '../../db/versions.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { sayTime, shortName, withPublishedCourse } from './published-course.ts';

export async function listVersions(args: readonly string[], io: Io): Promise<number> {
  const [courseId, ...more] = readArgs(args, {}).positionals;
  if (courseId === undefined) throw new UsageError('No course was named.');
  if (more.length > 0) throw new UsageError(`One course at a time, and “${more.join(' ')}” came after it.`);
  return withPublishedCourse(courseId, ({ all, newest }) => {
    for (const one of all) io.out([shortName(one), sayTime(one.publishedAt), ...marks(one, newest)].join('  '));
    io.out(`Have the files of one back with: restore ${courseId} --version VERSION --out FOLDER`);
    return 0;
  });
}

function marks({ hash, keepsSource }: ListedVersion, newest: string): string[] {
  return [...(hash === newest ? ['what learners start'] : []), ...(keepsSource ? [] : ['without its files'])];
}
