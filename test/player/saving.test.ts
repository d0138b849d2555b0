import { describe, expect, test } from 'vitest';
import { type Attempt, decide, newAttempt } from '../../public/player/attempt.ts';
import { keptIn } from '../../public/player/kept.ts';
import type { Lms, Report, Taken } from '../../public/player/lms/lms.ts';
import { createSaving, type SaveState } from '../../public/player/saving.ts';
import { nameOf } from '../conformance/requirements.ts';
import { memoryStore } from '../support/memory-store.ts';
import { tinyPackage } from '../support/tiny-course.ts';

const pkg = tinyPackage();
const IDS = ['tiny', 'security'];
const zeros = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => bytes.fill(0);
const fresh = newAttempt(pkg, zeros);
const decided = decide(pkg, fresh, 'scr', { decision: 'a', chosen: ['r'] });
const nonce = 'a'.repeat(12);

/** An LMS that takes or refuses, and a clock that is wound by hand. */
function sitting({ mode = 'normal' as Lms['mode'], full = false, slow = false } = {}) {
  const answers: ((taken: Taken) => void)[] = [];
  const reports: Report[] = [];
  const states: SaveState[] = [];
  const due: { work: () => void; milliseconds: number; cancelled: boolean }[] = [];
  const lms = { takes: true as Taken, online: true, ended: 0 };
  let copy: string | undefined;
  const kept = keptIn(memoryStore({ full }), 'learner-1', IDS);
  const saving = createSaving({
    lms: {
      kind: 'lms',
      refused: false,
      path: '',
      mode,
      learner: 'learner-1',
      save: (report) => {
        reports.push(report);
        copy = kept.read(nonce);
        return slow ? new Promise<Taken>((resolve) => answers.push(resolve)) : lms.takes;
      },
      answered: () => {},
      receipt: () => undefined,
      end: () => {
        lms.ended += 1;
        return undefined;
      },
    },
    kept,
    online: () => lms.online,
    changed: (state) => states.push(state),
    later: (work, milliseconds) => {
      const one = { work, milliseconds, cancelled: false };
      due.push(one);
      return () => {
        one.cancelled = true;
      };
    },
  });
  /** Runs what was planned last, and says after how long it would have been. */
  const wind = (): number => {
    const one = due.findLast(({ cancelled }) => !cancelled);
    if (!one) throw new Error('Nothing is planned.');
    one.cancelled = true;
    one.work();
    return one.milliseconds;
  };
  return { saving, lms, kept, reports, states, due, wind, answers, duringSave: () => copy };
}

