/**
 * A claim: a package in somebody's LMS hands in a path with its employer's token. Replay proves that the decisions are
 * possible and pass, and never who took them; the certificate says so.
 */
import type { Content } from '../../courses/model/content.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { type ModuleOutcome, type Outcome, outcomeOf } from '../../courses/model/outcome.ts';
import { decodePath, PATH_LIMIT } from '../../courses/model/path.ts';
import { type Certificate, reportedSubject } from '../../db/certificates.ts';
import type { ConnectedPackage, ConnectedPackageQueries } from '../../db/connected-packages.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { hashToken } from '../package-tokens.ts';
import { type Issuing, keepCertificate } from './issue-certificate.ts';
import { readRecord } from './record.ts';

export interface Claim {
  readonly token: string;
  /** The version that the package carries, and the one that was played: whole hashes. */
  readonly carried: string;
  readonly hash: string;
  readonly path: string;
  /** One module of several that the package teaches; undefined: all of them. */
  readonly module: string | undefined;
  /** As the learner confirmed it, read. */
  readonly name: string;
}

/** What a path was replayed against, and what that came to. */
interface Founded {
  readonly nonce: string;
  readonly content: Content;
  readonly wholeCourse: boolean;
  /** Of the modules that are certified. */
  readonly outcomes: readonly ModuleOutcome[];
}

/**
 * The code of the attempt's certificate: a new one, or the one there is under this name.
 * @throws AppError claim-ended, claim-unfounded, claim-taken
 */
export function claimCertificate(
  app: App,
  issuing: Issuing,
  packages: ConnectedPackageQueries,
  claim: Claim,
): Promise<string> {
  return app.db.groupCommit.run(() => {
    const issuedAt = app.clock();
    const held = packages.byToken('claim', hashToken(claim.token), issuedAt);
    if (!held) throw new AppError('claim-ended');
    const { nonce, content, wholeCourse, outcomes } = followed(app, held.package, claim);
    const subject = reportedSubject(nonce, claim.module);
    const issued = issuing.certificates.byNonce(nonce);
    // One attempt is one person's, of one employer. Who copied the path of somebody else is not shown whose it is.
    const isTheirs = (one: Certificate): boolean =>
      readRecord(one.record).name === claim.name && one.organizationId === held.employer.id;
    if (!issued.every(isTheirs)) throw new AppError('claim-taken');
    const same = issued.find((one) => one.subject === subject);
    if (same) return same.code;
    const { name, hash } = claim;
    // When it was passed only the LMS knows; what we know is the day when we were told.
    const when = { passedAt: issuedAt, issuedAt };
    const of = { name, content, hash, wholeCourse, outcomes, ...when, employer: held.employer };
    return keepCertificate(app, issuing, of, { subject, organizationId: held.employer.id });
  });
}

/** @throws AppError claim-unfounded where the decisions are not a pass of what the package teaches, or of that module */
function followed(app: App, of: ConnectedPackage, { carried, hash, path, module }: Claim): Founded {
  const version = app.published.version(hash)?.content;
  const modules = modulesIn(app, of, carried);
  const content = app.published.part(hash, modules);
  const isTaught = version?.course.id === of.courseId && content?.modules.length === modules.length;
  if (!content || !isTaught || path.length > PATH_LIMIT) throw new AppError('claim-unfounded');
  try {
    const { nonce } = decodePath(path);
    const outcome = outcomeOf(content, hash, path);
    if (app.attempts.hasNonce(nonce)) throw new AppError('claim-unfounded');
    if (module !== undefined) return { nonce, ...oneOf(app, hash, outcome, module) };
    if (!outcome.passed) throw new AppError('claim-unfounded');
    const wholeCourse = of.modules === null && version.modules.length === modules.length;
    return { nonce, content, wholeCourse, outcomes: outcome.modules };
  } catch (error) {
    if (error instanceof ModelError) throw new AppError('claim-unfounded');
    throw error;
  }
}

/** One module of several: a package of a single one has its certificate as a whole. */
function oneOf(app: App, hash: string, { modules }: Outcome, id: string): Omit<Founded, 'nonce'> {
  const passed = modules.length > 1 && modules.find((one) => one.module === id && one.passed);
  const content = app.published.part(hash, [id]);
  if (!passed || !content) throw new AppError('claim-unfounded');
  return { content, wholeCourse: false, outcomes: [passed] };
}

/** A package of the whole course teaches what the course had when it was made, and that is not for the claim to say. */
function modulesIn(app: App, of: ConnectedPackage, carried: string): string[] {
  const content = app.published.version(carried)?.content;
  if (content?.course.id !== of.courseId) throw new AppError('claim-unfounded');
  return of.modules?.split(' ') ?? content.modules.map((one) => one.id);
}
