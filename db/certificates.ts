/** Certificates: one an attempt, found by their code, withdrawn but never changed. */
import { eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { certificate } from './schema.ts';

export type Certificate = typeof certificate.$inferSelect;

export interface CertificateQueries {
  readonly byCode: (code: string) => Certificate | undefined;
  readonly ofAttempt: (attemptId: string) => Certificate | undefined;
  readonly insert: (made: typeof certificate.$inferInsert) => void;
  /** False where there is no such certificate. The first withdrawal stands. */
  readonly withdraw: (code: string, why: string, now: Date) => boolean;
}

export function certificateQueries({ orm }: Pick<Db, 'orm'>): CertificateQueries {
  const byCode = orm
    .select()
    .from(certificate)
    .where(eq(certificate.code, sql.placeholder('code')))
    .prepare();
  const ofAttempt = orm
    .select()
    .from(certificate)
    .where(eq(certificate.attemptId, sql.placeholder('attemptId')))
    .prepare();
  return {
    byCode: (code) => byCode.get({ code }),
    ofAttempt: (attemptId) => ofAttempt.get({ attemptId }),
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
