/** `package … --connected --employer NAME`: a package that knows this server, and the address it is updated from. */
import type { Db } from '../../db/client.ts';
import { connectedPackageQueries } from '../../db/connected-packages.ts';
import { employerQueries } from '../../db/employers.ts';
import { versionQueries } from '../../db/versions.ts';
import { claimTokenOf } from '../package-tokens.ts';
import { type ConnectRequest, connectedZip, connectPackage, fileNameOf } from '../packaging/connect-package.ts';
import type { ZipRequest } from '../packaging/zip-package.ts';
import type { Published } from '../published.ts';
import { UsageError } from './command.ts';
import { withData } from './open-data.ts';

export const CONNECTION_OPTIONS = {
  connected: { type: 'boolean' },
  employer: { type: 'string' },
  days: { type: 'string' },
} as const;

export interface AskedConnection {
  readonly employer: string;
  readonly days: number;
}

/** How long the tokens of a connected package hold where nothing is said: three years of renewals. */
const DAYS = { usual: 1095, most: 3650 };

/** Undefined where the package is to stand alone. @throws UsageError */
export function readConnection(values: {
  readonly connected?: boolean;
  readonly employer?: string;
  readonly days?: string;
}): AskedConnection | undefined {
  const { connected = false, employer, days = String(DAYS.usual) } = values;
  if (!connected && (employer !== undefined || values.days !== undefined)) {
    throw new UsageError('--employer and --days belong to --connected.');
  }
  if (!connected) return undefined;
  if (employer === undefined) throw new UsageError('--connected needs --employer NAME: whose LMS it is for.');
  if (!/^[1-9]\d{0,3}$/.test(days) || Number(days) > DAYS.most) {
    throw new UsageError(`--days must be a whole number from 1 to ${DAYS.most}.`);
  }
  return { employer, days: Number(days) };
}

interface ConnectAsked extends AskedConnection, Pick<ZipRequest, 'modules' | 'standard'> {
  readonly course: string;
  readonly choices: ConnectRequest['choices'];
}

interface ConnectedZip {
  readonly request: ZipRequest;
  /** For the operator, a line each. */
  readonly facts: readonly string[];
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/**
 * Makes the package's tokens. What it plays is what this server has published: its content has to be known there.
 * @throws UsageError where the employer or the address is not known, or nothing is published
 */
export function connect(asked: ConnectAsked): Promise<ConnectedZip> {
  return withData((db, { baseUrl }) => {
    if (baseUrl === undefined) throw new UsageError('BASE_URL is not set: the package must know where this server is.');
    // A page of an LMS over HTTPS may not ask over HTTP, and what it plays could be changed on its way.
    if (!/^https:|^http:\/\/(127\.0\.0\.1|localhost)(:|$)/.test(baseUrl)) {
      throw new UsageError('BASE_URL must begin with https: for connected packages.');
    }
    const { course: courseId, modules, standard, choices, days } = asked;
    const employer = employerQueries(db).find(asked.employer);
    if (!employer) throw new UsageError(`There is no employer “${asked.employer}”. Add them with: employer add NAME.`);
    const version = publishedHere(db, courseId, modules);
    const request = { employerId: employer.id, courseId, modules, standard, choices, days };
    const made = connectPackage(connectedPackageQueries(db), request, new Date());
    const claim = claimTokenOf(made.downloadToken);
    return {
      request: connectedZip(made.package, version, { server: baseUrl, employer: employer.name, claim }),
      facts: [
        `Connected for ${employer.name}. Its permanent address, for an LMS that fetches updates by itself:`,
        `${baseUrl}/packages/${made.downloadToken}/${fileNameOf(made.package)}`,
        `It is shown this once. Until ${DAY.format(made.expiresAt)}, or until: token revoke ${made.ids.download}` +
          ` (downloads), token revoke ${made.ids.claim} (certificates)`,
      ],
    };
  });
}

/** @throws UsageError where this server has not published what the package is to play */
function publishedHere(db: Db, course: string, modules: readonly string[] | 'all'): Published {
  const versions = versionQueries(db);
  const newest = versions.newest().find((one) => one.id === course);
  const stored = newest && versions.stored(newest.hash);
  if (!stored) throw new UsageError(`The course ${course} is not published here yet: start the server once.`);
  const content: Published['content'] = JSON.parse(stored.content);
  const known = content.modules.map((one) => one.id);
  const missing = modules === 'all' ? [] : modules.filter((id) => !known.includes(id));
  if (missing.length > 0) throw new UsageError(`Not published here yet: ${missing.join(', ')}. Restart the server.`);
  return { hash: stored.hash, content };
}
