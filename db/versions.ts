/** Published versions: stored once by their hash, never changed, and which of them a new attempt plays. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { course, publishedVersion, sourceFile } from './schema.ts';

export type StoredVersion = typeof publishedVersion.$inferSelect;

/** A file that a version was made from, named as from the course's folder. */
export interface StoredSource {
  readonly name: string;
  readonly gzip: Buffer;
}

export interface ListedVersion {
  readonly hash: string;
  /** For the first time. */
  readonly publishedAt: Date;
  readonly keepsSource: boolean;
}

export interface VersionQueries {
  /**
   * Stores the content under its hash where it is new, makes it the course's newest, and keeps the files that it was made
   * from in place of those kept before; without files, what is kept stays.
   */
  readonly publish: (version: StoredVersion, source?: readonly StoredSource[]) => void;
  /** The files that a version was made from, by name; none where it was published without. */
  readonly source: (hash: string) => StoredSource[];
  /** Every version of a course, the latest first. */
  readonly all: (courseId: string) => ListedVersion[];
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
  const source = orm
    .select({ name: sourceFile.name, gzip: sourceFile.gzip })
    .from(sourceFile)
    .where(eq(sourceFile.versionHash, sql.placeholder('hash')))
    .orderBy(sourceFile.name)
    .prepare();
  const keepsSource = sql`EXISTS (SELECT 1 FROM ${sourceFile} WHERE ${sourceFile.versionHash} = ${publishedVersion.hash})`;
  const all = orm
    .select({
      hash: publishedVersion.hash,
      publishedAt: publishedVersion.publishedAt,
      keepsSource: keepsSource.mapWith(Boolean),
    })
    .from(publishedVersion)
    .where(eq(publishedVersion.courseId, sql.placeholder('courseId')))
    .orderBy(desc(publishedVersion.publishedAt), publishedVersion.hash)
    .prepare();
  return {
    publish: (version, files = []) =>
      orm.transaction((tx) => {
        tx.insert(publishedVersion).values(version).onConflictDoNothing().run();
        const { courseId: id, hash: newestHash } = version;
        // A start publishes what it published before: most of the time there is nothing to write.
        if (files.length > 0 && !isSame(files, source.all({ hash: newestHash }))) {
          tx.delete(sourceFile).where(eq(sourceFile.versionHash, newestHash)).run();
          for (const { name, gzip } of files)
            tx.insert(sourceFile).values({ versionHash: newestHash, name, gzip }).run();
        }
        tx.insert(course)
          .values({ id, newestHash })
          .onConflictDoUpdate({ target: course.id, set: { newestHash } })
          .run();
      }),
    stored: (hash) => stored.get({ hash }),
    startingWith: (courseId, hash8) => startingWith.get({ courseId, hash8 })?.hash,
    publishedAt: (hash) => publishedAt.get({ hash })?.at,
    newest: () => newest.all(),
    source: (hash) => source.all({ hash }),
    all: (courseId) => all.all({ courseId }),
  };
}

function isSame(files: readonly StoredSource[], kept: readonly StoredSource[]): boolean {
  const known = new Map(kept.map((one) => [one.name, one.gzip]));
  return files.length === known.size && files.every(({ name, gzip }) => known.get(name)?.equals(gzip));
}
