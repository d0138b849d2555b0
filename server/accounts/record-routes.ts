/** "My record": what somebody has done here, as a page and as data, and how to be forgotten. */
import type { FastifyRequest } from 'fastify';
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';
import { forwardCookies } from './people.ts';

export async function recordRoutes(app: App): Promise<void> {
  const attemptsOf = (request: FastifyRequest): Attempt[] => {
    const learnerId = request.person?.learnerId;
    return learnerId === undefined ? [] : app.attempts.ofLearner(learnerId);
  };

  app.get('/account', async (request, reply) => {
    if (!request.person) return reply.redirect('/account/sign-in', 303);
    const attempts = attemptsOf(request).map((one) => describeAttempt(app, one));
    return reply.page('accounts/record', { title: 'My record', current: 'record', attempts });
  });

  app.get('/account/record.json', async (request, reply) => {
    if (!request.person) return reply.redirect('/account/sign-in', 303);
    const { name, email, guest } = request.person;
    const person = guest ? { guest } : { name, email };
    reply.header('content-disposition', 'attachment; filename="my-record.json"').type('application/json');
    return { person, attempts: attemptsOf(request) };
  });

  app.get('/account/erase', async (request, reply) => {
    if (!request.person) return reply.redirect('/account/sign-in', 303);
    return reply.page('accounts/erase', { title: 'Delete my record', current: 'record' });
  });

  app.post('/account/erase', { preHandler: app.csrfProtection }, async (request, reply) => {
    if (!request.person) return reply.redirect('/account/sign-in', 303);
    const headers = new Headers({ cookie: request.headers.cookie ?? '' });
    const left = await app.auth.api.signOut({ headers, returnHeaders: true });
    app.people.erase(request.person.userId);
    forwardCookies(left.headers, reply);
    return reply.redirect('/', 303);
  });
}

function describeAttempt(app: App, attempt: Attempt) {
  const content = app.published.module(attempt.versionHash, attempt.moduleId);
  const [module] = content?.modules ?? [];
  const { id, passed, complete, percent, finished, savedAt } = attempt;
  const title = module?.title ?? attempt.moduleId;
  return { id, title, passed, complete, percent, finished, stories: module?.scenarios.length ?? 0, savedAt };
}
