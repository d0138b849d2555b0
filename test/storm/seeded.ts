/** Numbers that look random and are the same each time for the same seed. */
export interface Dice {
  /** From 0 to below `sides`. */
  roll(sides: number): number;
  chance(share: number): boolean;
  /** @throws Error where there is nothing to pick from */
  pick<T>(from: readonly T[]): T;
}

/** mulberry32: 32 bits of state, enough to tell a few million runs apart. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return {
    roll,
    chance: (share) => next() < share,
    pick: (from) => {
      const one = from[roll(from.length)];
      if (one === undefined) throw new Error('There is nothing to pick from.');
      return one;
    },
  };
}
