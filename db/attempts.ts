/** Attempts: finding a learner's own, making one, and keeping a path together with what replaying it gave. */
import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { type CommitStatements, commitStatements } from './commit-statements.ts';
import { attempt, pathSetAside } from './schema.ts';

export type Attempt = typeof attempt.$inferSelect;

export interface AttemptQueries extends CommitStatements {
  /** The learner's own attempt; another learner's is as good as none. */
  readonly own: (learnerId: string, id: string) => Attempt | undefined;
  /** Newest first. */
  readonly ofLearner: (learnerId: string) => Attempt[];
  /** The learner's newest attempt of a module, of any version or of one. */
  readonly latest: (learnerId: string, courseId: string, moduleId: string, hash?: string) => Attempt | undefined;
  /** Whether an attempt of this server has it: then it was not taken in an LMS. */
  readonly hasNonce: (nonce: string) => boolean;
  readonly insert: (made: typeof attempt.$inferInsert) => void;
  readonly stored: (id: string) => Attempt | undefined;
  readonly setAside: (id: string, path: string, now: Date) => void;
}

const place = sql.placeholder;

/** Every statement is prepared once: an unprepared builder call costs 3 to 12 times more. */
export function attemptQueries({ orm, raw }: Pick<Db, 'orm' | 'raw'>): AttemptQueries {
  const stored = orm
    .select()
    .from(attempt)
    .where(eq(attempt.id, place('id')))
    .prepare();
  const ofLearner = orm
    .select()
    .from(attempt)
    .where(eq(attempt.learnerId, place('learnerId')))
    .orderBy(desc(attempt.startedAt), desc(sql`rowid`))
    .prepare();
  const setAside = orm
    .insert(pathSetAside)
    .values({ attemptId: place('id'), path: place('path'), setAsideAt: place('now') })
    .prepare();
  return {
    ...commitStatements(raw),
    own: (learnerId, id) => {
      const found = stored.get({ id });
      return found?.learnerId === learnerId ? found : undefined;
    },
    ofLearner: (learnerId) => ofLearner.all({ learnerId }),
    latest: (learnerId, courseId, moduleId, hash) =>
      ofLearner
        .all({ learnerId })
        .find((one) => one.courseId === courseId && one.moduleId === moduleId && (!hash || one.versionHash === hash)),
    hasNonce: (nonce) => orm.select().from(attempt).where(eq(attempt.nonce, nonce)).get() !== undefined,
    insert: (made) => {
      orm.insert(attempt).values(made).run();
    },
    stored: (id) => stored.get({ id }),
    setAside: (id, path, now) => {
      setAside.run({ id, path, now });
    },
  };
}
