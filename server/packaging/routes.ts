/** Downloads of packages, for everybody: what is in them can be read on this site anyway. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { isStandard } from './standards.ts';
import { zipPackage } from './zip-package.ts';

/** A handful of modules in two standards, some 150 kB each; older ones go first. */
const KEPT = 16;

export async function packagingRoutes(app: App): Promise<void> {
  const made = new Map<string, Promise<Buffer>>();

  app.get(
    '/modules/:course/:module/packages/:file',
    { schema: { params: Type.Object({ course: Type.String(), module: Type.String(), file: Type.String() }) } },
    async (request, reply) => {
      const { course, module, file } = request.params;
      const [standard = '', ending] = file.split('.');
      const version = app.published.newest(course);
      const taught = version?.content.modules.some((one) => one.id === module);
      if (!version || !taught || !isStandard(standard) || ending !== 'zip') throw new AppError('not-found');
      const key = [version.hash, module, standard].join();
      const zip = made.get(key) ?? zipPackage({ ...version, modules: [module], standard });
      made.set(key, zip);
      const [oldest] = made.keys();
      if (made.size > KEPT && oldest !== undefined) made.delete(oldest);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${course}-${module}-${standard}.zip"`)
        .header('cache-control', 'no-cache')
        .send(await zip);
    },
  );
}
