import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../courses/model/compare.ts';
import { createOutbox, pause, type SaveState } from '../../public/host/outbox.ts';
import type { Answer } from '../../public/host/send.ts';
import { slotOf } from '../../public/host/slot.ts';
import { nameOf } from '../conformance/requirements.ts';
import { memoryStorage, refusingStorage } from '../support/storage.ts';

const KEPT: Answer = { kind: 'kept', passed: false };
const LATER: Answer = { kind: 'later' };

/** Longer is further along; a different beginning is another way. */
const compare = (stored: string, incoming: string): Comparison => {
  if (stored === incoming) return 'same';
  if (incoming.startsWith(stored)) return 'ahead';
  return stored.startsWith(incoming) ? 'behind' : 'diverged';
};

/** A host page's outbox with a network that answers when told to, and a clock that moves when told to. */
function page(storage: () => Storage, stored = 'p') {
  const sent: { path: string; instead: string | undefined; answer: (answer: Answer) => Promise<void> }[] = [];
  const states: SaveState['kind'][] = [];
  let timer: (() => void) | undefined;
  const outbox = createOutbox({
    stored,
    passed: false,
    slot: slotOf('attempt', storage),
    send: (path, instead) =>
      new Promise((resolve) => {
        const answer = async (given: Answer): Promise<void> => {
          resolve(given);
          await new Promise((done) => setImmediate(done));
        };
        sent.push({ path, instead, answer });
      }),
    compare,
    changed: (state) => states.push(state.kind),
    later: (work) => {
      timer = work;
      return () => {
        timer = undefined;
      };
    },
    random: () => 0.5,
  });
  return {
    outbox,
    sent,
    states,
    slot: slotOf('attempt', storage),
    /** What the last request is answered with. */
    answer: async (answer: Answer): Promise<void> => sent.at(-1)?.answer(answer),
    waits: () => timer !== undefined,
    timePasses: () => timer?.(),
  };
}

describe('a commit', () => {
  it('is refused to the package where the browser keeps nothing, but sent all the same', async () => {
    const { outbox, sent, answer } = page(refusingStorage);
    expect(outbox.commit('pa')).toBe(false);
    expect(outbox.wouldLose()).toBe(true);
    expect(sent.map((one) => one.path)).toEqual(['pa']);
    await answer(KEPT);
    expect(outbox.state().kind).toBe('saved');
    expect(outbox.wouldLose()).toBe(false);
  });

  it('is in the slot before the package hears "true", and leaves it when the server has it', async () => {
    const { outbox, slot, answer } = page(memoryStorage());
    expect(outbox.commit('pa')).toBe(true);
    expect(slot.read()).toBe('pa');
    expect(outbox.state().kind).toBe('saving');
    await answer(KEPT);
    expect(slot.read()).toBeUndefined();
    expect(outbox.state()).toEqual({ kind: 'saved', passed: false });
  });

  it('of what is saved already is neither sent nor stored again', async () => {
    const { outbox, sent, answer, slot } = page(memoryStorage());
    outbox.commit('pa');
    await answer(KEPT);
    expect(outbox.commit('pa')).toBe(true);
    expect(slot.read()).toBeUndefined();
    expect(sent).toHaveLength(1);
  });

  it('made while an earlier one is on its way is not hidden by the earlier answer', async () => {
    const { outbox, sent, slot } = page(memoryStorage());
    outbox.commit('pa');
    outbox.commit('pab');
    await sent[0]?.answer(KEPT);
    expect(outbox.state().kind).toBe('saving');
    expect(slot.read()).toBe('pab');
    await sent[1]?.answer(KEPT);
    expect(outbox.state().kind).toBe('saved');
    expect(slot.read()).toBeUndefined();
  });

  it('stays saved when the answer to an earlier one arrives last, whatever it says', async () => {
    const { outbox, sent, waits } = page(memoryStorage());
    outbox.commit('pa');
    outbox.commit('pab');
    await sent[1]?.answer(KEPT);
    await sent[0]?.answer(LATER);
    expect(outbox.state().kind).toBe('saved');
    expect(outbox.wouldLose()).toBe(false);
    expect(waits()).toBe(false);
  });
});

