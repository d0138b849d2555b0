import { expect, test } from 'vitest';
import { selectModules } from '../../courses/model/content.ts';
import { attemptOf, weakestFirst } from '../../public/player/attempt.ts';
import { resultPage } from '../../public/player/views/result.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';
import { tinyContent } from '../support/tiny-course.ts';

/** A story of one decision: `s` is strong, `h` harmful. */
const story = (id: string) =>
  storyOf([asks('first', choose('d', choice('s', 'strong', 'end'), choice('h', 'harmful', 'end'))), ends('end')], {
    id,
    title: `Story ${id}`,
  });

const module = (id: string, ...stories: string[]) => moduleOf(stories.map(story), { id, title: `Module ${id}` });

const content = { ...tinyContent, modules: [module('one', 'a', 'b', 'c'), module('two', 'd', 'e')] };
const pkg = { hash: '0'.repeat(64), modules: ['one', 'two'], content: selectModules(content, ['one', 'two']) };

test('below the mark of one module, the story to take again is one of that module', () => {
  // The weakest story of all stands in the module that is passed without it: 100, 100 and 0 are 66.
  const attempt = attemptOf(pkg, '1.00000000.aaaaaaaaaaaa.1/a.d:s/b.d:s/c.d:h/d.d:s/e.d:h');
  expect(attempt.outcome.modules.map((one) => [one.percent, one.passed])).toEqual([
    [66, true],
    [50, false],
  ]);
  expect(weakestFirst(pkg.content, attempt).map((one) => one.scenario.id)).toEqual(['e', 'd']);
  const { body } = resultPage({ content: pkg.content, attempt, host: false, receipt: undefined });
  expect(body.text).toContain('Take Story e again');
  expect(body.text).toContain('Passed with 66 of 100');
  expect(body.text).toContain('50 of 100 so far. You pass with 60');
});

test('where every story is far below the mark, nobody is told that one story will do', () => {
  const attempt = attemptOf(pkg, '1.00000000.aaaaaaaaaaaa.1/a.d:h/b.d:h/c.d:h/d.d:h/e.d:h');
  const { body } = resultPage({ content: pkg.content, attempt, host: false, receipt: undefined });
  expect(body.text).toContain('most to gain in <b>Story a</b>');
  expect(body.text).not.toContain('One story');
});
