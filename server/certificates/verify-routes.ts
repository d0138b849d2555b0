/** Checking a certificate: for anybody, without an account. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { NOT_APPROVED, practisedWords, reportedWords } from './certificate-words.ts';
import type { Found } from './find-certificate.ts';
import type { LookUp } from './look-up.ts';

const Typed = Type.Object({ code: Type.Optional(Type.String()) });
const ByCode = Type.Object({ code: Type.String() });

interface Checking {
  readonly lookUp: LookUp;
  readonly publicKeys: readonly Readonly<Record<string, unknown>>[];
}

export function verifyRoutes(app: App, { lookUp, publicKeys }: Checking): void {
  const verify = async (request: FastifyRequest, reply: FastifyReply, code: string) => {
    reply.header('x-robots-tag', 'noindex');
    try {
      return showFound(reply, await lookUp(request, code));
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'certificate-not-found')) throw error;
      return showForm(reply.status(404), code, 'There is no such certificate. Check each letter and digit');
    }
  };

  app.get('/verify', { schema: { querystring: Typed } }, async (request, reply) => {
    const { code } = request.query;
    if (code === undefined) return showForm(reply, '');
    if (code.trim() === '') return showForm(reply, '', 'Enter the code that is on the certificate');
    return verify(request, reply, code);
  });

  app.get('/verify/:code', { schema: { params: ByCode } }, async (request, reply) =>
    verify(request, reply, request.params.code),
  );

  /** For programs that check signatures themselves. Keys that no longer sign stay here for ever. */
  app.get('/.well-known/standpoint-keys.json', async () => ({ keys: publicKeys }));
}

const TITLES = {
  valid: 'This certificate is valid',
  withdrawn: 'This certificate was withdrawn',
  unconfirmed: 'We cannot confirm this certificate',
} as const satisfies Record<Found['state'], string>;

const showForm = (reply: FastifyReply, typed: string, wrong?: string) =>
  reply.page('certificates/verify', {
    title: 'Check a certificate',
    current: 'check',
    typed,
    errors: wrong === undefined ? [] : [{ field: 'code', text: wrong }],
  });

const showFound = (reply: FastifyReply, found: Found) =>
  reply.page('certificates/found', {
    title: TITLES[found.state],
    current: 'check',
    found,
    notApproved: NOT_APPROVED,
    ...(found.state !== 'unconfirmed' && {
      practised: practisedWords(found.record),
      reported: reportedWords(found.record),
    }),
  });
