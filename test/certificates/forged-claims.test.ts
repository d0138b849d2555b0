/**
 * A thousand forged claims, from a seed. Who reads a package knows its claim token and may send any path. None of them
 * gets more than an honest claim with that token and that path would: certificates of one person an attempt, of exactly
 * the modules of the token's package or of one of them, through its employer.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selectModules } from '../../courses/model/content.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { type ModuleOutcome, outcomeOf } from '../../courses/model/outcome.ts';
import { decodePath } from '../../courses/model/path.ts';
import { practised } from '../../courses/model/practised.ts';
import { certificate } from '../../db/schema.ts';
import type { TestApp } from '../support/app.ts';
import { startCertifying } from '../support/certificates.ts';
import { type ClaimFields, claimed, honestClaim, sendClaim } from '../support/claims.ts';
import { connectFor, type TestPackage } from '../support/employers.ts';
import { startLearner } from '../support/learners.ts';

const SEED = 20261125;
const FORGED = 1000;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789.:+~/!';

/** What each token may be used for; none for those that are over or never were. */
interface Key {
  readonly token: string;
  readonly opens?: { readonly modules: readonly string[]; readonly employer: string };
}

let running: TestApp;
let keys: Record<'own' | 'other' | 'whole' | 'foreign' | 'revoked' | 'expired' | 'download' | 'guessed', Key>;
let serverNonce: string;
beforeAll(async () => {
  running = await startCertifying({ content: claimed });
  const key = ({ claim }: TestPackage, employer: string, modules: readonly string[]): Key => ({
    token: claim,
    opens: { modules, employer },
  });
  const connect = (modules: readonly string[] | 'all', employer = 'Anytown Council') =>
    connectFor(running, employer, { modules });
  const own = connect(['security']);
  const revoked = connect(['security']);
  revoked.revoke('claim');
  const expired = connectFor(running, 'Anytown Council', { days: 1 });
  keys = {
    own: key(own, 'Anytown Council', ['security']),
    other: key(connect(['boundaries']), 'Anytown Council', ['boundaries']),
    whole: key(connect('all'), 'Anytown Council', ['security', 'boundaries']),
    foreign: key(connect(['security'], 'Elsewhere'), 'Elsewhere', ['security']),
    revoked: { token: revoked.claim },
    expired: { token: expired.claim },
    download: { token: own.download },
    guessed: { token: `${own.claim.slice(0, -1)}x` },
  };
  running.wait(2 * 86_400_000);
  serverNonce = (await startLearner(running)).nonce;
});
afterAll(() => running.close());

/** What a forger does to the path of somebody honest. */
const FORGERIES: Readonly<Record<string, (path: string, at: number, letter: string) => string>> = {
  'as it is': (path) => path,
  'altered in one place': (path, at, letter) =>
    path.slice(0, at % path.length) + letter + path.slice((at % path.length) + 1),
  'a decision skipped': (path, at) => {
    const parts = path.split('.');
    const gone = 4 + (at % Math.max(1, parts.length - 4));
    return parts.filter((_, index) => index !== gone).join('.');
  },
  'a decision twice': (path, at) => {
    const parts = path.split('.');
    const twice = 4 + (at % Math.max(1, parts.length - 4));
    return parts.flatMap((one, index) => (index === twice ? [one, one] : [one])).join('.');
  },
  'a story left out': (path) => path.split('/').slice(0, -1).join('/'),
  'stories the other way round': (path) => {
    const [head = '', ...takes] = path.split('/');
    return [head, ...takes.reverse()].join('/');
  },
  'cut short': (path, at) => path.slice(0, at % path.length),
  'of another version': (path) => path.replace(/^1\.[0-9a-f]{8}/, '1.deadbeef'),
  'under a nonce of this server': (path) => path.replace(/^(1\.[0-9a-f]{8}\.)[a-z0-9]+/, `$1${serverNonce}`),
  'as a later run with nothing kept': (path) => path.replace(/^(1\.[0-9a-f]{8}\.[a-z0-9]+\.)1/, '$12'),
};

