/**
 * The certificate of a whole course. On this server an attempt is one module's, so the course adds up the learner's
 * attempts: each module that its newest version has, passed under the guidance version that it teaches.
 */
import type { ModuleOutcome } from '../../courses/model/outcome.ts';
import type { Module } from '../../courses/model/schema.ts';
import type { Attempt } from '../../db/attempts.ts';
import { type Certificate, learnersSubject } from '../../db/certificates.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import type { Published } from '../published.ts';
import { contentOf, type Issuing, keepCertificate, replayedOutcome } from './issue-certificate.ts';

interface Pass {
  readonly hash: string;
  readonly outcome: ModuleOutcome;
  readonly passedAt: Date;
}

export interface CourseStanding {
  readonly passes: readonly Pass[];
  /** In the order of the course. */
  readonly missing: readonly Module[];
}

/** Of several attempts that passed one module, the first counts: what was passed never becomes less. */
export function courseStanding(app: App, { content }: Published, learnerId: string): CourseStanding {
  const { course, guidance, modules } = content;
  const own = app.attempts
    .ofLearner(learnerId)
    .filter((one) => one.courseId === course.id && one.passedAt !== null)
    .filter((one) => contentOf(app, one).guidance.id === guidance.id)
    .toReversed();
  const found = modules.map((module) => {
    // One at a time: a module that was passed a hundred times is replayed once.
    for (const one of own) {
      const pass = one.moduleId === module.id ? passOf(app, one) : undefined;
      if (pass) return { module, pass };
    }
    return { module };
  });
  return {
    passes: found.flatMap((one) => one.pass ?? []),
    missing: found.filter((one) => !one.pass).map((one) => one.module),
  };
}

/** The stored path is replayed: what the columns of the attempt claim is never enough. */
function passOf(app: App, attempt: Attempt): Pass | undefined {
  const { passed, modules } = replayedOutcome(app, attempt);
  const [outcome] = modules;
  if (!passed || !outcome || !attempt.passedAt) return undefined;
  return { hash: attempt.versionHash, outcome, passedAt: attempt.passedAt };
}

export function courseCertificateOf(
  { certificates }: Issuing,
  course: Published,
  learnerId: string,
): Certificate | undefined {
  return certificates.bySubject(subjectOf(course, learnerId));
}

function subjectOf({ content }: Published, learnerId: string): string {
  const modules = content.modules.map((one) => one.id);
  return learnersSubject(learnerId, content.course.id, content.guidance.id, modules);
}

/**
 * The code of the learner's certificate of the course: the one there is, or a new one with this name.
 * @throws AppError not-passed
 */
export function issueCourseCertificate(
  app: App,
  issuing: Issuing,
  { course, learnerId, name }: { readonly course: Published; readonly learnerId: string; readonly name: string },
): Promise<string> {
  return app.db.groupCommit.run(() => {
    const issued = courseCertificateOf(issuing, course, learnerId);
    if (issued) return issued.code;
    const { passes, missing } = courseStanding(app, course, learnerId);
    if (missing.length > 0) throw new AppError('not-passed');
    const { content, hash } = course;
    const outcomes = passes.map((one) => one.outcome);
    const passedAt = new Date(Math.max(...passes.map((one) => one.passedAt.getTime())));
    const of = { name, content, hash, wholeCourse: true, outcomes, passes, passedAt, issuedAt: app.clock() };
    return keepCertificate(app, issuing, of, { subject: subjectOf(course, learnerId), learnerId });
  });
}