describe('an unanswered commit', () => {
  it('says "Not saved yet" and is sent again, without end, with pauses up to a minute', async () => {
    const { outbox, sent, answer, timePasses } = page(memoryStorage());
    outbox.commit('pa');
    for (let tries = 1; tries <= 50; tries += 1) {
      await answer(LATER);
      expect(outbox.state().kind).toBe('waiting');
      timePasses();
      expect(sent).toHaveLength(tries + 1);
    }
    expect(sent.every((one) => one.path === 'pa')).toBe(true);
    expect(pause(0, 0)).toBe(500);
    expect(pause(3, 1)).toBe(8000);
    expect(pause(50, 1)).toBe(60_000);
  });

  it('is sent at once when the network or the learner comes back', async () => {
    const { outbox, sent, answer } = page(memoryStorage());
    outbox.commit('pa');
    await answer(LATER);
    outbox.wake();
    expect(sent).toHaveLength(2);
    outbox.wake();
    expect(sent).toHaveLength(2);
  });

  it('is followed by the next decision, which carries both', async () => {
    const { outbox, sent, answer, waits } = page(memoryStorage());
    outbox.commit('pa');
    await answer(LATER);
    outbox.commit('pab');
    expect(sent.at(-1)?.path).toBe('pab');
    expect(waits()).toBe(false);
    await answer(KEPT);
    expect(outbox.state().kind).toBe('saved');
  });

  it(nameOf('quirk.host-own-queue'), async () => {
    const storage = memoryStorage();
    const before = page(storage);
    before.outbox.commit('pa');
    const after = page(storage);
    expect(after.slot.read()).toBe('pa');
    expect(after.outbox.commit('pa')).toBe(true);
    expect(after.sent.map((one) => one.path)).toEqual(['pa']);
    await after.answer(KEPT);
    expect(after.slot.read()).toBeUndefined();
  });

  it('of a signed-out learner stays here, and is sent once they are back', async () => {
    const { outbox, slot, answer, sent } = page(memoryStorage());
    outbox.commit('pa');
    await answer({ kind: 'signed-out' });
    expect(outbox.state().kind).toBe('signed-out');
    expect(slot.read()).toBe('pa');
    outbox.wake();
    expect(sent).toHaveLength(2);
    await answer(KEPT);
    expect(outbox.state().kind).toBe('saved');
  });
});

describe('a refused commit', () => {
  it('is not sent again, is kept here, and is told in words', async () => {
    const { outbox, slot, answer, sent, waits } = page(memoryStorage());
    outbox.commit('pa');
    await answer({ kind: 'refused', title: 'These do not fit', text: 'They are still here.' });
    expect(outbox.state()).toEqual({
      kind: 'refused',
      title: 'These do not fit',
      text: 'They are still here.',
      mine: 'pa',
    });
    outbox.wake();
    expect(outbox.commit('pab')).toBe(true);
    expect(sent).toHaveLength(1);
    expect(waits()).toBe(false);
    expect(slot.read()).toBe('pab');
    expect(outbox.state(), 'the copy to take away is whole').toMatchObject({ kind: 'refused', mine: 'pab' });
  });
});

describe('what an earlier visit left in the slot', () => {
  it('is sent as soon as the page is there, and is not called saved before the server has it', async () => {
    const storage = memoryStorage();
    slotOf('attempt', storage).write('pa');
    const { outbox, sent, slot, answer } = page(storage);
    expect(outbox.begin()).toBe('pa');
    expect(sent.map((one) => one.path)).toEqual(['pa']);
    expect(outbox.state().kind).toBe('saving');
    await answer(LATER);
    expect(outbox.state().kind).toBe('waiting');
    expect(outbox.wouldLose()).toBe(false);
    outbox.wake();
    await answer(KEPT);
    expect(outbox.state().kind).toBe('saved');
    expect(slot.read()).toBeUndefined();
  });

  it('is forgotten where it is no news: the page goes on from what the server held', async () => {
    const storage = memoryStorage();
    slotOf('attempt', storage).write('p');
    const { outbox, sent, slot, answer } = page(storage, 'pa');
    outbox.begin();
    outbox.forget();
    await answer({ kind: 'refused', title: 'These do not fit', text: '' });
    expect(outbox.state()).toEqual({ kind: 'saved', passed: false });
    expect(outbox.commit('pa')).toBe(true);
    expect(sent).toHaveLength(1);
    expect(slot.read()).toBe('p');
  });

  it('is nothing where the server holds the very same', () => {
    const storage = memoryStorage();
    slotOf('attempt', storage).write('p');
    const { outbox, sent, slot } = page(storage);
    expect(outbox.begin()).toBeUndefined();
    expect(sent).toEqual([]);
    expect(slot.read()).toBeUndefined();
  });
});