const forged = fc.record({
  key: fc.constantFrom('own', 'other', 'whole', 'foreign', 'revoked', 'expired', 'download', 'guessed' as const),
  of: fc.constantFrom(['security'], ['boundaries'], ['security', 'boundaries']),
  module: fc.constantFrom(undefined, undefined, undefined, 'security', 'boundaries', 'elsewhere'),
  how: fc.constantFrom(...Object.keys(FORGERIES)),
  learner: fc.integer({ min: 0, max: 6 }),
  name: fc.constantFrom('Ada Okafor', 'Ada Okafor', 'Somebody Else'),
  at: fc.nat(10_000),
  letter: fc.constantFrom(...ALPHABET),
});

/** What an honest claim with this token and this path would be worth: worked out here, from the course alone. */
function worth(
  { opens }: Key,
  { path, hash, module }: ClaimFields,
): { nonce: string; outcomes: readonly ModuleOutcome[] } | undefined {
  try {
    const { nonce } = decodePath(path);
    const taught = opens?.modules ?? [];
    const { passed, modules } = outcomeOf(selectModules(claimed, taught), hash, path);
    if (!opens || nonce === serverNonce) return undefined;
    if (module === undefined) return passed ? { nonce, outcomes: modules } : undefined;
    // One of several, by itself.
    const outcomes = taught.length > 1 ? modules.filter((one) => one.module === module && one.passed) : [];
    return outcomes.length > 0 ? { nonce, outcomes } : undefined;
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

test(`${FORGED} forged claims give no certificate beyond what honest ones would`, async () => {
  const granted = new Map<string, { code: string; key: Key; name: string; outcomes: readonly ModuleOutcome[] }>();
  const owners = new Map<string, string>();
  const counts = { granted: 0, again: 0, refused: 0, ofOne: 0 };
  for (const { key: which, of, how, learner, name, at, letter, module } of fc.sample(forged, {
    seed: SEED,
    numRuns: FORGED,
  })) {
    const key = keys[which];
    const honest = honestClaim(running, key.token, `forger${String(learner).padStart(4, '0')}`, of);
    const claim = { ...honest, name, path: FORGERIES[how]?.(honest.path, at, letter) ?? '', ...(module && { module }) };
    const answer = await sendClaim(running, claim);
    const worthy = worth(key, claim);
    const subject = `${worthy?.nonce} ${module}`;
    const before = worthy && granted.get(subject);
    const owner = `${name} of ${key.opens?.employer}`;
    // An attempt is one person's, whatever of it was certified first.
    const isTheirs = !worthy || (owners.get(worthy.nonce) ?? owner) === owner;
    if (!worthy || !isTheirs) {
      expect([which, how, claim.path, answer.statusCode]).toEqual([
        which,
        how,
        claim.path,
        worthy ? 409 : which in { own: 1, other: 1, whole: 1, foreign: 1 } ? 422 : 403,
      ]);
      counts.refused += 1;
    } else if (before) {
      expect(answer.json().code).toBe(before.code);
      counts.again += 1;
    } else {
      expect([which, how, claim.path, answer.statusCode]).toEqual([which, how, claim.path, 200]);
      owners.set(worthy.nonce, owner);
      counts.ofOne += module === undefined ? 0 : 1;
      granted.set(subject, { code: answer.json().code, key, name, outcomes: worthy.outcomes });
      counts.granted += 1;
    }
  }
  // The sample must hold all of these, or it proves nothing.
  expect(Math.min(counts.granted, counts.again)).toBeGreaterThan(5);
  expect(counts.ofOne).toBeGreaterThan(2);
  expect(counts.refused).toBeGreaterThan(FORGED / 2);

  const issued = running.app.db.orm.select().from(certificate).all();
  expect(issued).toHaveLength(granted.size);
  for (const { code, key, name, outcomes } of granted.values()) {
    const record = JSON.parse(issued.find((one) => one.code === code)?.record ?? 'null');
    const modules = (record.modules ?? [record.module]).map((one: { id: string }) => one.id);
    const certified = outcomes.map((one) => one.module);
    expect([record.name, record.employer.name, modules]).toEqual([name, key.opens?.employer, certified]);
    expect(record.practised).toEqual(practised(claimed, outcomes));
  }
}, 120_000);
