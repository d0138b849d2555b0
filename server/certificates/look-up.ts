/**
 * Finding a certificate for anybody who has its code. Only misses count against guessing: a team that finishes together,
 * or an employer with a list, looks up as many as they hold, from one address.
 */
import type { FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { type Found, findCertificate } from './find-certificate.ts';
import type { Issuing } from './issue-certificate.ts';

const MISSES = { max: 10, timeWindow: '1 minute' };

/** @throws AppError certificate-not-found, or too-many where its address has guessed too often, even at a good code */
export type LookUp = (request: FastifyRequest, typed: string) => Promise<Found>;

export function slowLookUp(app: App, issuing: Issuing): LookUp {
  const misses = app.createRateLimit(MISSES);
  return async (request, typed) => {
    const before = await misses(request, { increment: false });
    if (!before.isAllowed && before.remaining === 0) throw new AppError('too-many');
    const found = findCertificate(issuing, typed);
    if (found) return found;
    await misses(request);
    throw new AppError('certificate-not-found');
  };
}
