/** Where every failure becomes an answer: a page for people, JSON for programs, a 500 with an id for the unexpected. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { AppError, ERRORS, type ErrorCode } from './errors.ts';

/** Fastify's and its plugins' own refusals, in our words. */
const FOREIGN: Readonly<Record<string, ErrorCode>> = {
  FST_CSRF_INVALID_TOKEN: 'form-expired',
  FST_CSRF_MISSING_SECRET: 'form-expired',
  FST_ERR_CTP_BODY_TOO_LARGE: 'path-too-long',
  FST_ERR_CTP_INVALID_JSON_BODY: 'commit-malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'commit-malformed',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'commit-malformed',
  SQLITE_FULL: 'storage-full',
  SQLITE_IOERR_WRITE: 'storage-full',
};

export function answerErrors(app: App): void {
  app.setNotFoundHandler((request, reply) => answer(request, reply, new AppError('not-found')));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const expected = asAppError(error);
    if (expected) return answer(request, reply, expected);
    request.log.error({ err: error }, 'unexpected');
    reply.status(500);
    if (wantsJson(request)) return reply.send({ code: 'unexpected', id: request.id });
    return reply.page('errors/unexpected', { title: 'Something went wrong', id: request.id });
  });
}

function asAppError(error: FastifyError): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error.validation)
    return new AppError('commit-malformed', { problems: error.validation.map((one) => one.message) });
  if (error.statusCode === 429) return new AppError('too-many');
  const code = FOREIGN[error.code];
  return code && new AppError(code);
}

function answer(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const [status, title, text] = ERRORS[error.code];
  reply.status(status);
  if (wantsJson(request)) return reply.send({ code: error.code, title, text, ...error.body });
  return reply.page('errors/expected', { title, text });
}

function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return (
    accept.includes('application/json') || request.headers['content-type']?.startsWith('application/json') === true
  );
}
