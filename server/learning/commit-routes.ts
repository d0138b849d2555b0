/** `PUT /attempts/:id/path`: one commit. The hottest route of the server: thousands a second on two cores. */
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { commitPath } from './commit-path.ts';
import { lastReplays } from './last-replays.ts';

/** Four times what a path may hold: longer bodies are refused before they are read. */
const BODY_LIMIT = 16 * 1024;

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

export async function commitRoutes(app: App): Promise<void> {
  const replays = lastReplays();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    done();
  });
  app.put<{ Params: { id: string }; Body: Static<typeof Body> }>(
    '/attempts/:id/path',
    {
      bodyLimit: BODY_LIMIT,
      schema: { body: Body, response: { 200: Kept } },
      // Strict: the default would turn a number into a path, and then call it impossible.
      validatorCompiler: TypeBoxValidatorCompiler,
      // Whose attempt it is comes first: a stranger does not learn what a body should look like.
      attachValidation: true,
    },
    async (request) => {
      requireSameOrigin(app, request);
      const token = app.sessionToken(request);
      if (!token) throw new AppError('signed-out');
      const body = request.validationError ? undefined : request.body;
      const { path, outcome } = await commitPath(app, replays, { token, attemptId: request.params.id, body });
      const { complete, passed, percent, progress } = outcome;
      return { path, outcome: { complete, passed, progress, ...(percent !== undefined && { percent }) } };
    },
  );
}
