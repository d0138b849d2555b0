/** Published versions: stored once by their hash, never changed, and which of them a new attempt plays. */
import { eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { course, publishedVersion } from './schema.ts';

export type StoredVersion = typeof publishedVersion.$inferSelect;

export interface VersionQueries {
  /** Stores the content under its hash where it is new, and makes it the course's newest. */
  readonly publish: (version: StoredVersion) => void;
  readonly stored: (hash: string) => StoredVersion | undefined;
  /** Every course with the hash of its newest version, by id. */
  readonly newest: () => { id: string; hash: string }[];
}

export function versionQueries({ orm }: Pick<Db, 'orm'>): VersionQueries {
  const stored = orm
    .select()
    .from(publishedVersion)
    .where(eq(publishedVersion.hash, sql.placeholder('hash')))
    .prepare();
  const newest = orm.select({ id: course.id, hash: course.newestHash }).from(course).orderBy(course.id).prepare();
  return {
    publish: (version) =>
      orm.transaction((tx) => {
        tx.insert(publishedVersion).values(version).onConflictDoNothing().run();
        const { courseId: id, hash: newestHash } = version;
        tx.insert(course)
          .values({ id, newestHash })
          .onConflictDoUpdate({ target: course.id, set: { newestHash } })
          .run();
      }),
    stored: (hash) => stored.get({ hash }),
    newest: () => newest.all(),
  };
}
