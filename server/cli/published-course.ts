/** The versions of a published course, for commands that show them or give one back. */
import { type ListedVersion, type VersionQueries, versionQueries } from '../../db/versions.ts';
import { UsageError } from './command.ts';
import { withServersData } from './open-data.ts';

interface PublishedCourse {
  readonly versions: VersionQueries;
  /** The latest first. */
  readonly all: readonly ListedVersion[];
  /** What a new attempt plays. */
  readonly newest: string;
}

/** @throws UsageError where no such course was published here */
export function withPublishedCourse<T>(courseId: string, work: (course: PublishedCourse) => T): Promise<T> {
  return withServersData((db, { dataDir }) => {
    const versions = versionQueries(db);
    const known = versions.newest();
    const newest = known.find((one) => one.id === courseId)?.hash;
    if (newest === undefined) {
      const published = known.length > 0 ? known.map((one) => one.id).join(', ') : 'nothing';
      throw new UsageError(`There is no course “${courseId}” in ${dataDir}. Published there: ${published}.`);
    }
    return work({ versions, all: versions.all(courseId), newest });
  });
}

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

export const sayTime = (time: Date): string => TIME.format(time);

/** As much of its hash as people read and type. */
export const shortName = ({ hash }: Pick<ListedVersion, 'hash'>): string => hash.slice(0, 8);
