/** What the player hands over, as the parts of reflect.js ask for it. */
import type { Having } from '../player/reflecting.ts';
import type { Kit } from './reflect.ts';

export function kitOf({ memory, ...having }: Having, now: Date): Kit {
  const words = (scenario: string, scene: string): string => {
    // Written in this run or an earlier one: the latest stands.
    for (let { run } = having.attempt.replayed.path; run > 0; run -= 1) {
      const { words: written } = memory.draft([run, scenario, 'own', scene].join('.'));
      if (written) return written;
    }
    return '';
  };
  return { ...having, now, words, forgetWords: memory.forgetWords };
}
