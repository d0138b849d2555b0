/** Certificates: asked for by the learner, shown and checked by anybody who has the code. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { certificateQueries } from '../../db/certificates.ts';
import type { App } from '../app.ts';
import { attemptOf } from '../attempts.ts';
import { AppError } from '../errors.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { findCertificate } from './find-certificate.ts';
import { contentOf, type Issuing, issueCertificate, replayedOutcome } from './issue-certificate.ts';
import { certificateSigner } from './keys.ts';

const ById = Type.Object({ id: Type.String() });
const ByCode = Type.Object({ code: Type.String({ maxLength: 40 }) });
const NAME_LENGTH = 100;
/** A person types a code a few times; a program that guesses is stopped. */
const LIMIT = { rateLimit: { max: 20, timeWindow: '1 minute' } };

export async function certificateRoutes(app: App): Promise<void> {
  const issuing: Issuing = { certificates: certificateQueries(app.db), signer: certificateSigner(app.config.dataDir) };
  const verifyUrl = (code: string) => `${app.baseUrl()}/verify/${code}`;

  const ask = (reply: FastifyReply, id: string, name: string, errors: { field: string; text: string }[] = []) => {
    const attempt = app.attempts.stored(id);
    if (!attempt) throw new AppError('attempt-not-found');
    const { passed, modules } = replayedOutcome(app, attempt);
    const { course, guidance, modules: taught } = contentOf(app, attempt);
    const [outcome] = modules;
    return reply.status(errors.length > 0 ? 422 : 200).page('certificates/ask', {
      title: passed ? 'Your certificate' : 'Not a certificate yet',
      current: 'record',
      ...{ id, name, errors, passed, outcome, course, guidance, module: taught[0], passMark: course.passMark },
    });
  };

  app.get('/attempts/:id/certificate', { schema: { params: ById } }, async (request, reply) => {
    const { id } = attemptOf(app, request, request.params.id);
    const issued = issuing.certificates.ofAttempt(id);
    if (issued) return reply.redirect(`/certificates/${issued.code}`, 303);
    return ask(reply, id, request.person?.name ?? '');
  });

  app.post(
    '/attempts/:id/certificate',
    {
      schema: { params: ById, body: Type.Object({ name: Type.Optional(Type.String()) }) },
      preHandler: app.csrfProtection,
    },
    async (request, reply) => {
      const { id } = attemptOf(app, request, request.params.id);
      const name = (request.body.name ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
      const wrong = checkName(name);
      if (wrong) return ask(reply, id, name, [{ field: 'name', text: wrong }]);
      return reply.redirect(`/certificates/${await issueCertificate(app, issuing, id, name)}`, 303);
    },
  );

  app.get('/certificates/:code', { schema: { params: ByCode }, config: LIMIT }, async (request, reply) => {
    if (request.params.code.endsWith('.pdf')) return sendPdf(request.params.code.slice(0, -4), reply);
    const found = findCertificate(issuing, request.params.code);
    return reply.header('x-robots-tag', 'noindex').page('certificates/certificate', {
      title: `Certificate ${found.shownCode}`,
      ...{ found, verifyUrl: verifyUrl(found.code) },
    });
  });

  const sendPdf = async (code: string, reply: FastifyReply) => {
    const found = findCertificate(issuing, code);
    if (found.state !== 'valid') return reply.redirect(`/verify/${found.code}`, 303);
    return reply
      .type('application/pdf')
      .header('x-robots-tag', 'noindex')
      .header('content-disposition', `attachment; filename="certificate-${found.shownCode}.pdf"`)
      .send(await certificatePdf(found, verifyUrl(found.code)));
  };

  const verify = (reply: FastifyReply, code: string) => {
    try {
      const found = findCertificate(issuing, code);
      return reply.page('certificates/verify', { title: 'Check a certificate', current: 'check', found, typed: '' });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const errors = [{ field: 'code', text: 'There is no such certificate. Check each letter and digit' }];
      reply.status(error.statusCode);
      return reply.page('certificates/verify', { title: 'Check a certificate', current: 'check', typed: code, errors });
    }
  };

  app.get(
    '/verify',
    { schema: { querystring: Type.Object({ code: Type.Optional(Type.String({ maxLength: 60 })) }) }, config: LIMIT },
    async (request, reply) => {
      const { code } = request.query;
      if (code !== undefined && code.trim() !== '') return verify(reply, code);
      const errors = code === undefined ? [] : [{ field: 'code', text: 'Enter the code that is on the certificate' }];
      return reply.page('certificates/verify', { title: 'Check a certificate', current: 'check', typed: '', errors });
    },
  );
  app.get('/verify/:code', { schema: { params: ByCode }, config: LIMIT }, async (request, reply) =>
    verify(reply.header('x-robots-tag', 'noindex'), request.params.code),
  );

  /** For programs that check the signature themselves. Old public keys stay here for ever. */
  app.get('/.well-known/standpoint-keys.json', async () => ({ keys: [issuing.signer.publicKey] }));
}

function checkName(name: string): string | undefined {
  if (name === '') return 'Enter your name as it should stand on the certificate';
  if (name.length > NAME_LENGTH) return `Enter a name of ${NAME_LENGTH} characters or fewer`;
  return /[\p{L}]/u.test(name) && !/[\p{C}<>]/u.test(name) ? undefined : 'Enter a name, with letters in it';
}
