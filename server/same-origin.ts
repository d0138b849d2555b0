/**
 * CSRF for JSON routes, which have no form to carry a token. A browser states where a request comes from, and a page
 * cannot forge it: Sec-Fetch-Site everywhere since 2023, Origin before that. A client that sends neither is no browser
 * and holds nobody's cookies but its own. (The session cookie is SameSite=Lax as well.)
 */
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { AppError } from './errors.ts';

/** @throws AppError other-site where the request comes from another site's page */
export function requireSameOrigin(app: App, request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const same =
    site === undefined ? origin === undefined || origin === new URL(app.baseUrl()).origin : site === 'same-origin';
  if (!same) throw new AppError('other-site');
}
