/** No requirement without a test: each has something that breaks it, or a test in the browser under its id. */
import { describe, expect, test } from 'vitest';
import { BROKEN, BROKEN_12, BROKEN_2004 } from './broken-packages.ts';
import { BROKEN_CMI5 } from './broken-packages-cmi5.ts';
import { citedInTests } from './cited.ts';
import { HOSTILE } from './hostile-zips.ts';
import { HURTS, nameOf, REQUIREMENTS } from './requirements.ts';
import { WRONG_CMI5 } from './wrong-calls-cmi5.ts';
import { WRONG_12 } from './wrong-calls-scorm12.ts';
import { WRONG_2004 } from './wrong-calls-scorm2004.ts';

const tried = [BROKEN, BROKEN_12, BROKEN_2004, BROKEN_CMI5, HOSTILE, WRONG_12, WRONG_2004, WRONG_CMI5].flatMap(
  (table) =>
    Object.entries(table)
      .filter(([, cases]) => Object.keys(cases).length > 0)
      .map(([id]) => id),
);

const cited = citedInTests();

describe('the requirements', () => {
  test('have an id, a standard, a section and a text each, and no id twice', () => {
    for (const { id, standard, section, text } of REQUIREMENTS) {
      expect(id).toMatch(/^(package|scorm12|scorm2004|cmi5)\.[a-z-]+$/);
      expect(standard).toMatch(/^(scorm12|scorm2004|cmi5|scorm12, scorm2004|scorm12, scorm2004, cmi5)$/);
      expect(section).not.toBe('');
      expect(text).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(REQUIREMENTS.map((one) => one.id)).size).toBe(REQUIREMENTS.length);
  });

  test('are each broken in a test that bears their id', () => {
    // What only a browser or a whole zip can show is tried there.
    const untried = REQUIREMENTS.filter(({ id }) => !tried.includes(id) && !cited.has(id));
    expect(untried.map((one) => one.id)).toEqual([]);
  });

  test('are the only ids that tests may cite', () => {
    expect(() => nameOf('package.nonsense')).toThrow('There is no requirement package.nonsense.');
    for (const id of tried) expect(nameOf(id)).toContain(id);
  });
});

describe('what hurt people elsewhere', () => {
  test('is told with where it was seen, and no id twice', () => {
    for (const { id, where, seen, text } of HURTS) {
      expect(id).toMatch(/^(hurt|quirk)\.[a-z0-9-]+$/);
      expect(where).not.toBe('');
      for (const one of [seen, text]) expect(one).toMatch(/\.$/);
    }
    expect(new Set(HURTS.map((one) => one.id)).size).toBe(HURTS.length);
  });

  test('has a test that bears its id, or the tests of requirements, or is said to be open', () => {
    const untested = HURTS.filter(({ id, requirements, open }) => {
      const shown = [cited.has(id), requirements !== undefined, open !== undefined].filter(Boolean);
      return shown.length !== 1;
    });
    expect(untested.map((one) => one.id)).toEqual([]);
    const known = new Set(REQUIREMENTS.map((one) => one.id));
    expect(HURTS.flatMap((one) => one.requirements ?? []).filter((one) => !known.has(one))).toEqual([]);
  });

  test('is the only other thing that tests may cite', () => {
    expect([...cited].filter((id) => ![...REQUIREMENTS, ...HURTS].some((one) => one.id === id))).toEqual([]);
  });
});
