/** The three launches of the self-test in an LMS that is right, and in others that are wrong in one way each. */
import { describe, expect, test } from 'vitest';
import { CHECKS, type CheckId, type Results, withResult } from '../../public/self-test/checks.ts';
import { firstLaunch, leaveSitting, secondLaunch, thirdLaunch } from '../../public/self-test/launches.ts';
import type { Place } from '../../public/self-test/place.ts';
import { type Family, openSitting, type Sitting } from '../../public/self-test/sitting.ts';
import { apiOf, type MutantName } from '../support/strict-lms/mutants.ts';
import { EMPTY, type LmsRecord, PLAIN, type Violation } from '../support/strict-lms/record.ts';
import { Session } from '../support/strict-lms/session.ts';

const THRESHOLDS = { passingScore: 0.6, completionThreshold: 1 };

/** All three launches, as a person makes them. */
function takeTest(family: Family, mutant?: MutantName): { results: Results; violations: Violation[] } {
  let record: LmsRecord = EMPTY;
  let results: Results = {};
  const violations: Violation[] = [];
  const launch = (nth: number, work: (sitting: Sitting) => Results): void => {
    const session = new Session({ ...PLAIN, standard: family, ...(family === 'scorm2004' && THRESHOLDS) }, record);
    const right = Object.fromEntries(
      (['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit'] as const).map((name) => [
        name,
        (...args: string[]) => session.call(name, args),
      ]),
    );
    const found = apiOf(
      { ...right, GetLastError: () => String(session.lastError()) },
      family === 'scorm12' ? 'LMS' : '',
      nth,
      mutant,
    );
    const { sitting } = openSitting(family, found, () => 65);
    if (!sitting) throw new Error('No session was opened.');
    for (const [id, { ok, seen }] of Object.entries(work(sitting)))
      results = withResult(results, id as CheckId, ok, seen);
    record = session.record();
    violations.push(...session.log().violations);
  };
  let place: Place = { nonce: 'abc', step: 'first', isLong: true };
  launch(1, (sitting) => {
    const first = firstLaunch(sitting, 'abc', new Date(2026, 10, 25, 12));
    place = first.place;
    return { ...first.results, ...leaveSitting(sitting, place, false) };
  });
  launch(2, (sitting) => ({
    ...secondLaunch(sitting, place),
    ...leaveSitting(sitting, { ...place, step: 'closing' }, true),
  }));
  launch(3, (sitting) => ({
    ...thirdLaunch(sitting, place),
    ...leaveSitting(sitting, { ...place, step: 'third' }, true),
  }));
  return { results, violations };
}

const wrong = (results: Results): string[] =>
  Object.keys(CHECKS)
    .filter((id) => results[id as CheckId]?.ok === false)
    .toSorted();

/** Found out by the page around the launches: `test/browser/self-test.test.ts`. */
const OF_THE_PAGE: readonly CheckId[] = ['api', 'session', 'standard', 'mode', 'storage'];

/** By mutant: every check that has to be wrong there, and no other. */
const NAMED: Readonly<Record<Exclude<MutantName, 'opens no session'>, readonly CheckId[]>> = {
  'finds nothing of the launch before': ['look-back', 'pass-kept', 'record'],
  'forgets suspend_data between launches': ['look-back', 'resume'],
  'answers “true” and keeps nothing': ['incomplete', 'kept', 'look-back', 'pass', 'pass-kept', 'record'],
  'refuses every commit': ['commit'],
  'takes a commit and reports an error': ['commit'],
  'keeps 255 characters of suspend_data': ['length'],
  'refuses 1,000 characters of suspend_data': ['length'],
  'turns + into a space': ['unchanged'],
  'completes what was opened': ['incomplete'],
  'says failed below its own mark': ['pass', 'pass-kept'],
  'loses the score': ['score'],
  'takes the pass back': ['pass-kept'],
  'forgets suspend_data after the pass': ['look-back'],
  'keeps nothing while a window closes': ['closing'],
  'throws at every value': ['decisions', 'incomplete', 'kept', 'look-back', 'pass', 'pass-kept', 'record', 'values'],
  'refuses single decisions': ['decisions'],
  'keeps no remarks': ['certificate'],
  'does not say the name': ['name'],
  'does not say who learns': ['learner'],
  'lets no session end': ['end'],
  'takes two seconds to save': ['speed'],
};

describe.each(['scorm12', 'scorm2004'] as const)('the self-test, %s', (family) => {
  test('finds nothing to change in an LMS that is right, and breaks no rule there itself', () => {
    const { results, violations } = takeTest(family);
    expect(violations).toEqual([]);
    const found = Object.keys(CHECKS).filter((id) => !OF_THE_PAGE.includes(id as CheckId));
    expect(Object.keys(results).toSorted()).toEqual(found.toSorted());
    expect(wrong(results)).toEqual([]);
  });

  test.each(Object.entries(NAMED))('names what is wrong in one that %s', (mutant, ids) => {
    const { results } = takeTest(family, mutant as MutantName);
    expect(wrong(results)).toEqual([...ids].toSorted());
    for (const id of ids) expect(results[id]?.seen).not.toBe('');
  });
});
