/** Getting in: a new account that keeps what the guest did, or an account that there is already. */
import { APIError } from 'better-auth/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { SESSION } from './auth.ts';
import { forwardCookies } from './people.ts';

interface Way {
  readonly email: string;
  readonly password: string;
  readonly name?: string;
}

/** True once the person is signed in, with everything they did as a guest. False where address and password do not fit. */
export async function signIn(app: App, request: FastifyRequest, reply: FastifyReply, way: Way): Promise<boolean> {
  const { email, password } = way;
  const headers = new Headers();
  const entered = await refusedAsUndefined(
    app.auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
  );
  return entered !== undefined && enter(app, request, reply, entered);
}

/** A sign-up writes its rows within a second; one that has not by now broke off. */
const BROKEN_OFF = 60_000;

/**
 * Makes an account. An address that has one already is signed in where the password fits.
 * @throws AppError storage-full where the address is free and still no user could be stored
 */
export async function keepRecord(app: App, request: FastifyRequest, reply: FastifyReply, way: Way): Promise<boolean> {
  const { email, password, name = '' } = way;
  app.people.dropHalfMade(email, new Date(app.clock().getTime() - BROKEN_OFF));
  const headers = new Headers();
  const body = { email, password, name };
  const made = await refusedAsUndefined(app.auth.api.signUpEmail({ body, headers, returnHeaders: true }), (code) => {
    // better-auth answers a write that failed as it does an address that was taken meanwhile, and hides the cause.
    if (code === 'FAILED_TO_CREATE_USER' && !app.people.isTaken(email)) throw new AppError('storage-full');
  });
  return made === undefined ? signIn(app, request, reply, way) : enter(app, request, reply, made);
}

function enter(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  entered: { headers: Headers; response: { user: { id: string } } },
): boolean {
  if (request.person?.guest) app.people.takeOver(request.person.userId, entered.response.user.id);
  // The session that this browser had opens nothing any more, whoever's it was.
  const before = app.sessionToken(request);
  if (before !== undefined) app.people.endSession(before);
  forwardCookies(entered.headers, reply, SESSION);
  return true;
}

/** Whether it is the password of the person who is signed in. */
export async function isTheirPassword(app: App, userId: string, password: string): Promise<boolean> {
  const hash = app.people.passwordHash(userId);
  const { password: passwords } = await app.auth.$context;
  return hash !== undefined && passwords.verify({ hash, password });
}

/** better-auth throws for what is no fault of anybody's: a wrong password, an address that is taken. */
async function refusedAsUndefined<T>(
  asked: Promise<T>,
  look?: (code: string | undefined) => void,
): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof APIError && error.statusCode < 500)) throw error;
    look?.(error.body?.code);
    return undefined;
  }
}
