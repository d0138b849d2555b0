/** Attempts: finding a learner's own, making one, and keeping a path together with what replaying it gave. */
import { desc, eq, sql } from 'drizzle-orm';
import type { Outcome } from '../courses/model/outcome.ts';
import type { Db } from './client.ts';
import { attempt, learner, pathSetAside, session } from './schema.ts';

export type Attempt = typeof attempt.$inferSelect;

export interface AttemptQueries {
  /** The learner's own attempt; another learner's is as good as none. */
  readonly own: (learnerId: string, id: string) => Attempt | undefined;
  /** Newest first. */
  readonly ofLearner: (learnerId: string) => Attempt[];
  /** The learner's newest attempt of a module, of any version or of one. */
  readonly latest: (learnerId: string, courseId: string, moduleId: string, hash?: string) => Attempt | undefined;
  readonly insert: (made: typeof attempt.$inferInsert) => void;
  /** The attempt that a session may commit to. Somebody else's is as good as none. */
  readonly ofSession: (token: string, id: string, now: Date) => Attempt | 'session-ended' | 'not-theirs';
  readonly stored: (id: string) => Attempt | undefined;
  readonly keepPath: (id: string, path: string, outcome: Outcome, now: Date) => void;
  readonly setAside: (id: string, path: string, now: Date) => void;
}

const place = sql.placeholder;

/** Every statement is prepared once: an unprepared builder call costs 3 to 12 times more. */
export function attemptQueries({ orm }: Pick<Db, 'orm'>): AttemptQueries {
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
  const sessionOf = orm
    .select({ userId: session.userId, expiresAt: session.expiresAt })
    .from(session)
    .where(eq(session.token, place('token')))
    .prepare();
  const learnerOf = orm
    .select({ id: learner.id })
    .from(learner)
    .where(eq(learner.userId, place('userId')))
    .prepare();
  const setAside = orm
    .insert(pathSetAside)
    .values({ attemptId: place('id'), path: place('path'), setAsideAt: place('now') })
    .prepare();
  const keep = keepStatement(orm);
  return {
    own: (learnerId, id) => {
      const found = stored.get({ id });
      return found?.learnerId === learnerId ? found : undefined;
    },
    ofLearner: (learnerId) => ofLearner.all({ learnerId }),
    latest: (learnerId, courseId, moduleId, hash) =>
      ofLearner
        .all({ learnerId })
        .find((one) => one.courseId === courseId && one.moduleId === moduleId && (!hash || one.versionHash === hash)),
    insert: (made) => {
      orm.insert(attempt).values(made).run();
    },
    ofSession: (token, id, now) => {
      // Three look-ups by key take 5 µs, one statement that joins the three tables 12 µs.
      const found = sessionOf.get({ token });
      if (!found || found.expiresAt <= now) return 'session-ended';
      const owner = learnerOf.get({ userId: found.userId });
      const wanted = stored.get({ id });
      return wanted && wanted.learnerId === owner?.id ? wanted : 'not-theirs';
    },
    stored: (id) => stored.get({ id }),
    keepPath: (id, path, outcome, now) => {
      keep.run({ id, path, now: now.getTime(), ...columnsOf(outcome) });
    },
    setAside: (id, path, now) => {
      setAside.run({ id, path, now });
    },
  };
}

/** When it was passed is written once: later runs and later choices of the learner do not move it. */
function keepStatement(orm: Db['orm']) {
  return orm
    .update(attempt)
    .set({
      path: sql`${place('path')}`,
      finished: sql`${place('finished')}`,
      complete: sql`${place('complete')}`,
      passed: sql`${place('passed')}`,
      percent: sql`${place('percent')}`,
      savedAt: sql`${place('now')}`,
      passedAt: sql`coalesce(${attempt.passedAt}, iif(${place('passed')}, ${place('now')}, null))`,
    })
    .where(eq(attempt.id, place('id')))
    .prepare();
}

function columnsOf(outcome: Outcome) {
  return {
    finished: outcome.modules.reduce((sum, one) => sum + one.finished, 0),
    complete: outcome.complete ? 1 : 0,
    passed: outcome.passed ? 1 : 0,
    percent: outcome.percent ?? null,
  };
}
