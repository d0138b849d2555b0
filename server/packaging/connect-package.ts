/** Making a connected package: its record, its two tokens, and what its zip is made of. */
import type { ConnectedPackage, ConnectedPackageQueries } from '../../db/connected-packages.ts';
import { randomId } from '../ids.ts';
import type { Connection } from '../package-settings.ts';
import { isStandard, type Standard } from '../package-standards.ts';
import { claimTokenOf, hashToken, makeDownloadToken } from '../package-tokens.ts';
import type { Published } from '../published.ts';
import { fileName } from './file-name.ts';
import type { ZipRequest } from './zip-package.ts';

/** What is chosen once and holds for every update. */
type Choices = Pick<ZipRequest, 'reporting' | 'name' | 'preset'>;

export interface ConnectRequest {
  readonly employerId: string;
  readonly courseId: string;
  readonly modules: readonly string[] | 'all';
  readonly standard: Standard;
  readonly choices: Choices;
  /** How long both tokens hold. */
  readonly days: number;
}

export interface Connected {
  /** Known to whoever asked, and to nobody afterwards. */
  readonly downloadToken: string;
  readonly package: ConnectedPackage;
  readonly expiresAt: Date;
  /** What each token is called, to revoke it by. */
  readonly ids: { readonly download: string; readonly claim: string };
}

const DAY = 86_400_000;

export function connectPackage(packages: ConnectedPackageQueries, request: ConnectRequest, now: Date): Connected {
  const { employerId: organizationId, courseId, standard, days } = request;
  const downloadToken = makeDownloadToken();
  const modules = request.modules === 'all' ? null : request.modules.join(' ');
  const choices = JSON.stringify(request.choices);
  const made = { id: randomId(16), organizationId, courseId, modules, standard, choices, createdAt: now };
  const expiresAt = new Date(now.getTime() + days * DAY);
  const token = (purpose: 'download' | 'claim', value: string) => ({
    ...{ id: randomId(8), packageId: made.id, purpose, hash: hashToken(value), createdAt: now, expiresAt },
  });
  const download = token('download', downloadToken);
  const claim = token('claim', claimTokenOf(downloadToken));
  packages.add(made, [download, claim]);
  return {
    downloadToken,
    package: { ...made, servedEtag: null, servedSince: null },
    expiresAt,
    ids: { download: download.id, claim: claim.id },
  };
}

/** Ids, or the whole course, whatever modules it has. */
export const modulesOf = ({ modules }: ConnectedPackage): readonly string[] | 'all' => modules?.split(' ') ?? 'all';

/** The zip of a connected package, made of a version of its course. */
export function connectedZip(of: ConnectedPackage, version: Published, connection: Connection): ZipRequest {
  const choices: Choices = JSON.parse(of.choices);
  return {
    ...version,
    modules: modulesOf(of),
    standard: standardOf(of),
    ...choices,
    site: connection.server,
    connection,
  };
}

/** What the file is called for people; an LMS asks for it under this name for ever. */
export const fileNameOf = (of: ConnectedPackage): string => fileName(of.courseId, modulesOf(of), standardOf(of));

function standardOf({ standard }: ConnectedPackage): Standard {
  if (!isStandard(standard)) throw new Error(`Packages of the standard ${standard} are not made any more.`);
  return standard;
}
