/** Issuing: the stored path is replayed, and a pass gives one certificate, however often it is asked for. */
import { randomInt } from 'node:crypto';
import { type Outcome, outcomeOf } from '../../courses/model/outcome.ts';
import type { Attempt } from '../../db/attempts.ts';
import { type Certificate, type CertificateQueries, learnersSubject } from '../../db/certificates.ts';
import type { certificate } from '../../db/schema.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { makeCode } from './code.ts';
import type { Signer } from './keys.ts';
import { type Certified, makeRecord } from './record.ts';

export interface Issuing {
  readonly certificates: CertificateQueries;
  readonly signer: Signer;
}

/** What the stored path of an attempt has come to; the outcome columns are never asked. */
export function replayedOutcome(app: App, attempt: Attempt): Outcome {
  return outcomeOf(contentOf(app, attempt), attempt.versionHash, attempt.path);
}

export function contentOf(app: App, { versionHash, moduleId }: Attempt) {
  const content = app.published.module(versionHash, moduleId);
  if (!content) throw new Error(`The version ${versionHash} was never published.`);
  return content;
}

/** The certificate there is of what the attempt is of: asked for in another attempt of the same, it is the same. */
export function certificateOf(app: App, { certificates }: Issuing, attempt: Attempt): Certificate | undefined {
  return certificates.bySubject(subjectOf(app, attempt));
}

function subjectOf(app: App, attempt: Attempt): string {
  const { learnerId, courseId, moduleId } = attempt;
  return learnersSubject(learnerId, courseId, contentOf(app, attempt).guidance.id, [moduleId]);
}

/**
 * The code of the attempt's certificate: the one there is, or a new one with this name.
 * @throws AppError not-passed
 */
export function issueCertificate(app: App, issuing: Issuing, attemptId: string, name: string): Promise<string> {
  return app.db.groupCommit.run(() => {
    const attempt = app.attempts.stored(attemptId);
    if (!attempt) throw new AppError('attempt-not-found');
    const issued = certificateOf(app, issuing, attempt);
    if (issued) return issued.code;
    const { passed, modules } = replayedOutcome(app, attempt);
    if (!passed) throw new AppError('not-passed');
    const issuedAt = app.clock();
    const { learnerId, versionHash: hash } = attempt;
    const passedAt = attempt.passedAt ?? issuedAt;
    const of = { name, content: contentOf(app, attempt), hash, outcomes: modules, passedAt, issuedAt };
    return keepCertificate(app, issuing, of, { subject: subjectOf(app, attempt), learnerId, attemptId });
  });
}

type Keeping = Pick<typeof certificate.$inferInsert, 'subject' | 'learnerId' | 'attemptId' | 'organizationId'>;

/** Signs and stores a certificate under a new code, and answers with it. Inside a transaction. */
export function keepCertificate(
  app: App,
  { certificates, signer }: Issuing,
  of: Omit<Certified, 'code' | 'issuer'>,
  keeping: Keeping,
): string {
  const code = makeCode((below) => randomInt(below));
  const record = JSON.stringify(makeRecord({ ...of, code, issuer: app.baseUrl() }));
  const { issuedAt } = of;
  certificates.insert({ code, ...keeping, record, signature: signer.sign(record), keyId: signer.id, issuedAt });
  return code;
}
