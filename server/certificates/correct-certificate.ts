/** What an operator does about a certificate that is wrong: it is withdrawn, and one with the right name takes its place. */
import { randomInt } from 'node:crypto';
import type { Certificate } from '../../db/certificates.ts';
import { makeCode, readCode } from './code.ts';
import type { Issuing } from './issue-certificate.ts';
import { readRecord } from './record.ts';

export type Refused = 'no-such' | 'withdrawn' | 'unconfirmed';

/**
 * Withdraws the certificate and answers with the code of a new one that says the same under another name. Whoever asks
 * for the certificate again gets the new one. Inside a transaction.
 */
export function correctCertificate(
  issuing: Issuing,
  { code, name, why, now }: { readonly code: string; readonly name: string; readonly why: string; readonly now: Date },
): { readonly code: string } | { readonly refused: Refused } {
  const { certificates, signer } = issuing;
  const wrong = storedBy(issuing, code);
  if (!wrong) return { refused: 'no-such' };
  if (wrong.revokedAt) return { refused: 'withdrawn' };
  // What its signature does not vouch for is not signed anew.
  if (!signer.verify(wrong.keyId, wrong.record, wrong.signature)) return { refused: 'unconfirmed' };
  const right = makeCode((below) => randomInt(below));
  const record = JSON.stringify({
    ...readRecord(wrong.record),
    ...{ code: right, name, issuedAt: now.toISOString() },
  });
  certificates.withdraw(wrong.code, why, now);
  certificates.replace(wrong, { code: right, record, signature: signer.sign(record), keyId: signer.id, issuedAt: now });
  return { code: right };
}

export function withdrawCertificate(issuing: Issuing, typed: string, why: string, now: Date): Refused | undefined {
  const found = storedBy(issuing, typed);
  if (!found) return 'no-such';
  if (found.revokedAt) return 'withdrawn';
  issuing.certificates.withdraw(found.code, why, now);
  return undefined;
}

function storedBy({ certificates }: Issuing, typed: string): Certificate | undefined {
  const code = readCode(typed);
  return code === undefined ? undefined : certificates.byCode(code);
}