describe('a learner’s decisions', () => {
  test('are not called saved while an LMS refuses them, and wait on this device', () => {
    const { saving, lms, kept, wind } = sitting();
    lms.takes = false;
    saving.save(decided);
    expect(saving.state()).toBe('saving');
    wind();
    expect(saving.state()).toBe('unsaved');
    expect(kept.read(nonce)).toMatch(/\/scr\.a:r$/);
  });

  test('are offered again, later and later, until they are taken', () => {
    const { saving, lms, wind, due } = sitting();
    lms.takes = false;
    saving.save(decided);
    expect([wind(), wind(), wind(), wind(), wind(), wind(), wind(), wind()]).toEqual([
      0, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
    lms.takes = true;
    wind();
    expect(saving.state()).toBe('saved');
    expect(due.some(({ cancelled }) => !cancelled)).toBe(false);
  });

  test('are not given to an LMS while the browser is offline, which would say that it has them and forget them', () => {
    const { saving, lms, reports, wind, kept } = sitting();
    lms.online = false;
    saving.save(decided);
    wind();
    expect(saving.state()).toBe('unsaved');
    expect(reports).toEqual([]);
    expect(kept.read(nonce)).toMatch(/\/scr\.a:r$/);
  });

  test('are given to an LMS all the same where the page is about to go, and are not called saved', () => {
    const { saving, lms, reports } = sitting();
    lms.online = false;
    saving.save(decided);
    saving.end();
    expect(reports.length).toBeGreaterThan(0);
    expect(saving.state()).toBe('unsaved');
  });

  test('stay on this device after an LMS has refused them once, until the next launch sees that it has them', () => {
    const { saving, lms, kept, wind } = sitting();
    lms.takes = false;
    saving.save(decided);
    wind();
    lms.takes = true;
    wind();
    expect(saving.state()).toBe('saved');
    expect(kept.read(nonce)).toMatch(/\/scr\.a:r$/);
  });

  test('are on this device before an LMS is asked, so that another window hears of them', () => {
    const { saving, wind, duringSave } = sitting();
    saving.save(decided);
    wind();
    expect(duringSave()).toMatch(/\/scr\.a:r$/);
  });

  test('leave no copy on this device where an LMS takes them at once', () => {
    const { saving, kept, wind } = sitting();
    saving.save(decided);
    wind();
    expect(saving.state()).toBe('saved');
    expect(kept.read(nonce)).toBeUndefined();
  });

  test('are called saved without a pass that the LMS does not show, which is said to it again', () => {
    const { saving, lms, kept, wind } = sitting();
    lms.takes = 'without-pass';
    saving.save(decided);
    wind();
    expect(saving.state()).toBe('without-pass');
    expect(kept.read(nonce)).toBeUndefined();
    lms.takes = true;
    expect(wind()).toBe(2000);
    expect(saving.state()).toBe('saved');
  });

  test('are said to be lost from here where the browser keeps nothing either', () => {
    const { saving, lms, wind } = sitting({ full: true });
    lms.takes = false;
    saving.save(decided);
    wind();
    expect(saving.state()).toBe('lost-here');
  });

  test('are written in no way in review', () => {
    const { saving, reports, due, lms } = sitting({ mode: 'review' });
    saving.open(fresh, true);
    saving.save(decided);
    saving.again();
    saving.end();
    expect(reports).toEqual([]);
    expect(due).toEqual([]);
    expect(saving.state()).toBe('nothing-recorded');
    expect(lms.ended).toBe(1);
  });

  test('are saved before the session ends, once, and never after', () => {
    const { saving, reports, lms } = sitting();
    saving.save(decided);
    saving.end();
    saving.end();
    saving.save(fresh);
    expect(reports.map(({ path }) => path.endsWith('/scr.a:r'))).toEqual([true]);
    expect(lms.ended).toBe(1);
  });

  test(nameOf('quirk.commit-fails-at-unload'), () => {
    const { saving, reports, lms, kept } = sitting();
    lms.takes = false;
    saving.save(decided);
    saving.end();
    expect(reports).toHaveLength(3);
    expect(lms.ended).toBe(1);
    expect(kept.read(nonce)).toMatch(/\/scr\.a:r$/);
  });
});

describe('decisions that an LMS answers later', () => {
  test('are kept on this device until it does', async () => {
    const { saving, kept, wind, answers } = sitting({ slow: true });
    saving.save(decided);
    wind();
    expect(saving.state()).toBe('saving');
    expect(kept.read(nonce)).toMatch(/\/scr\.a:r$/);
    answers[0]?.(true);
    await expect.poll(() => saving.state()).toBe('saved');
    expect(kept.read(nonce)).toBeUndefined();
  });

  test('are offered again where it refuses', async () => {
    const { saving, kept, wind, answers, due } = sitting({ slow: true });
    saving.save(decided);
    wind();
    answers[0]?.(false);
    await expect.poll(() => saving.state()).toBe('unsaved');
    expect(kept.read(nonce)).toMatch(/\/scr\.a:r$/);
    expect(due.at(-1)).toMatchObject({ milliseconds: 2000, cancelled: false });
  });

  test('are not called saved by the answer to an earlier one', async () => {
    const { saving, kept, wind, answers } = sitting({ slow: true });
    saving.save(fresh);
    wind();
    saving.save(decided);
    wind();
    answers[0]?.(true);
    await Promise.resolve();
    expect(saving.state()).toBe('saving');
    expect(kept.read(nonce)).toMatch(/\/scr\.a:r$/);
    answers[1]?.(true);
    await expect.poll(() => saving.state()).toBe('saved');
  });
});

test('people whom their LMS does not name are not offered one another’s copies', () => {
  const store = memoryStore();
  keptIn(store, '', IDS).write(`1.${pkg.hash.slice(0, 8)}.${nonce}.1`);
  expect(keptIn(store, '', IDS).all()).toEqual([]);
});

test('one learner’s copy is never another’s on a shared computer', () => {
  const store = memoryStore();
  const path = (attempt: Attempt): string => `1.${attempt.replayed.path.hash8}.${nonce}.1`;
  keptIn(store, 'learner-1', IDS).write(path(fresh));
  expect(keptIn(store, 'learner-2', IDS).read(nonce)).toBeUndefined();
  expect(keptIn(store, 'learner-2', IDS).all()).toEqual([]);
  keptIn(store, 'learner-2', IDS).clear(nonce);
  expect(keptIn(store, 'learner-1', IDS).all()).toEqual([path(fresh)]);
});
