/** Where every failure becomes an answer: a page for people, JSON for programs, a 500 with an id for the unexpected. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { AppError, ERRORS, type ErrorCode } from './errors.ts';

/** Fastify's, its plugins' and SQLite's own refusals, in our words: what a commit is told, and what a page is. */
const FOREIGN: Readonly<Record<string, { readonly json: ErrorCode; readonly page: ErrorCode }>> = {
  FST_CSRF_INVALID_TOKEN: { json: 'form-expired', page: 'form-expired' },
  FST_CSRF_MISSING_SECRET: { json: 'form-expired', page: 'form-expired' },
  FST_ERR_CTP_BODY_TOO_LARGE: { json: 'path-too-long', page: 'form-too-long' },
  FST_ERR_CTP_INVALID_JSON_BODY: { json: 'commit-malformed', page: 'form-malformed' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { json: 'commit-malformed', page: 'form-malformed' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { json: 'commit-malformed', page: 'form-malformed' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { json: 'commit-malformed', page: 'form-malformed' },
  SQLITE_FULL: { json: 'storage-full', page: 'storage-full' },
  SQLITE_IOERR_WRITE: { json: 'storage-full', page: 'storage-full' },
  SQLITE_IOERR_FSYNC: { json: 'storage-full', page: 'storage-full' },
};

export function answerUnknown(app: App): void {
  app.setNotFoundHandler((request, reply) => answer(request, reply, new AppError('not-found')));
}

export function answerErrors(app: App): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const expected = asAppError(error, wantsJson(request));
    if (expected) return answer(request, reply, expected);
    request.log.error({ err: error }, 'unexpected');
    reply.status(500);
    if (wantsJson(request)) return reply.send({ code: 'unexpected', id: request.id });
    return reply.page('errors/unexpected', { title: 'Something went wrong', id: request.id });
  });
}

/** An address that no route can be found for, such as /%zz: no plugin has run by then, so the answer is plain text. */
export function answerUnreadable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const [status, title, text] = ERRORS['address-malformed'];
  reply.status(status).type('text/plain; charset=utf-8').send(`${title}. ${text}`);
}

function asAppError(error: FastifyError, json: boolean): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error.validation) {
    const problems = error.validation.map((one) => one.message);
    return new AppError(json ? 'commit-malformed' : 'form-malformed', { problems });
  }
  if (error.statusCode === 429) return new AppError('too-many');
  if (error.statusCode === 503) return new AppError('too-busy');
  const code = FOREIGN[error.code]?.[json ? 'json' : 'page'];
  return code && new AppError(code);
}

function answer(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const [status, title, text] = ERRORS[error.code];
  reply.status(status);
  if (wantsJson(request)) return reply.send({ code: error.code, title, text, ...error.body });
  const next = request.method === 'GET' ? request.url : '/account';
  return reply.page('errors/expected', { title, text, signIn: `/account/sign-in?next=${encodeURIComponent(next)}` });
}

/** People come by GET and by forms, which POST: whoever PUTs is a program, whatever it says. */
function wantsJson(request: FastifyRequest): boolean {
  if (request.method === 'PUT') return true;
  const accept = request.headers.accept ?? '';
  return (
    accept.includes('application/json') || request.headers['content-type']?.startsWith('application/json') === true
  );
}
