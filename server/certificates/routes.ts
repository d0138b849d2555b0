/** Certificates: asked for by the learner, then shown to anybody who has the code. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { certificateQueries } from '../../db/certificates.ts';
import type { App } from '../app.ts';
import { askRoutes } from './ask.ts';
import {
  certifiedWords,
  guidanceWords,
  NOT_APPROVED,
  NOT_CPD,
  passedWords,
  practisedWords,
  reportedWords,
} from './certificate-words.ts';
import { claimRoutes } from './claim-routes.ts';
import { certificateDrawer } from './draw-in-thread.ts';
import type { Standing } from './find-certificate.ts';
import type { Issuing } from './issue-certificate.ts';
import { certificateSigner } from './keys.ts';
import { slowLookUp } from './look-up.ts';
import { verifyRoutes } from './verify-routes.ts';

const ByCode = Type.Object({ code: Type.String() });

export async function certificateRoutes(app: App): Promise<void> {
  const issuing: Issuing = { certificates: certificateQueries(app.db), signer: certificateSigner(app.config.dataDir) };
  const lookUp = slowLookUp(app, issuing);
  const draw = certificateDrawer(app);
  const verifyUrl = (code: string) => `${app.baseUrl()}/verify/${code}`;

  askRoutes(app, issuing);

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
        notApproved: NOT_APPROVED,
        notCpd: NOT_CPD,
        certified: certifiedWords(found.record),
        passed: passedWords(found.record, found.passed),
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

  claimRoutes(app, issuing);
  verifyRoutes(app, { lookUp, publicKeys: issuing.signer.publicKeys });
}
