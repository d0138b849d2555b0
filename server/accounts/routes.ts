/** "Keep my record", signing in and out. Every form works without script and answers 303. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { Credentials, checkCredentials, type FieldError, safeNext } from './credentials.ts';
import { forwardCookies } from './people.ts';
import { keepRecord, signIn } from './sign-in.ts';

/** Slow enough for guessing to be hopeless, quick enough for somebody who mistypes. */
const LIMIT = { rateLimit: { max: 10, timeWindow: '1 minute' } };
const Query = Type.Object({ next: Type.Optional(Type.String()) });

/** The same words for a wrong password and for an address that has no account, so that nobody learns which. */
const NO_FIT = 'That address and password do not go together. Check both, and try again';
const NOT_MADE = 'We cannot make a record with that address and password. If you have one already, sign in instead';

export async function accountRoutes(app: App): Promise<void> {
  const form = (reply: FastifyReply, view: 'keep' | 'sign-in', values: Credentials, errors: FieldError[] = []) =>
    reply.status(errors.length > 0 ? 422 : 200).page(`accounts/${view}`, {
      title: view === 'keep' ? 'Keep my record' : 'Sign in',
      current: 'record',
      values: { ...values, password: '', next: safeNext(values.next) },
      errors,
    });

  app.get('/account/keep', { schema: { querystring: Query } }, (request, reply) => form(reply, 'keep', request.query));
  app.get('/account/sign-in', { schema: { querystring: Query } }, (request, reply) =>
    form(reply, 'sign-in', request.query),
  );

  app.post(
    '/account/keep',
    { schema: { body: Credentials }, config: LIMIT, preHandler: app.csrfProtection },
    async (request, reply) => {
      const { email = '', password = '', name = '', next } = request.body;
      const errors = checkCredentials(request.body, true);
      if (errors.length > 0) return form(reply, 'keep', request.body, errors);
      const kept = await keepRecord(app, request, reply, { email: email.trim(), password, name: name.trim() });
      if (!kept) return form(reply, 'keep', request.body, [{ field: 'email', text: NOT_MADE }]);
      return reply.redirect(safeNext(next), 303);
    },
  );

  app.post(
    '/account/sign-in',
    { schema: { body: Credentials }, config: LIMIT, preHandler: app.csrfProtection },
    async (request, reply) => {
      const { email = '', password = '', next } = request.body;
      const errors = checkCredentials(request.body, false);
      if (errors.length > 0) return form(reply, 'sign-in', request.body, errors);
      const entered = await signIn(app, request, reply, { email: email.trim(), password });
      if (!entered) return form(reply, 'sign-in', request.body, [{ field: 'email', text: NO_FIT }]);
      return reply.redirect(safeNext(next), 303);
    },
  );

  app.post('/account/sign-out', { preHandler: app.csrfProtection }, async (request, reply) => {
    const headers = new Headers({ cookie: request.headers.cookie ?? '' });
    const left = await app.auth.api.signOut({ headers, returnHeaders: true });
    forwardCookies(left.headers, reply);
    return reply.redirect('/', 303);
  });
}
