/** Coming back to decisions: which ones, and of which course, stands behind the # of a link and never comes here. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { findCourse } from '../find-published.ts';

const OfCourse = Type.Object({ course: Type.String() });

export async function practiceRoutes(app: App): Promise<void> {
  app.get('/practice', async (_request, reply) =>
    reply.page('practice/practice', { title: 'Come back to it', script: 'practice.js', data: {} }),
  );

  /** The whole course as it is published now: what its stories are practised from. */
  app.get(
    '/courses/:course/content.json',
    { schema: { params: OfCourse } },
    async ({ params }) => findCourse(app, params.course).content,
  );
}
