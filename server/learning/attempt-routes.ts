/** Start, and the host page: a learner's way into a module. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { attemptOf } from '../attempts.ts';
import { packedFile } from '../built-files.ts';
import { startAttempt } from './start-attempt.ts';

const Module = Type.Object({ course: Type.String(), module: Type.String() });
/** The button that asks for the newest version sends `version=newest`. */
const Start = Type.Object({ version: Type.Optional(Type.Literal('newest')) });
const Id = Type.Object({ id: Type.String() });

export async function attemptRoutes(app: App): Promise<void> {
  app.post(
    '/modules/:course/:module/attempts',
    { schema: { params: Module, body: Start }, preHandler: app.csrfProtection },
    async (request, reply) => {
      const learnerId = await app.ensureLearner(request, reply);
      const { course: courseId, module: moduleId } = request.params;
      const newest = request.body.version === 'newest';
      const id = await startAttempt(app, { learnerId, courseId, moduleId, newest });
      return reply.redirect(`/attempts/${id}`, 303);
    },
  );

  app.get('/attempts/:id', { schema: { params: Id } }, async (request, reply) => {
    const attempt = attemptOf(app, request, request.params.id);
    const content = app.published.module(attempt.versionHash, attempt.moduleId);
    const module = content?.modules[0];
    if (!content || !module) throw new Error(`Attempt ${attempt.id} plays a module that was never published.`);
    const here = `/attempts/${attempt.id}`;
    const played = `/play/${attempt.versionHash}/${attempt.moduleId}`;
    return reply.page('learning/attempt', {
      title: module.title,
      course: content.course.title,
      exit: `/modules/${attempt.courseId}/${attempt.moduleId}`,
      here,
      font: `${played}/${packedFile('atkinson.woff2').name}`,
      data: {
        id: attempt.id,
        path: attempt.path,
        hash: attempt.versionHash,
        passed: attempt.passed,
        guest: request.person?.guest === true,
        play: `${played}/index.html`,
        commit: `${here}/path`,
        certificate: `${here}/certificate`,
      },
    });
  });
}
