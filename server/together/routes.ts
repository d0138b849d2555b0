/** A module taken together, in one room: nothing is recorded. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { findModule } from '../find-published.ts';

const OfModule = Type.Object({ course: Type.String(), module: Type.String() });

export async function togetherRoutes(app: App): Promise<void> {
  app.get('/modules/:course/:module/together', { schema: { params: OfModule } }, async ({ params }, reply) => {
    const { hash, content, module } = findModule(app, params.course, params.module);
    const address = `/modules/${content.course.id}/${module.id}`;
    return reply.page('together/together', {
      title: `${module.title}, together`,
      exit: address,
      exitText: module.title,
      notice: content.guidance.notice,
      script: 'together.js',
      styles: ['together.css'],
      data: { content: app.published.module(hash, module.id), sheet: `${address}/sheet` },
    });
  });
}
