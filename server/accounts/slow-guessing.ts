/**
 * How often a password may be tried. By e-mail address, so that one account withstands guesses from many places; and by
 * place, so that one password is not tried on many accounts. The second is wide: a whole training room, behind one
 * address of its employer, keeps its records in the same minute.
 */
import type { FastifyRequest } from 'fastify';
import type { App } from '../app.ts';

const BY_ADDRESS = { max: 10, timeWindow: '10 minutes' };
const BY_PLACE = { max: 60, timeWindow: '1 minute' };

/** Counts a try. Answers whether it is one too many. */
export type TooMany = (request: FastifyRequest, email: string) => Promise<boolean>;

export function slowGuessing(app: App): TooMany {
  const tried = new WeakMap<FastifyRequest, string>();
  const keyGenerator = (request: FastifyRequest) => tried.get(request) ?? '';
  const limits = [app.createRateLimit({ ...BY_ADDRESS, keyGenerator }), app.createRateLimit(BY_PLACE)];
  return async (request, email) => {
    tried.set(request, email.trim().toLowerCase());
    const counts = await Promise.all(limits.map((count) => count(request)));
    return counts.some((one) => !one.isAllowed && one.isExceeded);
  };
}
