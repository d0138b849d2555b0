/** Certificates: asked for by the learner, then shown to anybody who has the code. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { certificateQueries } from '../../db/certificates.ts';
import type { App } from '../app.ts';
import { attemptOf } from '../attempts.ts';
import { AppError } from '../errors.ts';
import {
  certifiedWords,
  guidanceWords,
  NOT_APPROVED,
  NOT_CPD,
  practisedWords,
  reportedWords,
} from './certificate-words.ts';
import { certificateDrawer } from './draw-in-thread.ts';
import type { Standing } from './find-certificate.ts';
import { certificateOf, contentOf, type Issuing, issueCertificate, replayedOutcome } from './issue-certificate.ts';
import { certificateSigner } from './keys.ts';
import { slowLookUp } from './look-up.ts';
import { readName } from './read-name.ts';
import { verifyRoutes } from './verify-routes.ts';

const ById = Type.Object({ id: Type.String() });
const Confirmed = Type.Object({ name: Type.Optional(Type.String()) });
const ByCode = Type.Object({ code: Type.String() });
const WORDS = { notApproved: NOT_APPROVED, notCpd: NOT_CPD };

export async function certificateRoutes(app: App): Promise<void> {
  const issuing: Issuing = { certificates: certificateQueries(app.db), signer: certificateSigner(app.config.dataDir) };
  const lookUp = slowLookUp(app, issuing);
  const draw = certificateDrawer(app);
  const verifyUrl = (code: string) => `${app.baseUrl()}/verify/${code}`;

  app.get('/attempts/:id/certificate', { schema: { params: ById } }, async (request, reply) => {
    const attempt = attemptOf(app, request, request.params.id);
    const { id } = attempt;
    const issued = certificateOf(app, issuing, attempt);
    if (issued) return reply.redirect(`/certificates/${issued.code}`, 303);
    // better-auth calls every guest Anonymous: no name for a certificate.
    const name = request.person?.guest === false ? request.person.name : '';
    return ask(app, reply, id, { name });
  });

  app.post(
    '/attempts/:id/certificate',
    { schema: { params: ById, body: Confirmed }, preHandler: app.csrfProtection },
    async (request, reply) => {
      const { id } = attemptOf(app, request, request.params.id);
      const { name, wrong } = readName(request.body.name ?? '');
      if (wrong !== undefined) return ask(app, reply, id, { name, wrong });
      return reply.redirect(`/certificates/${await issueCertificate(app, issuing, id, name)}`, 303);
    },
  );

  app.get('/certificates/:code', { schema: { params: ByCode } }, async (request, reply) => {
    reply.header('x-robots-tag', 'noindex');
    const { code, pdf } = /^(?<code>.*?)(?<pdf>\.pdf)?$/.exec(request.params.code)?.groups ?? {};
    const found = await lookUp(request, code ?? '');
    if (found.state !== 'valid') return reply.redirect(`/verify/${found.code}`, 303);
    if (pdf !== undefined) return sendPdf(reply, found);
    const learnerId = request.person?.learnerId;
    const mine = learnerId !== undefined && issuing.certificates.isOf(learnerId, found.code);
    return reply.page('certificates/certificate', {
      title: `Certificate ${found.shownCode}`,
      ...(mine && { current: 'record' }),
      ...{ found, mine, verifyUrl: verifyUrl(found.code) },
      words: {
        ...WORDS,
        certified: certifiedWords(found.record),
        reported: reportedWords(found.record),
        practised: practisedWords(found.record),
        guidance: guidanceWords(found.record),
      },
    });
  });

  const sendPdf = async (reply: FastifyReply, found: Standing) =>
    reply
      .type('application/pdf')
      .header('cache-control', 'private, no-cache')
      .header('content-disposition', `attachment; filename="certificate-${found.shownCode}.pdf"`)
      .send(await draw({ found, verifyUrl: verifyUrl(found.code) }));

  verifyRoutes(app, { lookUp, publicKeys: issuing.signer.publicKeys });
}

/** What is missing, or what will be shown to whom and the name to confirm. */
function ask(app: App, reply: FastifyReply, id: string, { name, wrong }: { name: string; wrong?: string }) {
  const attempt = app.attempts.stored(id);
  if (!attempt) throw new AppError('attempt-not-found');
  const { passed, modules } = replayedOutcome(app, attempt);
  const { course, modules: taught } = contentOf(app, attempt);
  return reply.status(wrong === undefined ? 200 : 422).page('certificates/ask', {
    title: passed ? 'Your certificate' : 'Not a certificate yet',
    current: 'record',
    ...{ attempt: id, name, passed, outcome: modules[0], course, module: taught[0] },
    errors: wrong === undefined ? [] : [{ field: 'name', text: wrong }],
    words: WORDS,
  });
}
