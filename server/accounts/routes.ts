/** "Keep my record", signing in and out. Every form works without script and answers 303. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { Credentials, checkCredentials, type FieldError, safeNext } from './credentials.ts';
import { forwardCookies } from './people.ts';
import { keepRecord, signIn } from './sign-in.ts';
import { slowGuessing } from './slow-guessing.ts';

const Query = Type.Object({ next: Type.Optional(Type.String()) });

/** The same words for a wrong password and for an address that has no account, so that nobody learns which. */
const NO_FIT = 'That address and password do not go together. Check both, and try again';
const NOT_MADE = 'We cannot make a record with that address and password. If you have one already, sign in instead';
const TOO_MANY = 'That was tried too often. Wait ten minutes, then try again';

export async function accountRoutes(app: App): Promise<void> {
  const tooMany = slowGuessing(app);
  const form = (reply: FastifyReply, view: 'keep' | 'sign-in', values: Credentials, errors: FieldError[] = []) =>
    reply.page(`accounts/${view}`, {
      title: view === 'keep' ? 'Keep my record' : 'Sign in',
      current: 'record',
      contact: app.config.contact,
      values: { ...values, password: '', next: safeNext(values.next) },
      errors,
    });
  const refuse = (reply: FastifyReply, view: 'keep' | 'sign-in', values: Credentials, text: string, status = 422) =>
    form(reply.status(status), view, values, [{ field: 'email', text }]);

  app.get('/account/keep', { schema: { querystring: Query } }, (request, reply) => {
    const { person, query } = request;
    return person && !person.guest ? reply.redirect(safeNext(query.next), 303) : form(reply, 'keep', query);
  });

  app.get('/account/sign-in', { schema: { querystring: Query } }, (request, reply) => {
    const { person, query } = request;
    return person && !person.guest ? reply.redirect(safeNext(query.next), 303) : form(reply, 'sign-in', query);
  });

  app.post(
    '/account/keep',
    { schema: { body: Credentials }, preHandler: app.csrfProtection },
    async (request, reply) => {
      const { email = '', password = '', name = '', next } = request.body;
      const errors = checkCredentials(request.body, true);
      if (errors.length > 0) return form(reply.status(422), 'keep', request.body, errors);
      if (await tooMany(request, email)) return refuse(reply, 'keep', request.body, TOO_MANY, 429);
      const kept = await keepRecord(app, request, reply, { email: email.trim(), password, name: name.trim() });
      return kept ? reply.redirect(safeNext(next), 303) : refuse(reply, 'keep', request.body, NOT_MADE);
    },
  );

  app.post(
    '/account/sign-in',
    { schema: { body: Credentials }, preHandler: app.csrfProtection },
    async (request, reply) => {
      const { email = '', password = '', next } = request.body;
      const errors = checkCredentials(request.body, false);
      if (errors.length > 0) return form(reply.status(422), 'sign-in', request.body, errors);
      if (await tooMany(request, email)) return refuse(reply, 'sign-in', request.body, TOO_MANY, 429);
      const entered = await signIn(app, request, reply, { email: email.trim(), password });
      return entered ? reply.redirect(safeNext(next), 303) : refuse(reply, 'sign-in', request.body, NO_FIT);
    },
  );

  app.post('/account/sign-out', { preHandler: app.csrfProtection }, async (request, reply) => {
    const headers = new Headers({ cookie: request.headers.cookie ?? '' });
    const left = await app.auth.api.signOut({ headers, returnHeaders: true });
    forwardCookies(left.headers, reply);
    return reply.redirect('/', 303);
  });
}
