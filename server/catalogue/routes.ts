/** Pages to read before, beside and after the modules. All of them can be read without an account. */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { transcriptView } from '../../courses/transcript/transcript.ts';
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';
import { draftNotice } from '../draft-notice.ts';
import { findCourse, findModule } from '../find-published.ts';
import type { Published } from '../published.ts';
import { describeCourse } from './describe-course.ts';
import { describeModule } from './describe-module.ts';
import { describeWays } from './describe-ways.ts';
import { listCoverage } from './list-coverage.ts';

const Course = Type.Object({ course: Type.String() });
const ModuleOf = Type.Object({ course: Type.String(), module: Type.String() });

export async function catalogueRoutes(app: App): Promise<void> {
  const ownAttempts = (request: FastifyRequest): readonly Attempt[] => {
    const learnerId = request.person?.learnerId;
    return learnerId === undefined ? [] : app.attempts.ofLearner(learnerId);
  };
  const coursePage = (request: FastifyRequest, published: Published) => ({
    ...coursePageParts(published),
    styles: ['story.css'],
    ...describeCourse(app, published, ownAttempts(request)),
  });

  app.get('/', async (request, reply) => {
    const [only, ...others] = app.published.courses();
    if (only && others.length === 0)
      return reply.page('catalogue/course', coursePage(request, findCourse(app, only.id)));
    const courses = app.published.courses().map(({ id }) => {
      const { content } = findCourse(app, id);
      return { ...content.course, notice: draftNotice(content)?.text };
    });
    return reply.page('catalogue/courses', { title: 'Courses', current: 'course', courses });
  });

  app.get('/courses/:course', { schema: { params: Course } }, async (request, reply) =>
    reply.page('catalogue/course', coursePage(request, findCourse(app, request.params.course))),
  );

  app.get('/courses/:course/about', { schema: { params: Course } }, async (request, reply) => {
    const published = findCourse(app, request.params.course);
    return reply.page('catalogue/about', { ...coursePageParts(published), title: 'About the course' });
  });

  app.get('/courses/:course/coverage', { schema: { params: Course } }, async (request, reply) => {
    const published = findCourse(app, request.params.course);
    return reply.page('catalogue/coverage', {
      ...coursePageParts(published),
      title: 'The guidance, point by point',
      ...listCoverage(published.content),
    });
  });

  app.get('/modules/:course/:module', { schema: { params: ModuleOf } }, async (request, reply) => {
    const { course: courseId, module: moduleId } = request.params;
    const found = findModule(app, courseId, moduleId);
    const attempts = ownAttempts(request).filter((one) => one.courseId === courseId && one.moduleId === moduleId);
    return reply.page('catalogue/module', {
      ...coursePageParts(found),
      title: found.module.title,
      module: found.module,
      ...describeModule(app, found, attempts),
    });
  });

  app.get('/modules/:course/:module/transcript', { schema: { params: ModuleOf } }, async (request, reply) => {
    const found = findModule(app, request.params.course, request.params.module);
    return reply.page('catalogue/transcript', {
      ...coursePageParts(found),
      title: `${found.module.title}, to read`,
      module: found.module,
      styles: ['story.css'],
      transcript: transcriptView(found.content, found.module).text,
    });
  });

  app.get('/modules/:course/:module/ways', { schema: { params: ModuleOf } }, async (request, reply) => {
    const found = findModule(app, request.params.course, request.params.module);
    return reply.page('catalogue/ways', {
      ...coursePageParts(found),
      title: `${found.module.title}: how the stories branch`,
      module: found.module,
      ...describeWays(found.module),
    });
  });
}

/** What every page of a course needs: the course, its guidance, and the notice that this is a draft. */
function coursePageParts({ content }: Published) {
  const { course, guidance } = content;
  return { title: course.title, current: 'course', course, guidance, draft: draftNotice(content) };
}
