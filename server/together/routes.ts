/** The readings of published content that record nothing: a module taken together, and decisions to come back to. */
import { Type } from 'typebox';
import { cpdFormOf } from '../../courses/cpd/form.ts';
import type { App } from '../app.ts';
import { draftNotice } from '../draft-notice.ts';
import { AppError } from '../errors.ts';

const OfModule = Type.Object({ course: Type.String(), module: Type.String() });

export async function togetherRoutes(app: App): Promise<void> {
  /** @throws AppError not-found */
  const moduleOf = (course: string, module: string) => {
    const newest = app.published.newest(course);
    const content = newest && app.published.module(newest.hash, module);
    const [taught] = content?.modules ?? [];
    if (!content || !taught) throw new AppError('not-found');
    return { content, taught };
  };

  app.get('/modules/:course/:module/together', { schema: { params: OfModule } }, async (request, reply) => {
    const { course, module } = request.params;
    const { content, taught } = moduleOf(course, module);
    return reply.page('together/together', {
      title: `${taught.title}, together`,
      exit: `/modules/${course}/${module}`,
      exitText: taught.title,
      notice: content.guidance.notice,
      script: 'together.js',
      styles: ['together.css'],
      data: { content, sheet: `/modules/${course}/${module}/sheet` },
    });
  });

  /** For each person in the room, to print or to open on their own phone. */
  app.get('/modules/:course/:module/sheet', { schema: { params: OfModule } }, async (request, reply) => {
    const { course, module } = request.params;
    const { content, taught } = moduleOf(course, module);
    return reply.page('together/sheet', {
      title: `${taught.title}, to talk over`,
      current: 'course',
      course: content.course,
      draft: draftNotice(content),
      module: taught,
      peer: cpdFormOf(content.guidance.publisher).peer,
      styles: ['sheet.css'],
    });
  });

  app.get('/practice', async (_request, reply) => {
    const [course] = app.published.courses();
    const notice = course && app.published.newest(course.id)?.content.guidance.notice;
    return reply.page('practice/practice', { title: 'Come back to it', script: 'practice.js', notice, data: {} });
  });

  /** The whole course as it is published now: what its stories are practised from. */
  app.get(
    '/courses/:course/content.json',
    { schema: { params: Type.Object({ course: Type.String() }) } },
    async (request) => {
      const newest = app.published.newest(request.params.course);
      if (!newest) throw new AppError('not-found');
      return newest.content;
    },
  );
}
