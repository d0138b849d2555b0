/** `PUT /attempts/:id/path`: one commit. The hottest route of the server: thousands a second on two cores. */
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CommitTarget } from '../../db/attempts.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { commitPath } from './commit-path.ts';

/** Four times what a path may hold: longer bodies are refused before they are read. */
const BODY_LIMIT = 16 * 1024;

const Params = Type.Object({ id: Type.String() });
const Body = Type.Object({ path: Type.String(), instead: Type.Optional(Type.String()) });
const Kept = Type.Object({
  path: Type.String(),
  outcome: Type.Object({
    complete: Type.Boolean(),
    passed: Type.Boolean(),
    percent: Type.Optional(Type.Integer()),
    progress: Type.Number(),
  }),
});

declare module 'fastify' {
  interface FastifyRequest {
    commitTarget: CommitTarget | null;
  }
}

export async function commitRoutes(app: App): Promise<void> {
  app.decorateRequest('commitTarget', null);
  app.put(
    '/attempts/:id/path',
    {
      bodyLimit: BODY_LIMIT,
      schema: { params: Params, body: Body, response: { 200: Kept } },
      // Strict: the default would turn a number into a path, and then call it impossible.
      validatorCompiler: TypeBoxValidatorCompiler,
      // Before the body is read: who asks, and whether the attempt is theirs.
      onRequest: async (request) => {
        requireSameOrigin(app, request);
        const token = app.sessionToken(request);
        const target = token ? app.attempts.commitTarget(token, request.params.id, app.clock()) : 'session-ended';
        if (target === 'session-ended') throw new AppError('signed-out');
        if (target === 'not-theirs') throw new AppError('attempt-not-found');
        request.commitTarget = target;
      },
    },
    async (request) => {
      if (!request.commitTarget) throw new AppError('signed-out');
      const { path, outcome } = await commitPath(app, { ...request.commitTarget, ...request.body });
      const { complete, passed, percent, progress } = outcome;
      return { path, outcome: { complete, passed, progress, ...(percent !== undefined && { percent }) } };
    },
  );
}
