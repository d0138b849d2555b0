/**
 * `POST /connected/certificates`: a package in an LMS asks for its learner's certificate. A plain form, so that a browser
 * asks nothing beforehand; no cookie, so that no page can act in anybody's name; readable by whichever page asked.
 */
import { type Static, Type } from 'typebox';
import { connectedPackageQueries } from '../../db/connected-packages.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { hashToken } from '../package-tokens.ts';
import { claimCertificate } from './claim-certificate.ts';
import { showCode } from './code.ts';
import type { Issuing } from './issue-certificate.ts';
import { readName } from './read-name.ts';

const Claimed = Type.Object({
  token: Type.String({ maxLength: 100 }),
  carried: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  path: Type.String(),
  module: Type.Optional(Type.String({ maxLength: 100 })),
  name: Type.String(),
});

/** A training room behind one address of its employer finishes together. */
const rateLimit = { max: 60, timeWindow: '1 minute' };
/** Claims that came to nothing: nobody honest has many. */
const MISSES = { max: 10, timeWindow: '1 minute' };
/** Of one package, from all addresses: more than any employer has learners in a day, and no disk is full of them. */
const CLAIMS = { max: 2000, timeWindow: '1 day' };

export function claimRoutes(app: App, issuing: Issuing): void {
  const packages = connectedPackageQueries(app.db);
  const misses = app.createRateLimit(MISSES);
  const claims = app.createRateLimit({
    ...CLAIMS,
    keyGenerator: ({ body }) => hashToken((body as Static<typeof Claimed>).token),
  });
  app.post(
    '/connected/certificates',
    {
      schema: { body: Claimed },
      config: { rateLimit },
      onRequest: async (_, reply) => void reply.header('access-control-allow-origin', '*'),
    },
    async (request, reply) => {
      const before = await misses(request, { increment: false });
      if (!before.isAllowed && before.remaining === 0) throw new AppError('too-many');
      const { name, wrong } = readName(request.body.name);
      if (wrong !== undefined) return reply.status(422).send({ code: 'name', wrong });
      try {
        const today = await claims(request, { increment: false });
        if (!today.isAllowed && today.remaining === 0) throw new AppError('claims-paused');
        const code = await claimCertificate(app, issuing, packages, {
          ...request.body,
          module: request.body.module,
          name,
        });
        await claims(request);
        const url = `${app.baseUrl()}/certificates/${code}`;
        return reply.header('cache-control', 'no-store').send({ code, shownCode: showCode(code), url });
      } catch (error) {
        if (error instanceof AppError) await misses(request);
        throw error;
      }
    },
  );
}
