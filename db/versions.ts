/** Published versions: stored once by their hash, never changed, and which of them a new attempt plays. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { course, publishedVersion } from './schema.ts';

export type StoredVersion = typeof publishedVersion.$inferSelect;

export interface VersionQueries {
  /** Stores the content under its hash where it is new, and makes it the course's newest. */
  readonly publish: (version: StoredVersion) => void;
  readonly stored: (hash: string) => StoredVersion | undefined;
  /** The version of a course whose hash begins so, the newest of them where there are two. */
  readonly startingWith: (courseId: string, hash8: string) => string | undefined;
  /** When it was first published. */
  readonly publishedAt: (hash: string) => Date | undefined;
  /** Every course with the hash of its newest version, by id. */
  readonly newest: () => { id: string; hash: string }[];
}

export function versionQueries({ orm }: Pick<Db, 'orm'>): VersionQueries {
  const stored = orm
    .select()
    .from(publishedVersion)
    .where(eq(publishedVersion.hash, sql.placeholder('hash')))
    .prepare();
  const startingWith = orm
    .select({ hash: publishedVersion.hash })
    .from(publishedVersion)
    .where(
      and(
        eq(publishedVersion.courseId, sql.placeholder('courseId')),
        eq(sql`substr(${publishedVersion.hash}, 1, 8)`, sql.placeholder('hash8')),
      ),
    )
    .orderBy(desc(publishedVersion.publishedAt))
    .prepare();
  const publishedAt = orm
    .select({ at: publishedVersion.publishedAt })
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
    startingWith: (courseId, hash8) => startingWith.get({ courseId, hash8 })?.hash,
    publishedAt: (hash) => publishedAt.get({ hash })?.at,
    newest: () => newest.all(),
  };
}
