/** The three launches of the self-test for cmi5 in an LMS that is right, and in others that are wrong in one way each. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Results, withResult } from '../../public/self-test/checks.ts';
import { CMI5_CHECKS, type Cmi5CheckId, type Cmi5Results } from '../../public/self-test/cmi5/checks.ts';
import { judgeRefusal } from '../../public/self-test/cmi5/judge.ts';
import { firstLaunch, leaveSitting, secondLaunch, thirdLaunch } from '../../public/self-test/cmi5/launches.ts';
import { openSitting, type Sitting } from '../../public/self-test/cmi5/sitting.ts';
import type { Place } from '../../public/self-test/place.ts';
import { reportText } from '../../public/self-test/report.ts';
import { ACTOR, Lrs } from '../support/strict-lrs/lrs.ts';
import { type Ask, MUTANTS, type MutantName, unnamed } from '../support/strict-lrs/mutants.ts';
import type { Asked, Mode } from '../support/strict-lrs/record.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const BASE = 'http://lms.example/';
const AU = { id: 'urn:uuid:au', url: 'index.html', moveOn: 'CompletedAndPassed', masteryScore: 0.6 };

interface Trouble {
  readonly mutant?: MutantName;
  readonly showsEtag?: boolean;
  readonly mode?: Mode;
  readonly masteryScore?: number;
  /** Before the second launch. */
  readonly between?: (lrs: Lrs) => void;
}

/** The browser's fetch, to this LRS. */
function stubFetch(ask: Ask, showsEtag: boolean): void {
  vi.stubGlobal('fetch', async (input: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(input);
    const asked: Asked = {
      method,
      resource: pathname.slice(1),
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(new Headers(headers)),
      body: typeof body === 'string' ? body : '',
    };
    const { status, headers: given = {}, body: text } = ask(asked);
    const shown = Object.entries(given).filter(([name]) => showsEtag || name !== 'etag');
    return new Response(status === 204 ? null : (text ?? ''), { status, headers: shown });
  });
}

/** All three launches, as a person makes them; those in which no session begins say why. */
async function takeTest({ mutant, showsEtag = true, mode, masteryScore, between }: Trouble = {}) {
  const lrs = new Lrs(AU);
  const own = {};
  let results: Cmi5Results = {};
  const launch = async (nth: number, work: (sitting: Sitting) => Promise<Cmi5Results>): Promise<void> => {
    const ask: Ask = (asked) => lrs.ask(asked);
    stubFetch(mutant ? MUTANTS[mutant]({ ask, launch: nth, own }) : ask, showsEtag);
    const { actor, ...rest } = lrs.launch(BASE, { ...(mode && { mode }), ...(masteryScore && { masteryScore }) });
    const said = mutant === 'does not say the learner’s name' ? unnamed : actor;
    const { endpoint = '', fetch = '', registration = '', activityId = '' } = rest;
    const query = { endpoint, fetch, registration, activityId, actor: JSON.parse(said ?? '') };
    const kept = new Map<string, string>();
    const tab = {
      get: (key: string) => kept.get(key),
      set: (key: string, text: string) => kept.set(key, text) !== undefined,
      remove: (key: string) => void kept.delete(key),
      keys: () => [...kept.keys()],
    };
    const going = { gone: new Promise<void>(() => {}), isGone: () => false, isReload: () => false };
    const { sitting, entries } = await openSitting({ query, seconds: () => 65, tab, going });
    const more = sitting ? await work(sitting) : judgeRefusal(entries);
    for (const [id, { ok, seen }] of Object.entries(more)) results = withResult(results, id as Cmi5CheckId, ok, seen);
  };
  let place: Place = { nonce: 'abc', step: 'first', isLong: true };
  await launch(1, async (sitting) => {
    const first = await firstLaunch(sitting, 'abc', new Date(2026, 10, 25, 12));
    place = first.place;
    return { ...first.results, ...(await leaveSitting(sitting, place, false)) };
  });
  between?.(lrs);
  const isSame = between === undefined;
  await launch(2, async (sitting) => ({
    ...(await secondLaunch(sitting, place, { results, isCertain: true, isSame })),
    ...(await leaveSitting(sitting, { ...place, step: 'closing' }, true)),
  }));
  await launch(3, async (sitting) => ({
    ...(await thirdLaunch(sitting, place, { results })),
    ...(await leaveSitting(sitting, { ...place, step: 'third' }, true)),
  }));
  return { results, lrs };
}

