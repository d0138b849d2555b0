/** Who is asking: read from the session cookie by one prepared statement, and a guest made where somebody starts. */
import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type PeopleQueries, type Person, peopleQueries } from '../../db/people.ts';
import type { App } from '../app.ts';
import { cookieNames } from '../app-options.ts';
import { randomId } from '../ids.ts';
import { type Auth, createAuth, verifiedToken } from './auth.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly auth: Auth;
    readonly people: PeopleQueries;
    /** The token of the session cookie where its signature is right; whether the session lives is another question. */
    readonly sessionToken: (request: FastifyRequest) => string | undefined;
    /** The learner who asks; a guest with a session of their own where nobody is signed in. */
    readonly ensureLearner: (request: FastifyRequest, reply: FastifyReply) => Promise<string>;
  }
  interface FastifyRequest {
    readonly person: Person | undefined;
  }
}

/** A sign-up under way is not swept: it writes user and account within the same second. */
const SWEEP_AFTER = 3_600_000;

export function addPeople(app: App): void {
  const people = peopleQueries(app.db);
  const auth = createAuth(app, people);
  const cookie = cookieNames(app.config).session;
  const asked = new WeakMap<FastifyRequest, { person: Person | undefined }>();
  const sessionToken = tokenReader(app.secret, cookie);
  app.decorate('people', people);
  app.decorate('auth', auth);
  app.decorate('sessionToken', sessionToken);
  app.decorateRequest('person', {
    getter(this: FastifyRequest) {
      const known = asked.get(this);
      if (known) return known.person;
      const token = sessionToken(this);
      const person = token === undefined ? undefined : people.bySession(token, app.clock());
      asked.set(this, { person });
      return person;
    },
  });
  app.decorate('ensureLearner', async (request: FastifyRequest, reply: FastifyReply) => {
    const { person } = request;
    if (person?.learnerId !== undefined) return person.learnerId;
    const userId = person?.userId ?? (await signInGuest(auth, reply));
    return people.learnerOf(userId, randomId(16), app.clock());
  });
  people.sweep(new Date(app.clock().getTime() - SWEEP_AFTER));
}

async function signInGuest(auth: Auth, reply: FastifyReply): Promise<string> {
  const { response, headers } = await auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
  forwardCookies(headers, reply);
  if (!response) throw new Error('No guest session was made.');
  return response.user.id;
}

/** Passes on the cookies that better-auth sets; `seconds` is how long they live where not as long as a guest's. */
export function forwardCookies(headers: Headers, reply: FastifyReply, seconds?: number): void {
  for (const one of headers.getSetCookie()) {
    reply.header('set-cookie', seconds === undefined ? one : one.replace(/Max-Age=\d+/i, `Max-Age=${seconds}`));
  }
}

/**
 * Cookie headers whose session was found to be signed right: to read and verify them again takes a twentieth of a commit.
 * Longer ones hold more than this server sets, and are read each time.
 */
const MOST_HEADERS = 10_000;
const LONGEST_HEADER = 1000;

function tokenReader(secret: string, name: string): (request: FastifyRequest) => string | undefined {
  const verified = new Map<string, string>();
  return ({ headers: { cookie } }) => {
    if (cookie === undefined) return undefined;
    const known = verified.get(cookie);
    if (known !== undefined) return known;
    const token = verifiedToken(fastifyCookie.parse(cookie)[name], secret);
    if (token === undefined || cookie.length > LONGEST_HEADER) return token;
    if (verified.size >= MOST_HEADERS) verified.clear();
    verified.set(cookie, token);
    return token;
  };
}
