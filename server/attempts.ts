/** The way to attempts for every feature: the queries, and a learner's own attempt. */
import type { FastifyRequest } from 'fastify';
import { type Attempt, type AttemptQueries, attemptQueries } from '../db/attempts.ts';
import type { App } from './app.ts';
import { AppError } from './errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly attempts: AttemptQueries;
  }
}

export function addAttempts(app: App): void {
  app.decorate('attempts', attemptQueries(app.db));
}

/** @throws AppError attempt-not-found where there is none, and just the same where it is somebody else's */
export function attemptOf(app: App, request: FastifyRequest, id: string): Attempt {
  const learnerId = request.person?.learnerId;
  const found = learnerId === undefined ? undefined : app.attempts.own(learnerId, id);
  if (!found) throw new AppError('attempt-not-found');
  return found;
}
