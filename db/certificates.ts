/** Certificates: one a subject, found by their code, withdrawn but never changed. */
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { certificate } from './schema.ts';

export type Certificate = typeof certificate.$inferSelect;

export interface CertificateQueries {
  readonly byCode: (code: string) => Certificate | undefined;
  readonly bySubject: (subject: string) => Certificate | undefined;
  /** Whether the learner passed what it certifies. */
  readonly isOf: (learnerId: string, code: string) => boolean;
  readonly insert: (made: typeof certificate.$inferInsert) => void;
  /** False where there is no such certificate. The first withdrawal stands. */
  readonly withdraw: (code: string, why: string, now: Date) => boolean;
}

/** What a certificate of a learner of this server is one of: a course, under a version of its guidance, and modules. */
export const learnersSubject = (learnerId: string, course: string, guidance: string, modules: readonly string[]) =>
  ['learner', learnerId, course, guidance, ...modules].join(' ');

/** What a certificate reported through an LMS is one of: an attempt, by its nonce, whatever name it is claimed under. */
export const reportedSubject = (nonce: string): string => `nonce ${nonce}`;

export function certificateQueries({ orm }: Pick<Db, 'orm'>): CertificateQueries {
  const byCode = orm
    .select()
    .from(certificate)
    .where(eq(certificate.code, sql.placeholder('code')))
    .prepare();
  const bySubject = orm
    .select()
    .from(certificate)
    .where(eq(certificate.subject, sql.placeholder('subject')))
    .prepare();
  const ofLearner = orm
    .select({ code: certificate.code })
    .from(certificate)
    .where(and(eq(certificate.code, sql.placeholder('code')), eq(certificate.learnerId, sql.placeholder('learnerId'))))
    .prepare();
  return {
    byCode: (code) => byCode.get({ code }),
    bySubject: (subject) => bySubject.get({ subject }),
    isOf: (learnerId, code) => ofLearner.get({ learnerId, code }) !== undefined,
    insert: (made) => {
      orm.insert(certificate).values(made).run();
    },
    withdraw: (code, why, now) => {
      const found = byCode.get({ code });
      if (found && !found.revokedAt) {
        orm.update(certificate).set({ revokedAt: now, revokedWhy: why }).where(eq(certificate.code, code)).run();
      }
      return found !== undefined;
    },
  };
}
