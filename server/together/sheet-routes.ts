/** What a module leaves to talk over, for each person in the room: to print, or to open on their own phone. */
import { Type } from 'typebox';
import { cpdFormOf } from '../../courses/cpd/form.ts';
import type { App } from '../app.ts';
import { draftNotice } from '../draft-notice.ts';
import { findModule } from '../find-published.ts';

const OfModule = Type.Object({ course: Type.String(), module: Type.String() });

export async function sheetRoutes(app: App): Promise<void> {
  app.get('/modules/:course/:module/sheet', { schema: { params: OfModule } }, async ({ params }, reply) => {
    const { content, module } = findModule(app, params.course, params.module);
    return reply.page('together/sheet', {
      title: `${module.title}, to talk over`,
      current: 'course',
      course: content.course,
      draft: draftNotice(content),
      module,
      peer: cpdFormOf(content.guidance.publisher).peer,
      styles: ['sheet.css'],
    });
  });
}
