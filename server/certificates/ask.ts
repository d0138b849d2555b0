/** Asking for a certificate: what is missing, or what it will show to whom and the name to confirm. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Certificate } from '../../db/certificates.ts';
import type { App } from '../app.ts';
import { attemptOf } from '../attempts.ts';
import { type DraftNotice, draftNotice } from '../draft-notice.ts';
import { AppError } from '../errors.ts';
import { NOT_APPROVED, NOT_CPD } from './certificate-words.ts';
import { certificateOf, contentOf, type Issuing, issueCertificate, replayedOutcome } from './issue-certificate.ts';
import { courseCertificateOf, courseStanding, issueCourseCertificate } from './issue-course-certificate.ts';
import { readName } from './read-name.ts';

const OfAttempt = Type.Object({ id: Type.String() });
const OfCourse = Type.Object({ course: Type.String() });
/** `look` is what they say of the name as it will read, once they have seen it. */
const Confirmed = Type.Object({
  name: Type.Optional(Type.String()),
  look: Type.Optional(Type.Union([Type.Literal('right'), Type.Literal('wrong')])),
});

export function askRoutes(app: App, issuing: Issuing): void {
  const ofAttempt = { url: '/attempts/:id/certificate', schema: { params: OfAttempt } };
  const ofCourse = { url: '/courses/:course/certificate', schema: { params: OfCourse } };

  app.get(ofAttempt.url, { schema: ofAttempt.schema }, async (request, reply) =>
    answer(request, reply, askForModule(app, issuing, request, request.params.id)),
  );
  app.get(ofCourse.url, { schema: ofCourse.schema }, async (request, reply) =>
    answer(request, reply, askForCourse(app, issuing, request, request.params.course)),
  );

  const posted = { preHandler: app.csrfProtection };
  app.post(ofAttempt.url, { schema: { ...ofAttempt.schema, body: Confirmed }, ...posted }, async (request, reply) =>
    issue(request.body, reply, askForModule(app, issuing, request, request.params.id)),
  );
  app.post(ofCourse.url, { schema: { ...ofCourse.schema, body: Confirmed }, ...posted }, async (request, reply) =>
    issue(request.body, reply, askForCourse(app, issuing, request, request.params.course)),
  );

  const answer = (request: FastifyRequest, reply: FastifyReply, asked: Asked) => {
    if (asked.issued) return reply.redirect(`/certificates/${asked.issued.code}`, 303);
    // better-auth calls every guest Anonymous: no name for a certificate.
    const name = request.person?.guest === false ? request.person.name : '';
    return form(reply, asked, { name });
  };
  const issue = async (confirmed: Static<typeof Confirmed>, reply: FastifyReply, asked: Asked) => {
    if (asked.issued) return reply.redirect(`/certificates/${asked.issued.code}`, 303);
    const { name, wrong } = readName(confirmed.name ?? '');
    if (wrong !== undefined) return form(reply.status(422), asked, { name, wrong });
    if (!asked.passed) throw new AppError('not-passed');
    if (confirmed.look === 'wrong') return form(reply, asked, { name });
    if (confirmed.look === undefined) return look(reply, asked, name);
    return reply.redirect(`/certificates/${await asked.issue(name)}`, 303);
  };
}

interface Asked {
  /** The one there is. */
  readonly issued: Certificate | undefined;
  /** @throws AppError not-passed */
  readonly issue: (name: string) => Promise<string>;
  readonly draft: DraftNotice | undefined;
  /** Where the form is sent. */
  readonly here: string;
  readonly what: string;
  readonly passed: boolean;
  /** Why not yet, for the view of the page. */
  readonly missing: Readonly<Record<string, unknown>>;
}

/** @throws AppError attempt-not-found */
function askForModule(app: App, issuing: Issuing, request: FastifyRequest, id: string): Asked {
  const attempt = attemptOf(app, request, id);
  const { passed, modules } = replayedOutcome(app, attempt);
  const content = contentOf(app, attempt);
  const { course, modules: taught } = content;
  return {
    draft: draftNotice(content),
    issued: certificateOf(app, issuing, attempt),
    issue: (name) => issueCertificate(app, issuing, id, name),
    here: `/attempts/${id}/certificate`,
    what: `“${taught[0]?.title ?? ''}”`,
    passed,
    missing: { attempt: id, outcome: modules[0], passMark: course.passMark },
  };
}

/** @throws AppError not-found */
function askForCourse(app: App, issuing: Issuing, request: FastifyRequest, id: string): Asked {
  const published = app.published.newest(id);
  if (!published) throw new AppError('not-found');
  const learnerId = request.person?.learnerId;
  const { course, modules } = published.content;
  const missing = learnerId === undefined ? modules : courseStanding(app, published, learnerId).missing;
  return {
    draft: draftNotice(published.content),
    issued: learnerId === undefined ? undefined : courseCertificateOf(issuing, published, learnerId),
    issue: (name) => {
      if (learnerId === undefined) throw new AppError('not-passed');
      return issueCourseCertificate(app, issuing, { course: published, learnerId, name });
    },
    here: `/courses/${course.id}/certificate`,
    what: `every module of “${course.title}”`,
    passed: missing.length === 0,
    missing: {
      modules: missing.map((one) => ({ text: one.title, href: `/modules/${course.id}/${one.id}` })),
      of: modules.length,
    },
  };
}

/** The name as it will read: what is made then cannot be changed (WCAG 3.3.4). */
const look = (reply: FastifyReply, { here, what }: Asked, name: string) =>
  reply.page('certificates/look', { title: 'Check your name', current: 'record', ...{ here, what, name } });

const form = (
  reply: FastifyReply,
  { draft, here, what, passed, missing }: Asked,
  { name, wrong }: { readonly name: string; readonly wrong?: string },
) =>
  reply.page('certificates/ask', {
    title: passed ? 'Your certificate' : 'Not a certificate yet',
    current: 'record',
    ...{ draft, here, what, passed, missing, name },
    errors: wrong === undefined ? [] : [{ field: 'name', text: wrong }],
    words: { notApproved: NOT_APPROVED, notCpd: NOT_CPD },
  });