describe('two ways of one attempt', () => {
  it('wait for the learner, and keep what is decided meanwhile', async () => {
    const { outbox, slot, answer, sent } = page(memoryStorage());
    outbox.commit('pa');
    await answer({ kind: 'diverged', stored: 'px' });
    expect(outbox.state()).toEqual({ kind: 'diverged', stored: 'px', mine: 'pa' });
    outbox.commit('pab');
    outbox.wake();
    expect(sent).toHaveLength(1);
    expect(slot.read()).toBe('pab');
    outbox.keepMine();
    expect(sent.at(-1)).toMatchObject({ path: 'pab', instead: 'px' });
    await answer(KEPT);
    expect(outbox.state().kind).toBe('saved');
  });

  it('end with the stored one where the learner keeps it, whatever the closing package still commits', async () => {
    const storage = memoryStorage();
    const { outbox, slot, answer, sent } = page(storage);
    outbox.commit('pa');
    await answer({ kind: 'diverged', stored: 'px' });
    outbox.keepStored();
    expect(outbox.commit('pa')).toBe(true);
    expect(slot.read()).toBeUndefined();
    expect(sent).toHaveLength(1);
    expect(storage().getItem('standpoint.set-aside.attempt')).toBe('pa');
  });

  it('are asked about again where the server went on meanwhile', async () => {
    const { outbox, answer } = page(memoryStorage());
    outbox.commit('pa');
    await answer({ kind: 'diverged', stored: 'px' });
    outbox.keepMine();
    await answer({ kind: 'diverged', stored: 'pxy' });
    expect(outbox.state()).toMatchObject({ kind: 'diverged', stored: 'pxy' });
  });
});

describe('two tabs of one attempt', () => {
  it('never put the slot back: a tab that is behind leaves what the other wrote', () => {
    const storage = memoryStorage();
    const [one, other] = [page(storage), page(storage)];
    one.outbox.commit('pab');
    expect(other.outbox.commit('pa')).toBe(true);
    expect(other.slot.read()).toBe('pab');
    expect(other.sent).toEqual([]);
  });

  it('go on from one another where one is simply further', () => {
    const storage = memoryStorage();
    const [one, other] = [page(storage), page(storage)];
    one.outbox.commit('pa');
    expect(other.outbox.commit('pab')).toBe(true);
    expect(other.slot.read()).toBe('pab');
  });

  it('that go different ways ask, and do not write over one another', async () => {
    const storage = memoryStorage();
    const [one, other] = [page(storage), page(storage)];
    one.outbox.commit('pa');
    expect(other.outbox.commit('px')).toBe(false);
    expect(other.slot.read()).toBe('pa');
    expect(other.outbox.state()).toEqual({ kind: 'diverged', stored: 'pa', mine: 'px' });
    expect(other.outbox.wouldLose(), 'the tab is not closed without a warning').toBe(true);
    expect(storage().getItem('standpoint.set-aside.attempt'), 'nor is its way lost if it is').toBe('px');
    other.outbox.keepMine();
    expect(other.slot.read()).toBe('px');
    expect(other.sent.at(-1)).toMatchObject({ path: 'px', instead: 'pa' });
    const aside = storage().getItem('standpoint.set-aside.attempt');
    expect(aside).toBe('px\npa');
    expect(other.outbox.wouldLose()).toBe(false);
  });

  it('lose nothing where the other has gone on from what this one holds', async () => {
    const storage = memoryStorage();
    const [one, other] = [page(storage), page(storage)];
    one.outbox.commit('pa');
    other.outbox.commit('pab');
    await one.answer(LATER);
    expect(one.outbox.wouldLose()).toBe(false);
  });
});

it('a way that is set aside again and again as it grows stands there once, whole', () => {
  const storage = memoryStorage();
  const slot = slotOf('attempt', storage);
  for (const path of ['1.h.n.1/s.a:x', '1.h.n.1/s.a:xy', '1.h.n.1/s.a:x.b:y', '1.h.n.1/s.a:x.b:y']) slot.setAside(path);
  expect(storage().getItem('standpoint.set-aside.attempt')).toBe('1.h.n.1/s.a:xy\n1.h.n.1/s.a:x.b:y');
});
