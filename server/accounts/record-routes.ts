/** "My record": what somebody has done here, as a page and as data, and how to be forgotten. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import type { FieldError } from './credentials.ts';
import { describeRecord } from './describe-record.ts';
import { exportRecord } from './export-record.ts';
import { forwardCookies } from './people.ts';
import { isTheirPassword } from './sign-in.ts';
import { slowGuessing } from './slow-guessing.ts';

const Erase = Type.Object({ password: Type.Optional(Type.String({ maxLength: 200 })) });
const signInFirst = (reply: FastifyReply, next: string) => reply.redirect(`/account/sign-in?next=${next}`, 303);

export async function recordRoutes(app: App): Promise<void> {
  const tooMany = slowGuessing(app);
  const eraseForm = (reply: FastifyReply, errors: FieldError[] = []) =>
    reply.page('accounts/erase', { title: 'Delete my record', current: 'record', errors });

  app.get('/account', async ({ person }, reply) => {
    if (!person) return signInFirst(reply, '/account');
    const attempts = person.learnerId === undefined ? [] : app.attempts.ofLearner(person.learnerId);
    const courses = describeRecord(app, attempts);
    return reply.page('accounts/record', { title: 'My record', current: 'record', courses });
  });

  app.get('/account/record.json', async ({ person }, reply) => {
    if (!person) return signInFirst(reply, '/account');
    reply.header('content-disposition', 'attachment; filename="my-record.json"').header('cache-control', 'no-store');
    return exportRecord(app, person);
  });

  app.get('/account/erase', async ({ person }, reply) =>
    person ? eraseForm(reply) : signInFirst(reply, '/account/erase'),
  );

  app.post('/account/erase', { schema: { body: Erase }, preHandler: app.csrfProtection }, async (request, reply) => {
    const { person, body } = request;
    if (!person) return signInFirst(reply, '/account/erase');
    if (!person.guest) {
      // A computer left signed in must not cost somebody their record.
      if (await tooMany(request, person.email)) {
        const text = 'That was tried too often. Wait ten minutes, then try again';
        return eraseForm(reply.status(429), [{ field: 'password', text }]);
      }
      if (!(await isTheirPassword(app, person.userId, body.password ?? ''))) {
        return eraseForm(reply.status(422), [{ field: 'password', text: 'Enter the password of this record' }]);
      }
    }
    const headers = new Headers({ cookie: request.headers.cookie ?? '' });
    const left = await app.auth.api.signOut({ headers, returnHeaders: true });
    app.people.erase(person.userId);
    forwardCookies(left.headers, reply);
    return reply.redirect('/', 303);
  });
}
