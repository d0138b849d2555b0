/**
 * The last replay of each attempt that was begun or taken up again of late. Nearly every commit is the path before it
 * and one decision more, and a replay that is given the one before walks that decision only. It is a help and never the
 * truth: what is stored is read at every commit, and a replay comes out the same whatever it is given.
 */
import type { Replayed } from '../../courses/model/replay.ts';

export interface LastReplays {
  readonly of: (attemptId: string) => Replayed | undefined;
  readonly keep: (attemptId: string, replayed: Replayed) => void;
}

/** Twice the learners who are at it in the busiest minute, with some 10 kB each. */
const MOST = 1000;

export function lastReplays(): LastReplays {
  const kept = new Map<string, Replayed>();
  return {
    of: (id) => kept.get(id),
    // Not moved to the end when it is used: a map grows a new table after as many removals as it holds entries, and an
    // old table, dead or not, holds all that it had and the next one, until V8's next full collection.
    keep: (id, replayed) => {
      kept.set(id, replayed);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
  };
}
