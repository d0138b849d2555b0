/**
 * `GET /packages/TOKEN/NAME.zip`: the permanent address of an employer's package, for LMSs that fetch updates by
 * themselves. It is always the newest version, and says whether that differs from what the LMS has.
 */
import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { connectedPackageQueries } from '../../db/connected-packages.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { claimTokenOf, hashToken } from '../package-tokens.ts';
import { connectedZip, fileNameOf } from './connect-package.ts';
import { packageKeeper } from './keep-packages.ts';

const Params = Type.Object({ token: Type.String(), file: Type.String() });
/** Wide enough for one system that updates all it has at once; tokens themselves are beyond guessing. */
const LIMIT = { max: 60, timeWindow: '1 minute' };

export async function permanentRoutes(app: App): Promise<void> {
  const packages = connectedPackageQueries(app.db);
  const zipOf = packageKeeper();
  app.get(
    '/packages/:token/:file',
    { schema: { params: Params }, config: { rateLimit: LIMIT } },
    async (request, reply) => {
      const { token, file } = request.params;
      const now = app.clock();
      reply.header('x-robots-tag', 'noindex');
      const held = packages.byToken('download', hashToken(token), now);
      const version = held && app.published.newest(held.package.courseId);
      if (!held || !version || file !== fileNameOf(held.package)) throw new AppError('package-link-ended');
      const claim = claimTokenOf(token);
      const claimable = packages.byToken('claim', hashToken(claim), now) !== undefined;
      const connection = { server: app.baseUrl(), employer: held.employer.name, ...(claimable && { claim }) };
      const zip = await zipOf(connectedZip(held.package, version, connection));
      const etag = `"${createHash('sha256').update(zip).digest('base64url').slice(0, 22)}"`;
      const since = packages.servedSince(held.package, etag, now);
      reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${file}"`)
        .header('cache-control', 'private, no-cache')
        .header('etag', etag)
        .header('last-modified', since.toUTCString());
      return isKnown(request.headers, since) ? reply.status(304).send() : reply.send(zip);
    },
  );
}

/** By date, for a client that has no ETag (RFC 9110 13.1.3); @fastify/etag answers the others. */
function isKnown(headers: Readonly<Record<string, string | string[] | undefined>>, since: Date): boolean {
  if (headers['if-none-match'] !== undefined) return false;
  const known = Date.parse(String(headers['if-modified-since']));
  return known >= Math.floor(since.getTime() / 1000) * 1000;
}
