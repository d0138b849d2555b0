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
const IDS = ['tiny', 'security'];
const bytes = (value: number) => (into: Uint8Array<ArrayBuffer>) => into.fill(value);
const fresh = newAttempt(pkg, bytes(0));
const first = decide(pkg, fresh, 'scr', { decision: 'a', chosen: ['r'] });
const second = decide(pkg, first, 'scr', { decision: 'b', chosen: ['a', 'b'] });
const other = decide(pkg, fresh, 'scr', { decision: 'a', chosen: ['d'] });
const text = (attempt: typeof fresh): string => encodePath(attempt.replayed.path);

function launch(held: string, copy?: string) {
  const kept = keptIn(memoryStore(), 'learner-1', IDS);
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
    expect(opening).toMatchObject({ kind: 'go', save: true, notice: { version: 'updated' } });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
  });

  test('goes on at the first point that differs where the structure has changed, and names the story', () => {
    const opening = launch(`${text(second).replace(pkg.hash.slice(0, 8), '00000000')}.gone:x`);
    expect(opening).toMatchObject({ kind: 'go', save: true, notice: { version: { changed: 'scr' } } });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
  });

  describe('of an updated package', () => {
    const old = (attempt: typeof fresh) => text(attempt).replace(pkg.hash.slice(0, 8), '00000000');

    test.each([
      ['the old version', old(second)],
      ['this one', text(second)],
    ])('takes what this device kept of %s where it only knows more, and says both', (_, copy) => {
      const opening = launch(old(first), copy);
      expect(opening).toMatchObject({ kind: 'go', save: true, notice: { device: 'kept', version: 'updated' } });
      expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
    });

    test('follows the LMS where both went on differently, says so, and keeps the stale copy no longer', () => {
      const kept = keptIn(memoryStore(), 'learner-1', IDS);
      kept.write(old(second));
      const opening = openAttempt(pkg, old(other), kept, bytes(1));
      expect(opening).toMatchObject({ kind: 'go', save: true, notice: { device: 'diverged', version: 'updated' } });
      expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(other));
      expect(kept.all()).toEqual([]);
    });

    test('takes what this device kept of the old version where the LMS has the new one already', () => {
      const opening = launch(text(first), old(second));
      expect(opening).toMatchObject({ notice: { device: 'kept', version: 'updated' } });
      expect(launch(text(other), old(second))).toMatchObject({ notice: { device: 'diverged' }, save: false });
    });

    test('says that a story has changed where only the copy had come to that point', () => {
      const opening = launch(old(first), `${old(first)}.gone:x`);
      expect(opening).toMatchObject({ kind: 'go', notice: { version: { changed: 'scr' } } });
      expect(opening.kind === 'go' && opening.notice?.device).toBeUndefined();
    });

    test('goes on without a copy that cannot be read, and leaves it', () => {
      const store = memoryStore();
      keptIn(store, 'learner-1', IDS).write(old(first));
      for (const key of store.keys()) store.set(key, store.get(key)?.replace('a:r', 'a:!!') ?? '');
      const kept = keptIn(store, 'learner-1', IDS);
      expect(openAttempt(pkg, old(first), kept, bytes(1))).toMatchObject({ notice: { version: 'updated' } });
      expect(kept.all()).toHaveLength(1);
    });

    test('with an emptied record offers what this device kept of the old version', () => {
      const opening = launch('', old(second));
      expect(opening).toMatchObject({ kind: 'offer', notice: { device: 'kept', version: 'updated' } });
      expect(opening.kind === 'offer' && text(opening.mine)).toBe(text(second));
      expect(launch('', old(fresh)).kind).toBe('go');
    });
  });

  test('with an emptied record offers the longest of several copies, and none of another module', () => {
    const store = memoryStore();
    const [tiny, elsewhere] = [IDS, ['tiny', 'other']].map((one) => keptIn(store, 'learner-1', one));
    tiny?.write(text(first).replace('aaaaaaaaaaaa', 'cccccccccccc'));
    tiny?.write(text(second));
    const opening = tiny && openAttempt(pkg, '', tiny, bytes(1));
    expect(opening?.kind === 'offer' && text(opening.mine)).toBe(text(second));
    expect(elsewhere && openAttempt(pkg, '', elsewhere, bytes(1)).kind).toBe('go');
    // A module more in the next version takes nothing away.
    const more = keptIn(store, 'learner-1', [...IDS, 'second']);
    expect(openAttempt(pkg, '', more, bytes(1)).kind).toBe('offer');
  });

  test('with an emptied record offers what this device kept, and never takes it by itself', () => {
    expect(launch('', text(first)).kind).toBe('offer');
  });

  test('where both went on differently follows the LMS and says so', () => {
    const opening = launch(text(other), text(first));
    expect(opening).toMatchObject({ kind: 'go', save: false, notice: { device: 'diverged' } });
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(other));
  });

  test('takes the kept copy where it only knows more', () => {
    const opening = launch(text(first), text(second));
    expect(opening).toMatchObject({ kind: 'go', save: true, notice: { device: 'kept' } });
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
    const kept = keptIn(store, 'learner-1', IDS);
    kept.write(`${text(first)}.gone:x`);
    expect(openAttempt(pkg, text(first), kept, bytes(1))).toMatchObject({ kind: 'go', save: false });
    expect(store.keys()).toHaveLength(1);
  });

  test('that does not hear who learns opens the copy of its own attempt, and offers nobody another', () => {
    const store = memoryStore();
    keptIn(store, 'learner-1', IDS).write(text(second));
    expect(openAttempt(pkg, '', keptIn(store, '', IDS), bytes(1)).kind).toBe('go');
    const opening = openAttempt(pkg, text(first), keptIn(store, '', IDS), bytes(1));
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(text(second));
    // What it writes stays the learner's own, for a launch that knows them.
    keptIn(store, '', IDS).write(text(second));
    expect(openAttempt(pkg, '', keptIn(store, 'learner-2', IDS), bytes(1)).kind).toBe('go');
    expect(openAttempt(pkg, '', keptIn(store, 'learner-1', IDS), bytes(1)).kind).toBe('offer');
  });

  test('without any record begins an attempt of its own', () => {
    const opening = launch('');
    expect(opening.kind === 'go' && text(opening.attempt)).toBe(`1.${pkg.hash.slice(0, 8)}.bbbbbbbbbbbb.1`);
  });
});
