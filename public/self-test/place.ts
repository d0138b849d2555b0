/** What the test saves as a learner's place: as long as a place may be, of every character that one is made of. */
import { PATH_LIMIT } from '../../courses/model/path.ts';

/** How many launches are over once a step was saved; the second saves once more while it closes. */
const STEPS = { first: 1, passed: 2, closing: 2, third: 3 } as const;

export type Step = keyof typeof STEPS;

export interface Place {
  /** Tells this run of the test from others. */
  readonly nonce: string;
  readonly step: Step;
  /** Whether it fills all the room that there should be. */
  readonly isLong: boolean;
}

export const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789.:+!~/';

export function placeText({ nonce, step, isLong }: Place): string {
  const start = `test.${nonce}.${step}${isLong ? '+' : ''}/`;
  return isLong ? start + LETTERS.repeat(PATH_LIMIT / 20).slice(0, PATH_LIMIT - start.length) : start;
}

/** Undefined where it was not this test that saved it. */
export function readPlace(text: string): Place | undefined {
  const [, nonce = '', step = '', long] = /^test\.([a-z0-9]+)\.([a-z]+)(\+?)\//.exec(text) ?? [];
  return isStep(step) ? { nonce, step, isLong: long === '+' } : undefined;
}

const isStep = (text: string): text is Step => Object.hasOwn(STEPS, text);

export const launchesDone = ({ step }: Place): number => STEPS[step];

export type Comparison = 'same' | 'empty' | 'cut' | 'changed';

export function comparePlaces(sent: string, found: string): Comparison {
  if (found === sent) return 'same';
  if (found === '') return 'empty';
  return sent.startsWith(found) ? 'cut' : 'changed';
}
