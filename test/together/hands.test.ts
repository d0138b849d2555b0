import { describe, expect, test } from 'vitest';
import { mostHands } from '../../public/together/hands.ts';

const hands = (counts: Record<string, number>) => mostHands(new Map(Object.entries(counts)));

describe('a room that votes by hand', () => {
  test('takes the choice with most hands', () => {
    expect(hands({ a: 2, b: 5, c: 1 })).toEqual({ chosen: ['b'] });
  });

  test('is asked to talk where two are level, and where nobody was counted', () => {
    expect(hands({ a: 3, b: 3, c: 1 })).toBeUndefined();
    expect(hands({ a: 0, b: 0 })).toBeUndefined();
  });
});