const wrong = (results: Results<Cmi5CheckId>): string[] =>
  Object.keys(CMI5_CHECKS)
    .filter((id) => results[id as Cmi5CheckId]?.ok === false)
    .toSorted();

/** Found out by the page around the launches, or by a clock: `test/browser/self-test-cmi5.test.ts`. */
const OF_THE_PAGE: readonly Cmi5CheckId[] = ['mode', 'storage'];

/** By mutant: every check that has to be wrong there, and no other. */
const NAMED: Readonly<Record<MutantName, readonly Cmi5CheckId[]>> = {
  'refuses the fetch of a second launch': ['token'],
  'gives no token': ['token'],
  'refuses its own token': ['access'],
  'writes no LMS.LaunchData': ['launch-data'],
  'writes LMS.LaunchData without a template': ['launch-data'],
  'fails where there is no state': ['state'],
  'forgets state between launches': ['look-back', 'resume'],
  'answers 204 to state and keeps nothing': ['kept'],
  'refuses to save': ['commit'],
  'refuses If-Match': ['conditions'],
  'refuses If-None-Match': ['conditions'],
  'ignores If-Match': ['guard'],
  'keeps 1,000 characters of state': ['length'],
  'refuses 1,000 characters of state': ['length'],
  'turns + into a space': ['unchanged'],
  'refuses every statement': ['end', 'statements'],
  'refuses the pass': ['pass'],
  'answers 204 to a pass and keeps nothing': ['pass'],
  'loses the score': ['score'],
  'takes the pass back': ['pass-kept'],
  'lets no statement be read': ['readable'],
  'forgets state after the pass': ['look-back'],
  'keeps nothing while a window closes': ['closing'],
  'refuses the end': ['end'],
  'refuses single decisions': ['decisions'],
  'refuses other documents': ['certificate'],
  'does not say the learner’s name': ['name'],
};

describe('the self-test, cmi5,', () => {
  test('finds nothing to change in an LMS that is right, and breaks no rule there itself', async () => {
    const { results, lrs } = await takeTest();
    expect(lrs.violations()).toEqual([]);
    const found = Object.keys(CMI5_CHECKS).filter((id) => !OF_THE_PAGE.includes(id as Cmi5CheckId));
    expect(Object.keys(results).toSorted()).toEqual(found.toSorted());
    expect(wrong(results)).toEqual([]);
    const { name, account } = ACTOR;
    const report = reportText('', CMI5_CHECKS, results);
    for (const word of [name, account.name, account.homePage]) expect(report).not.toContain(word);
  });

  test.each(Object.entries(NAMED))('names what is wrong in one that %s', async (mutant, ids) => {
    const { results } = await takeTest({ mutant: mutant as MutantName });
    expect(wrong(results)).toEqual([...ids].toSorted());
    for (const id of ids) expect(results[id]?.seen).not.toBe('');
  });

  test('names an LRS that hides its ETag, and the rest is well', async () => {
    const { results, lrs } = await takeTest({ showsEtag: false });
    expect(wrong(results)).toEqual(['etag']);
    expect(lrs.violations()).toEqual([]);
  });

  test('names an LMS that begins a new registration', async () => {
    const { results } = await takeTest({ between: (lrs) => lrs.enrolAnew() });
    expect(wrong(results)).toEqual(['registration']);
  });

  test('names an LRS that takes two seconds to save', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 1000;
      return now;
    });
    expect(wrong((await takeTest()).results)).toEqual([]);
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 2000;
      return now;
    });
    const { results } = await takeTest();
    expect(wrong(results)).toEqual(['speed']);
    expect(results.speed?.seen).toMatch(/^\d+ ms$/);
  });

  test('passes also by a mark that an administrator set above its score', async () => {
    const { results, lrs } = await takeTest({ masteryScore: 0.95 });
    expect(wrong(results)).toEqual([]);
    expect(lrs.violations()).toEqual([]);
  });
});
