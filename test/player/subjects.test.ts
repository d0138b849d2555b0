/** What a learner in a connected package is offered certificates of. */
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../courses/model/outcome.ts';
import { lineFor, notedCode, subjectsOf } from '../../public/player/connected/subjects.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { twoModules } from '../support/two-modules.ts';

const [first, second] = twoModules.modules.map((one) => ({ title: one.title, module: one.id }));
const MARK = 60;

/** By module: what it came to, and whether that passes by the LMS's mark. */
const standing = (
  content: typeof tinyContent,
  page: 'stories' | 'result',
  came: readonly (readonly [percent: number | undefined, passed: boolean])[],
) => {
  const modules = content.modules.map(({ id: module, scenarios }, index) => {
    const [percent, passed = false] = came[index] ?? [];
    return { module, complete: true, percent, passed, finished: 1, stories: scenarios.length, takes: [] };
  });
  const passed = modules.every((one) => one.passed);
  const outcome: Outcome = { complete: true, percent: 50, passed, progress: 1, modules };
  return { page, outcome, pkg: { content, hash: hashOf(content), modules: content.modules.map((one) => one.id) } };
};

describe('a package of one module', () => {
  test('offers its certificate where its end is read, and not in the list of stories', () => {
    const [module] = tinyContent.modules;
    expect(subjectsOf(standing(tinyContent, 'result', [[80, true]]), MARK)).toEqual([{ title: module?.title }]);
    expect(subjectsOf(standing(tinyContent, 'stories', [[80, true]]), MARK)).toEqual([]);
  });

  test('offers none that our server would refuse, as the LMS has a lower mark', () => {
    expect(subjectsOf(standing(tinyContent, 'result', [[55, true]]), MARK)).toEqual([]);
  });

  test('offers none where the LMS has a higher mark that is not reached', () => {
    expect(subjectsOf(standing(tinyContent, 'result', [[70, false]]), MARK)).toEqual([]);
  });
});

describe('a package of several modules', () => {
  test('offers each that is passed, and all of it once every one is', () => {
    const partly: [number | undefined, boolean][] = [
      [90, true],
      [undefined, false],
    ];
    expect(subjectsOf(standing(twoModules, 'stories', partly), MARK)).toEqual([first]);
    const both: [number, boolean][] = [
      [90, true],
      [70, true],
    ];
    const all = { title: `${twoModules.course.title}, all of it` };
    expect(subjectsOf(standing(twoModules, 'result', both), MARK)).toEqual([all, first, second]);
  });

  test('offers neither a module below our mark nor the whole with it', () => {
    const low: [number, boolean][] = [
      [90, true],
      [55, true],
    ];
    expect(subjectsOf(standing(twoModules, 'result', low), MARK)).toEqual([first]);
  });
});

test('the code of each is found again in the LMS’s record, and of no other', () => {
  const whole = { title: 'All of it' };
  const one = { title: 'Security', module: 'security' };
  const record = `${lineFor(one, 'AAAA-AAAA-AAAA', 'https://a.example')} ${lineFor(whole, 'BBBB-BBBB-BBBB', 'https://a.example')}`;
  expect([notedCode(one, record), notedCode(whole, record)]).toEqual(['AAAA-AAAA-AAAA', 'BBBB-BBBB-BBBB']);
  expect(notedCode({ title: 'Other', module: 'other' }, record)).toBeUndefined();
});
