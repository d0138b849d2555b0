/** Issuing: the stored path is replayed, and a pass gives one certificate, however often it is asked for. */
import { randomInt } from 'node:crypto';
import { type Outcome, outcomeOf } from '../../courses/model/outcome.ts';
import type { Attempt } from '../../db/attempts.ts';
import type { CertificateQueries } from '../../db/certificates.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { makeCode } from './code.ts';
import type { Signer } from './keys.ts';
import { makeRecord } from './record.ts';

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

/**
 * The code of the attempt's certificate: the one there is, or a new one with this name.
 * @throws AppError not-passed
 */
export function issueCertificate(app: App, issuing: Issuing, attemptId: string, name: string): Promise<string> {
  const { certificates, signer } = issuing;
  return app.db.groupCommit.run(() => {
    const issued = certificates.ofAttempt(attemptId);
    if (issued) return issued.code;
    const attempt = app.attempts.stored(attemptId);
    if (!attempt) throw new AppError('attempt-not-found');
    const { passed, modules } = replayedOutcome(app, attempt);
    const [outcome] = modules;
    if (!passed || !outcome) throw new AppError('not-passed');
    const issuedAt = app.clock();
    const code = makeCode((below) => randomInt(below));
    const record = JSON.stringify(
      makeRecord({
        code,
        name,
        content: contentOf(app, attempt),
        hash: attempt.versionHash,
        outcome,
        passedAt: attempt.passedAt ?? issuedAt,
        issuedAt,
        issuer: app.baseUrl(),
      }),
    );
    certificates.insert({ code, attemptId, record, signature: signer.sign(record), keyId: signer.id, issuedAt });
    return code;
  });
}
