/** Who somebody is: sessions, users, and the pseudonymous learner that their attempts belong to. */
import { and, eq, gt, inArray, lt, notExists, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { account, attempt, certificate, learner, pathSetAside, session, user } from './schema.ts';

export interface Person {
  readonly userId: string;
  readonly learnerId: string | undefined;
  /** Empty for guests and for those who gave none. */
  readonly name: string;
  readonly email: string;
  readonly guest: boolean;
}

export interface PeopleQueries {
  /** The person of a session that has not ended. */
  readonly bySession: (token: string, now: Date) => Person | undefined;
  readonly isGuest: (userId: string) => boolean;
  /** The hash of a user's password; undefined for guests. */
  readonly passwordHash: (userId: string) => string | undefined;
  readonly endSession: (token: string) => void;
  /** The learner of a user, made as `id` where there is none. */
  readonly learnerOf: (userId: string, id: string, now: Date) => string;
  /** Everything a guest did becomes the user's, and the guest is no more. */
  readonly takeOver: (guestId: string, userId: string) => void;
  /** The paths that a learner replaced by another way of the same attempt. */
  readonly setAside: (learnerId: string) => { attemptId: string; path: string; at: Date }[];
  readonly certificates: (
    learnerId: string,
  ) => { code: string; attemptId: string | null; record: string; issuedAt: Date }[];
  /** Removes the person: user, sessions, certificates with their name. The attempts stay, nobody's. */
  readonly erase: (userId: string) => void;
  /** Whether an account has this e-mail address. */
  readonly isTaken: (email: string) => boolean;
  /** A sign-up of this address that broke off before `before`: a user whom no password lets in. */
  readonly dropHalfMade: (email: string, before: Date) => void;
  /** Sessions that ended before `before`, and the users whom nothing lets in: guests of those, sign-ups half made. */
  readonly sweep: (before: Date) => void;
}

const place = sql.placeholder;

export function peopleQueries({ orm, raw }: Pick<Db, 'orm' | 'raw'>): PeopleQueries {
  const bySession = orm
    .select({ userId: user.id, name: user.name, email: user.email, guest: user.isAnonymous, learnerId: learner.id })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .leftJoin(learner, eq(learner.userId, user.id))
    .where(and(eq(session.token, place('token')), gt(session.expiresAt, place('now'))))
    .prepare();
  const byUser = orm
    .select()
    .from(learner)
    .where(eq(learner.userId, place('userId')))
    .prepare();
  const guest = orm
    .select({ guest: user.isAnonymous })
    .from(user)
    .where(eq(user.id, place('id')))
    .prepare();
  return {
    bySession: (token, now) => {
      const found = bySession.get({ token, now: now.getTime() });
      return found && { ...found, learnerId: found.learnerId ?? undefined };
    },
    isGuest: (id) => guest.get({ id })?.guest ?? false,
    passwordHash: (userId) =>
      orm
        .select({ hash: account.password })
        .from(account)
        .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
        .get()?.hash ?? undefined,
    endSession: (token) => {
      orm.delete(session).where(eq(session.token, token)).run();
    },
    learnerOf: (userId, id, now) => {
      orm.insert(learner).values({ id, userId, createdAt: now }).onConflictDoNothing().run();
      return byUser.get({ userId })?.id ?? id;
    },
    setAside: (learnerId) => setAsideOf(orm, learnerId),
    certificates: (learnerId) => certificatesOf(orm, learnerId),
    takeOver: (guestId, userId) => takeOver(orm, guestId, userId),
    erase: (userId) => {
      erase(orm, userId);
      // The write-ahead log still holds what stood there before; now it is emptied as well.
      raw.pragma('wal_checkpoint(TRUNCATE)');
    },
    isTaken: (email) => orm.select().from(user).where(eq(user.email, email.toLowerCase())).get() !== undefined,
    dropHalfMade: (email, before) => {
      const wayIn = orm.select({ one: sql`1` }).from(account).where(eq(account.userId, user.id));
      const sameAddress = and(eq(user.email, email.toLowerCase()), eq(user.isAnonymous, false));
      orm
        .delete(user)
        .where(and(sameAddress, lt(user.createdAt, before), notExists(wayIn)))
        .run();
    },
    sweep: (before) => sweep(orm, before),
  };
}

function takeOver(orm: Db['orm'], guestId: string, userId: string): void {
  orm.transaction((tx) => {
    const guests = tx.select().from(learner).where(eq(learner.userId, guestId)).get();
    const own = tx.select().from(learner).where(eq(learner.userId, userId)).get();
    if (guests && own) {
      tx.update(attempt).set({ learnerId: own.id }).where(eq(attempt.learnerId, guests.id)).run();
      // Where both have a certificate of the same, both stay; the user's own is the one that is found again.
      tx.run(sql`UPDATE OR IGNORE certificate SET subject = replace(subject, ${guests.id}, ${own.id})
        WHERE learner_id = ${guests.id}`);
      tx.update(certificate).set({ learnerId: own.id }).where(eq(certificate.learnerId, guests.id)).run();
      tx.delete(learner).where(eq(learner.id, guests.id)).run();
    } else if (guests) {
      tx.update(learner).set({ userId }).where(eq(learner.id, guests.id)).run();
    }
    tx.delete(user).where(eq(user.id, guestId)).run();
  });
}

const setAsideOf = (orm: Db['orm'], learnerId: string) =>
  orm
    .select({ attemptId: pathSetAside.attemptId, path: pathSetAside.path, at: pathSetAside.setAsideAt })
    .from(pathSetAside)
    .innerJoin(attempt, eq(attempt.id, pathSetAside.attemptId))
    .where(eq(attempt.learnerId, learnerId))
    .all();

const certificatesOf = (orm: Db['orm'], learnerId: string) =>
  orm
    .select({
      code: certificate.code,
      attemptId: certificate.attemptId,
      record: certificate.record,
      issuedAt: certificate.issuedAt,
    })
    .from(certificate)
    .where(eq(certificate.learnerId, learnerId))
    .all();

function erase(orm: Db['orm'], userId: string): void {
  orm.transaction((tx) => {
    const learners = tx.select({ id: learner.id }).from(learner).where(eq(learner.userId, userId));
    tx.delete(certificate).where(inArray(certificate.learnerId, learners)).run();
    tx.delete(user).where(eq(user.id, userId)).run();
  });
}

function sweep(orm: Db['orm'], before: Date): void {
  const oneOf = { one: sql`1` };
  orm.transaction((tx) => {
    tx.delete(session).where(lt(session.expiresAt, before)).run();
    const wayIn = tx.select(oneOf).from(account).where(eq(account.userId, user.id));
    const entered = tx.select(oneOf).from(session).where(eq(session.userId, user.id));
    tx.delete(user)
      .where(and(lt(user.createdAt, before), notExists(wayIn), notExists(entered)))
      .run();
  });
}
