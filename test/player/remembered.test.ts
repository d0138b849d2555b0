/** What a tab remembers for a reload, where others may write as well: an LMS serves many packages from one host. */
import { expect, test } from 'vitest';
import { memoryOf } from '../../public/player/remembered.ts';
import { notesIn } from '../../public/self-test/notes.ts';
import { memoryStore } from '../support/memory-store.ts';

const NONCE = 'abcdefghijkl';
const BROKEN = ['', '{"view":', 'null', '7', '[]'];

test.each(BROKEN)('a module begins where another script wrote %j over what the tab remembered', (other) => {
  const store = memoryStore();
  store.set(`standpoint.tab.${NONCE}`, other);
  const memory = memoryOf(store, NONCE);
  expect([memory.view(''), memory.draft('a'), memory.arrived('a')]).toEqual([undefined, {}, 0]);
  memory.setDraft('a', { words: 'Mine' });
  expect(memoryOf(store, NONCE).draft('a')).toEqual({ words: 'Mine' });
});

test.each(BROKEN)('a test of an LMS runs where another script wrote %j over its notes', (other) => {
  const store = memoryStore();
  const notes = notesIn(store, 'A17');
  notes.write({ launches: 1, place: { nonce: 'a', step: 'first', isLong: false }, results: {} });
  store.set(store.keys()[0] ?? '', other);
  expect(notes.read()).toBeUndefined();
});

test('what a learner wrote for themselves goes from the tab when they say so, comes back, and takes nothing else with it', () => {
  const store = memoryStore();
  const memory = memoryOf(store, NONCE);
  memory.setDraft('1.nei.own.write', { words: 'Lock the door.' });
  memory.setDraft('1.nei.own.ask', { chosen: ['a'] });
  const back = memory.forgetWords();
  expect(store.get(store.keys()[0] ?? '')).not.toContain('Lock the door.');
  expect([memory.draft('1.nei.own.write'), memory.draft('1.nei.own.ask')]).toEqual([{}, { chosen: ['a'] }]);
  back();
  expect(memoryOf(store, NONCE).draft('1.nei.own.write')).toEqual({ words: 'Lock the door.' });
});
