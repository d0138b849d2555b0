/** Downloads of packages, for everybody: what is in them can be read on this site anyway. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { packageKeeper } from './keep-packages.ts';
import { isStandard } from './standards.ts';

const Params = Type.Object({ course: Type.String(), module: Type.String(), file: Type.String() });

export async function packagingRoutes(app: App): Promise<void> {
  const zipOf = packageKeeper();
  app.get('/modules/:course/:module/packages/:file', { schema: { params: Params } }, async (request, reply) => {
    const { course, module, file } = request.params;
    const [, standard = ''] = /^([a-z0-9-]+)\.zip$/.exec(file) ?? [];
    const version = app.published.newest(course);
    const taught = version?.content.modules.some((one) => one.id === module);
    if (!version || !taught || !isStandard(standard)) throw new AppError('not-found');
    const { hash, content } = version;
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${course}-${module}-${standard}.zip"`)
      .header('cache-control', 'no-cache')
      .send(await zipOf({ content, hash, modules: [module], standard }));
  });
}
