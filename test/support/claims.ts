/** Claims of certificates, as packages in somebody's LMS send them. */
import { type Content, selectModules } from '../../courses/model/content.ts';
import type { TestApp } from './app.ts';
import { twoModules } from './two-modules.ts';
import { passingPath } from './walks.ts';

export interface ClaimFields {
  readonly token: string;
  readonly carried: string;
  readonly hash: string;
  readonly path: string;
  readonly module?: string;
  readonly name: string;
}

const NAMES = ['security', 'boundaries'] as const;

/** A course with the modules `security` and `boundaries`, a story each. */
export const claimed: Content = {
  ...twoModules,
  modules: twoModules.modules.map((one, index) => ({ ...one, id: NAMES[index] ?? one.id })),
};

/** Everybody claims from an address of their own, or the limits would answer. */
let visitors = 0;

export function sendClaim({ app }: TestApp, fields: Partial<ClaimFields>, from?: string) {
  visitors += 1;
  return app.inject({
    method: 'POST',
    url: '/connected/certificates',
    remoteAddress: from ?? `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://lms.example.org',
    },
    payload: new URLSearchParams({ ...fields }).toString(),
  });
}

/** What an honest package sends for a learner who decided well everywhere. */
export function honestClaim(
  { hash, content }: TestApp,
  token: string,
  nonce: string,
  modules: readonly string[] = ['security'],
): ClaimFields {
  const path = passingPath(selectModules(content, modules), hash, nonce);
  return { token, carried: hash, hash, path, name: 'Ada Okafor' };
}
