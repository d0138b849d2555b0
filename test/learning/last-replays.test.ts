import { expect, it } from 'vitest';
import { replay } from '../../courses/model/replay.ts';
import { lastReplays } from '../../server/learning/last-replays.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';

const hash = hashOf(tinyContent);
const begun = (nonce: string) => replay(tinyContent, hash, `1.${hash.slice(0, 8)}.${nonce}.1`);

it('the last replay of a thousand attempts is kept, and that of the earliest is forgotten for one more', () => {
  const replays = lastReplays();
  for (let n = 0; n < 1000; n += 1) replays.keep(`attempt-${n}`, begun('k7f2q9x1ab'));
  const later = begun('aaaaaaaaaa');
  replays.keep('attempt-5', later);
  expect(replays.of('attempt-5')).toBe(later);
  expect(replays.of('attempt-0')).toBeDefined();
  replays.keep('one-more', later);
  expect(replays.of('attempt-0')).toBeUndefined();
  expect(replays.of('attempt-1')).toBeDefined();
  expect(replays.of('one-more')).toBe(later);
});
