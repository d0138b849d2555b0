/** `token list`, `token revoke TOKEN`: what opens the connected packages of employers, and how to end it. */
import { connectedPackageQueries, type HeldToken } from '../../db/connected-packages.ts';
import { employerQueries } from '../../db/employers.ts';
import { hashToken } from '../package-tokens.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { withData } from './open-data.ts';

export async function manageTokens(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { employer: { type: 'string' } });
  const [act, token, ...more] = positionals;
  if (act === 'list' && token === undefined) return listTokens(values.employer, io);
  if (act === 'revoke' && token !== undefined && more.length === 0) return revokeToken(token, io);
  throw new UsageError('Say list, or revoke and one token, by its id or whole.');
}

const listTokens = (name: string | undefined, io: Io): Promise<number> =>
  withData((db) => {
    const employer = name === undefined ? undefined : employerQueries(db).find(name);
    if (name !== undefined && !employer) throw new UsageError(`There is no employer “${name}”.`);
    for (const one of connectedPackageQueries(db).tokens(employer?.id)) io.out(line(one, new Date()));
    return 0;
  });

const OPENS = { download: 'downloads', claim: 'certificates' } as const;

function line({ token, package: of, employer }: HeldToken, now: Date): string {
  const what = [of.courseId, of.modules ?? 'whole course', of.standard].join(' ');
  return [token.id, OPENS[token.purpose], stateOf(token, now), employer.name, what].join('  ');
}

function stateOf({ revokedAt, expiresAt }: HeldToken['token'], now: Date): string {
  const day = (time: Date): string => time.toISOString().slice(0, 10);
  if (revokedAt) return `revoked ${day(revokedAt)}`;
  return `${expiresAt <= now ? 'expired' : 'until'} ${day(expiresAt)}`;
}

const revokeToken = (token: string, io: Io): Promise<number> =>
  withData((db) => {
    const packages = connectedPackageQueries(db);
    if (!packages.revoke(token, new Date()) && !packages.revoke(hashToken(token), new Date())) {
      io.err('There is no such token. See them with: token list.');
      return 1;
    }
    io.out('It opens nothing any more. Packages that were imported already play on.');
    return 0;
  });
