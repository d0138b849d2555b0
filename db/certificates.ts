/** Certificates: one a subject, found by their code, withdrawn but never changed. */
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { certificate } from './schema.ts';

export type Certificate = typeof certificate.$inferSelect;

export interface CertificateQueries {
  readonly byCode: (code: string) => Certificate | undefined;
  readonly bySubject: (subject: string) => Certificate | undefined;
  /** All that were reported of one attempt. */
  readonly byNonce: (nonce: string) => readonly Certificate[];
  /** Whether the learner passed what it certifies. */
  readonly isOf: (learnerId: string, code: string) => boolean;
  readonly insert: (made: typeof certificate.$inferInsert) => void;
  /** False where there is no such certificate. The first withdrawal stands. */
  readonly withdraw: (code: string, why: string, now: Date) => boolean;
  /** Puts another certificate where `old` was: of the same subject, which `old` is no longer the one of. */
  readonly replace: (
    old: Certificate,
    made: Pick<Certificate, 'code' | 'record' | 'signature' | 'keyId' | 'issuedAt'>,
  ) => void;
}

/** What a certificate of a learner of this server is one of: a course, under a version of its guidance, and modules. */
export const learnersSubject = (learnerId: string, course: string, guidance: string, modules: readonly string[]) =>
  ['learner', learnerId, course, guidance, ...modules].join(' ');

/**
 * What a certificate reported through an LMS is one of: an attempt, by its nonce, whatever name it is claimed under; all
 * of it, or one module.
 */
export const reportedSubject = (nonce: string, module?: string): string =>
  ['nonce', nonce, ...(module === undefined ? [] : [module])].join(' ');

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
  const byNonce = orm
    .select()
    .from(certificate)
    .where(
      // As a range, which the index over subjects answers: nothing stands between a space and an exclamation mark.
      and(gte(certificate.subject, sql.placeholder('from')), lt(certificate.subject, sql.placeholder('below'))),
    )
    .prepare();
  const ofLearner = orm
    .select({ code: certificate.code })
    .from(certificate)
    .where(and(eq(certificate.code, sql.placeholder('code')), eq(certificate.learnerId, sql.placeholder('learnerId'))))
    .prepare();
  return {
    byCode: (code) => byCode.get({ code }),
    bySubject: (subject) => bySubject.get({ subject }),
    byNonce: (nonce) => byNonce.all({ from: reportedSubject(nonce), below: `${reportedSubject(nonce)}!` }),
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
    replace: ({ code, subject, learnerId, attemptId, organizationId }, made) => {
      const was = `replaced ${code}`;
      orm.update(certificate).set({ subject: was }).where(eq(certificate.code, code)).run();
      orm
        .insert(certificate)
        .values({ subject, learnerId, attemptId, organizationId, ...made })
        .run();
    },
  };
}
