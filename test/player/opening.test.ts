import { describe, expect, test } from 'vitest';
import { encodePath } from '../../courses/model/path.ts';
import { decide, newAttempt } from '../../public/player/attempt.ts';
import { keptIn } from '../../public/player/kept.ts';
import { openAttempt } from '../../public/player/opening.ts';
import { nameOf } from '../conformance/requirements.ts';
import { memoryStore } from '../support/memory-store.ts';
import { tinyPackage } from '../support/tiny-course.ts';
import { passingPath } from '../support/walks.ts';

const pkg = tinyPackage();
const bytes = (value: number) => (into: Uint8Array<ArrayBuffer>) => into.fill(value);
const fresh = newAttempt(pkg, bytes(0));
const first = decide(pkg, fresh, 'scr', { decision: 'a', chosen: ['r'] });
const second = decide(pkg, first, 'scr', { decision: 'b', chosen: ['a', 'b'] });
const other = decide(pkg, fresh, 'scr', { decision: 'a', chosen: ['d'] });
const text = (attempt: typeof fresh): string => encodePath(attempt.replayed.path);

function launch(held: string, copy?: string) {
  const kept = keptIn(memoryStore(), 'learner-1');
  if (copy !== undefined) kept.write(copy);
  return openAttempt(pkg, held, kept, bytes(1));
}

describe('a launch', () => {
  test.each([
    ['is no path at all', 'bookmark=7', false],
    ['takes a decision that is not there', `${text(fresh)}/scr.z:r`, false],
    ['belongs to another version, of which no story is left', `1.00000000.aaaaaaaaaaaa.1/zzz.a:r`, true],
  ])('asks before it replaces a record that %s', (_, held, otherVersion) => {
    expect(launch(held)).toMatchObject({ kind: 'unreadable', otherVersion });
  });

  test(nameOf('hurt.edit-resets-learners'), () => {
    const opening = launch(text(second).replace(pkg.hash.slice(0, 8), '00000000'));
    expect(opening).toMatchObject({ kind: 'go', save: true, notice: 'updated' });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
  });

  test('goes on at the first point that differs where the structure has changed, and names the story', () => {
    const opening = launch(`${text(second).replace(pkg.hash.slice(0, 8), '00000000')}.gone:x`);
    expect(opening).toMatchObject({ kind: 'go', save: true, notice: { changed: 'scr' } });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
  });

  test('carries over what this device kept of the old version, where the LMS had not got it', () => {
    const old = (attempt: typeof fresh) => text(attempt).replace(pkg.hash.slice(0, 8), '00000000');
    const opening = launch(old(first), old(second));
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
    const apart = launch(old(other), old(second));
    expect(apart.kind === 'go' && text(apart.attempt)).toBe(text(other));
  });

  test('with an emptied record offers what this device kept, and never takes it by itself', () => {
    expect(launch('', text(first)).kind).toBe('offer');
  });

  test('where both went on differently follows the LMS and says so', () => {
    const opening = launch(text(other), text(first));
    expect(opening).toMatchObject({ kind: 'go', save: false, notice: 'diverged' });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(other));
  });

  test('takes the kept copy where it only knows more', () => {
    const opening = launch(text(first), text(second));
    expect(opening).toMatchObject({ kind: 'go', save: true, notice: 'kept' });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
  });

  test('says a pass again, which an LMS may have lost while it kept the path', () => {
    const passed = passingPath(pkg.content, pkg.hash, 'a'.repeat(12));
    expect(launch(passed)).toMatchObject({ kind: 'go', save: true });
    expect(launch(text(second))).toMatchObject({ kind: 'go', save: false });
  });

  test('passes by a kept copy that knows less', () => {
    const opening = launch(text(second), text(first));
    expect(opening).toMatchObject({ kind: 'go', save: false });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
  });

  test('leaves a copy alone that it cannot read', () => {
    const store = memoryStore();
    const kept = keptIn(store, 'learner-1');
    kept.write(`${text(first)}.gone:x`);
    expect(openAttempt(pkg, text(first), kept, bytes(1))).toMatchObject({ kind: 'go', save: false });
    expect(store.keys()).toHaveLength(1);
  });

  test('that does not hear who learns opens the copy of its own attempt, and offers nobody another', () => {
    const store = memoryStore();
    keptIn(store, 'learner-1').write(text(second));
    expect(openAttempt(pkg, '', keptIn(store, ''), bytes(1)).kind).toBe('go');
    const opening = openAttempt(pkg, text(first), keptIn(store, ''), bytes(1));
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
    // What it writes stays the learner's own, for a launch that knows them.
    keptIn(store, '').write(text(second));
    expect(openAttempt(pkg, '', keptIn(store, 'learner-2'), bytes(1)).kind).toBe('go');
    expect(openAttempt(pkg, '', keptIn(store, 'learner-1'), bytes(1)).kind).toBe('offer');
  });

  test('without any record begins an attempt of its own', () => {
    const opening = launch('');
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(`1.${pkg.hash.slice(0, 8)}.bbbbbbbbbbbb.1`);
  });
});
