/** A story that may be hard to read: what a learner is told, and that it comes before the story. */
import { expect, test } from 'vitest';
import { selectModules } from '../../courses/model/content.ts';
import { transcriptView } from '../../courses/transcript/transcript.ts';
import { attemptOf } from '../../public/player/attempt.ts';
import { viewAfter } from '../../public/player/moves.ts';
import { pageOf, type Showing } from '../../public/player/pages.ts';
import type { View } from '../../public/player/state.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';
import { tinyContent } from '../support/tiny-course.ts';

const scenes = [
  asks('first', choose('d', choice('s', 'strong', 'second'))),
  asks('second', choose('e', choice('s', 'strong', 'end'))),
  ends('end'),
];
const hard = storyOf(scenes, { id: 'hard', touchesOn: 'the death of a boy' });
const content = { ...tinyContent, modules: [moduleOf([hard, storyOf(scenes, { id: 'mild' })], { id: 'one' })] };
const pkg = { hash: '0'.repeat(64), modules: ['one'], content: selectModules(content, ['one']) };
const SAID = 'This story touches on the death of a boy.';

const after = (path: string, action: string, from: View = { page: 'stories' }): View => {
  const view = viewAfter(attemptOf(pkg, path), from, action, 0);
  if (!view) throw new Error(`Nothing follows ${action}.`);
  return view;
};

function shown(path: string, view: View): string {
  if (view.page === 'reflect') throw new Error('That is a page of reflect.js.');
  const parts = { content: pkg.content, host: false, receipt: () => undefined, draft: () => ({}) };
  const showing: Showing = { ...parts, attempt: attemptOf(pkg, path) };
  return pageOf(showing, view).body.text;
}

const NEW = '1.00000000.aaaaaaaaaaaa.1';

test('the list of stories says what each may touch on', () => {
  expect(shown(NEW, { page: 'stories' }).split(SAID)).toHaveLength(2);
});

test('a learner is told before the first scene, and then it begins', () => {
  const told = after(NEW, 'enter:hard');
  expect(shown(NEW, told)).toContain(SAID);
  expect(shown(NEW, told)).toContain('talk to your supervisor');
  expect(shown(NEW, told)).not.toContain('What now?');
  const begun = shown(NEW, after(NEW, 'on', told));
  expect(begun).toContain('What now?');
  expect(begun).not.toContain(SAID);
});

test('who is told may go to another story', () => {
  const told = after(NEW, 'enter:hard');
  expect(shown(NEW, told)).toContain('data-do="stories"');
});

test('who comes back to it goes on where they were', () => {
  expect(shown(`${NEW}/hard.d:s`, after(`${NEW}/hard.d:s`, 'enter:hard'))).not.toContain(SAID);
});

test('a story that touches on nothing hard begins at once', () => {
  expect(shown(NEW, after(NEW, 'enter:mild'))).toContain('What now?');
});

test('the whole text says it too', () => {
  const [module] = content.modules;
  if (!module) throw new Error('There is no module.');
  expect(transcriptView(content, module).text).toContain(SAID);
});
