/** Connected packages and their tokens: found by the hash of a token, never by the token itself. */
import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Db } from './client.ts';
import { connectedPackage, organization, packageToken } from './schema.ts';

export type ConnectedPackage = typeof connectedPackage.$inferSelect;
export type PackageToken = typeof packageToken.$inferSelect;
type Purpose = PackageToken['purpose'];

/** A token that holds, with its package and whose it is. */
export interface HeldToken {
  readonly token: PackageToken;
  readonly package: ConnectedPackage;
  readonly employer: { readonly id: string; readonly name: string };
}

export interface ConnectedPackageQueries {
  /** Undefined for a token that nobody has, and just so for one that has expired or was revoked. */
  readonly byToken: (purpose: Purpose, hash: string, now: Date) => HeldToken | undefined;
  /** Both or neither: a package without a token could never be fetched. */
  readonly add: (made: typeof connectedPackage.$inferInsert, tokens: (typeof packageToken.$inferInsert)[]) => void;
  /** Every token of one employer, or of all: oldest first. */
  readonly tokens: (employerId?: string) => HeldToken[];
  /** False where there is no such token. The first revocation stands. */
  readonly revoke: (idOrHash: string, now: Date) => boolean;
  /** Since when the package has been served as these bytes: `now` where they are new. */
  readonly servedSince: (found: ConnectedPackage, etag: string, now: Date) => Date;
}

export function connectedPackageQueries({ orm }: Pick<Db, 'orm'>): ConnectedPackageQueries {
  const held = () =>
    orm
      .select({
        token: packageToken,
        package: connectedPackage,
        employer: { id: organization.id, name: organization.name },
      })
      .from(packageToken)
      .innerJoin(connectedPackage, eq(connectedPackage.id, packageToken.packageId))
      .innerJoin(organization, eq(organization.id, connectedPackage.organizationId));
  const holds = (now: Date) => and(isNull(packageToken.revokedAt), gt(packageToken.expiresAt, now));
  const oldestFirst = [asc(packageToken.createdAt), asc(packageToken.id)] as const;
  return {
    byToken: (purpose, hash, now) =>
      held()
        .where(and(eq(packageToken.hash, hash), eq(packageToken.purpose, purpose), holds(now)))
        .get(),
    add: (made, tokens) =>
      orm.transaction((tx) => {
        tx.insert(connectedPackage).values(made).run();
        tx.insert(packageToken).values(tokens).run();
      }),
    tokens: (employerId) =>
      held()
        .where(employerId === undefined ? undefined : eq(organization.id, employerId))
        .orderBy(...oldestFirst)
        .all(),
    revoke: (idOrHash, now) => {
      const named = or(eq(packageToken.id, idOrHash), eq(packageToken.hash, idOrHash));
      const found = orm.select().from(packageToken).where(named).get();
      if (found && !found.revokedAt) orm.update(packageToken).set({ revokedAt: now }).where(named).run();
      return found !== undefined;
    },
    servedSince: (found, etag, now) => {
      if (found.servedEtag === etag && found.servedSince) return found.servedSince;
      const { id } = found;
      orm.update(connectedPackage).set({ servedEtag: etag, servedSince: now }).where(eq(connectedPackage.id, id)).run();
      return now;
    },
  };
}
