/** One line of the bench: what was measured, against what, and whether the budget holds. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same quantity of a bare version, taken in the same run; null where the budget is absolute. */
  readonly baseline: number | null;
  /** value / baseline. */
  readonly ratio: number | null;
  /** In words, such as "ratio >= 0.7". */
  readonly budget: string;
  readonly ok: boolean;
}

interface Taken {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
}

const round = (value: number): number => Number(value.toPrecision(4));

export function atMost(taken: Taken, limit: number): Measure {
  return absolute(taken, `value <= ${limit}`, taken.value <= limit);
}

export function atLeast(taken: Taken, limit: number): Measure {
  return absolute(taken, `value >= ${limit}`, taken.value >= limit);
}

function absolute({ name, unit, value }: Taken, budget: string, ok: boolean): Measure {
  return { name, value: round(value), unit, baseline: null, ratio: null, budget, ok };
}

export function ratioAtMost(taken: Taken, baseline: number, limit: number): Measure {
  return relative(taken, baseline, `ratio <= ${limit}`, taken.value / baseline <= limit);
}

export function ratioAtLeast(taken: Taken, baseline: number, limit: number): Measure {
  return relative(taken, baseline, `ratio >= ${limit}`, taken.value / baseline >= limit);
}

function relative({ name, unit, value }: Taken, baseline: number, budget: string, ok: boolean): Measure {
  return { name, value: round(value), unit, baseline: round(baseline), ratio: round(value / baseline), budget, ok };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

/** Median milliseconds of each of several pieces of work, taken in turn so that a busy machine slows all alike. */
export async function interleaved(rounds: number, work: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[][] = work.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, one] of work.entries()) {
      const from = performance.now();
      await one();
      times[index]?.push(performance.now() - from);
    }
  }
  return times.map(median);
}
