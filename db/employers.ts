/** Employers: better-auth's organizations, made by the operator. */
import { eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { organization } from './schema.ts';

type Employer = typeof organization.$inferSelect;

export interface EmployerQueries {
  /** By its name in any case and spacing, or by its slug. */
  readonly find: (name: string) => Employer | undefined;
  /** By name. */
  readonly all: () => Employer[];
  /** Undefined where there is one with this slug already. */
  readonly add: (id: string, name: string, now: Date) => Employer | undefined;
}

export function employerQueries({ orm }: Pick<Db, 'orm'>): EmployerQueries {
  const bySlug = (slug: string) => orm.select().from(organization).where(eq(organization.slug, slug)).get();
  return {
    find: (name) => bySlug(slugOf(name)),
    all: () => orm.select().from(organization).orderBy(organization.name).all(),
    add: (id, name, now) => {
      const slug = slugOf(name);
      if (bySlug(slug)) return undefined;
      return orm.insert(organization).values({ id, name, slug, createdAt: now }).returning().get();
    },
  };
}

/** Names are told apart by their letters and digits alone; empty where there is none. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
