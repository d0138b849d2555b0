/** better-auth on our one connection: passwords, guests and sessions. Its server API is called from our own forms. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { anonymous } from 'better-auth/plugins/anonymous';
import type { PeopleQueries } from '../../db/people.ts';
import * as schema from '../../db/schema.ts';
import type { App } from '../app.ts';
import { cookieNames, cookieOptions } from '../app-options.ts';

const DAY = 86_400;
/** A guest has no other way back to their record than the cookie, and 400 days is the most a browser keeps one. */
const GUEST_SESSION = 400 * DAY;
/** Shorter where a password gets you back in: office computers are shared. */
export const SESSION = 30 * DAY;
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

export function createAuth(app: App, people: PeopleQueries) {
  return betterAuth({
    appName: 'Standpoint',
    baseURL: app.config.baseUrl ?? 'http://localhost',
    secret: app.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // `transaction: false`: on this one connection a rolled-back sign-up took acknowledged commits with it.
    database: drizzleAdapter(app.db.orm, { provider: 'sqlite', schema, transaction: false }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    session: { expiresIn: GUEST_SESSION },
    databaseHooks: {
      session: {
        create: {
          before: async (made) => {
            const seconds = people.isGuest(made.userId) ? GUEST_SESSION : SESSION;
            return { data: { ...made, expiresAt: new Date(app.clock().getTime() + seconds * 1000) } };
          },
        },
      },
    },
    plugins: [anonymous({ disableDeleteAnonymousUser: true })],
    // Ours limit by route; these would count every person behind one proxy together.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: cookieNames(app.config).session, attributes: cookieOptions(app.config) } },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** The token of a session cookie (`token.signature`, HMAC-SHA-256 in base64), or undefined where it is forged. */
export function verifiedToken(cookie: string | undefined, secret: string): string | undefined {
  const [token = '', signature = ''] = cookie?.split('.') ?? [];
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}
