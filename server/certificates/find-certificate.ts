/** A certificate as anybody may see it: what it says, and whether it still holds. */
import type { Certificate } from '../../db/certificates.ts';
import { readCode, showCode } from './code.ts';
import type { Issuing } from './issue-certificate.ts';
import { type CertificateRecord, readRecord } from './record.ts';

interface Named {
  readonly code: string;
  readonly shownCode: string;
}

/** What is stored is what was signed. */
export interface Standing extends Named {
  readonly state: 'valid' | 'withdrawn';
  readonly record: CertificateRecord;
  /** Days as people in England read them. */
  readonly passed: string;
  readonly issued: string;
  readonly withdrawn: string | undefined;
}

/** The signature does not fit, or nobody holds its key: nothing of the record is to be believed, so none is shown. */
export interface Unconfirmed extends Named {
  readonly state: 'unconfirmed';
}

export type Found = Standing | Unconfirmed;

/** Undefined for what is no code, and just so for a code that nobody has. */
export function findCertificate({ certificates, signer }: Issuing, typed: string): Found | undefined {
  const code = readCode(typed);
  const stored = code === undefined ? undefined : certificates.byCode(code);
  if (!stored) return undefined;
  const named = { code: stored.code, shownCode: showCode(stored.code) };
  if (!signer.verify(stored.keyId, stored.record, stored.signature)) return { ...named, state: 'unconfirmed' };
  const record = readRecord(stored.record);
  // A row that holds another certificate's record, with its good signature.
  if (record.code !== stored.code) return { ...named, state: 'unconfirmed' };
  return { ...named, ...describeStanding(record, stored.revokedAt) };
}

export function describeStanding(record: CertificateRecord, revokedAt: Certificate['revokedAt']) {
  return {
    state: revokedAt ? ('withdrawn' as const) : ('valid' as const),
    record,
    passed: longDate(record.passedAt),
    issued: longDate(record.issuedAt),
    withdrawn: revokedAt ? longDate(revokedAt) : undefined,
  };
}

/** Their day, not UTC's. */
const longDate = (time: string | Date): string =>
  new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  });
