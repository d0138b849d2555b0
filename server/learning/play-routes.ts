/** `GET /play/:hash/:module/*`: a package's files. Published content is public, so there is nobody to ask for. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { isNamedByBytes } from '../built-files.ts';
import { AppError } from '../errors.ts';
import { packageServer } from './serve-package.ts';

const Params = Type.Object({ hash: Type.String(), module: Type.String(), '*': Type.String() });

export async function playRoutes(app: App): Promise<void> {
  const find = packageServer(app);
  app.get('/play/:hash/:module/*', { schema: { params: Params }, compress: false }, async (request, reply) => {
    const { hash, module, '*': path } = request.params;
    const file = await find(hash, module, path);
    if (!file) throw new AppError('not-found');
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = (['br', 'gzip'] as const).find((one) => file.bodies[one] && accepted.includes(one)) ?? 'identity';
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return (
      reply
        .type(file.type)
        .header('etag', file.etag)
        .header('vary', 'accept-encoding')
        // The page's address names the content, not the player's code, which a new release of this server changes: asked
        // for again each time, and answered 304. The other files' names stand for their bytes.
        .header('cache-control', isNamedByBytes(path) ? 'public, max-age=31536000, immutable' : 'public, no-cache')
        .send(file.bodies[encoding])
    );
  });
}
