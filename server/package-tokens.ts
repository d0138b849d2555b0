/**
 * The tokens of connected packages. A download token is random; the claim token inside its package is made from it, one
 * way, so that the same address gives the same bytes and the server keeps no more than hashes of both.
 */
import { createHash, createHmac } from 'node:crypto';
import { randomId } from './ids.ts';

/** 32 letters and digits are 165 bits. The beginning tells people and secret scanners what it is. */
export const makeDownloadToken = (): string => `spd_${randomId(32)}`;

/** Who holds it cannot tell the download token from it. */
export const claimTokenOf = (downloadToken: string): string =>
  `spc_${createHmac('sha256', downloadToken).update('claim').digest('base64url')}`;

/** As it is stored. Random tokens need no slow hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
