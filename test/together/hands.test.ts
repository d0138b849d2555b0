import { describe, expect, test } from 'vitest';
import { handsWords, mostHands } from '../../public/together/hands.ts';

const hands = (counts: Record<string, number>) => mostHands(new Map(Object.entries(counts)));

describe('a room that votes by hand', () => {
  test('takes the choice with most hands', () => {
    expect(hands({ a: 2, b: 5, c: 1 })).toEqual({ chosen: ['b'] });
  });

  test('is told how many took it', () => {
    expect(handsWords(new Map(Object.entries({ a: 2, b: 5, c: 0 })))).toBe(', with 5 of 7 hands');
    expect(handsWords(new Map(Object.entries({ a: 1 })))).toBe(', with 1 of 1 hand');
  });

  test('is asked to talk where two are level, and where nobody was counted', () => {
    expect(hands({ a: 3, b: 3, c: 1 })).toBeUndefined();
    expect(hands({ a: 0, b: 0 })).toBeUndefined();
  });
});
