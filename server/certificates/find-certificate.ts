/** A certificate as anybody may see it: what it says, and whether it still holds. */
import type { Certificate } from '../../db/certificates.ts';
import { AppError } from '../errors.ts';
import { readCode, showCode } from './code.ts';
import type { Issuing } from './issue-certificate.ts';
import { type CertificateRecord, readRecord } from './record.ts';

export interface Found {
  readonly code: string;
  readonly shownCode: string;
  readonly record: CertificateRecord;
  /** `altered`: what is stored is not what was signed. */
  readonly state: 'valid' | 'withdrawn' | 'altered';
  readonly withdrawnAt: Date | undefined;
  readonly passed: string;
  readonly issued: string;
}

/** @throws AppError certificate-not-found for a code that is none, and just so for one that nobody has */
export function findCertificate({ certificates, signer }: Issuing, typed: string): Found {
  const code = readCode(typed);
  const stored = code === undefined ? undefined : certificates.byCode(code);
  if (!stored) throw new AppError('certificate-not-found');
  const record = readRecord(stored.record);
  return {
    code: stored.code,
    shownCode: showCode(stored.code),
    record,
    state: stateOf(stored, record, signer),
    withdrawnAt: stored.revokedAt ?? undefined,
    passed: longDate(record.passedAt),
    issued: longDate(record.issuedAt),
  };
}

function stateOf(stored: Certificate, record: CertificateRecord, signer: Issuing['signer']): Found['state'] {
  const untouched = record.code === stored.code && signer.verify(stored.keyId, stored.record, stored.signature);
  if (!untouched) return 'altered';
  return stored.revokedAt ? 'withdrawn' : 'valid';
}

/** As people in England read a date: their day, not UTC's. */
export const longDate = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  });
