/**
 * What the test for cmi5 saves as a learner's place. As in packages, each goes on from the one before: where no ETag says
 * what is written over, that is what tells a later place from another window's.
 */
import { PATH_LIMIT } from '../../../courses/model/path.ts';
import { LETTERS, type Place, type Step } from '../place.ts';

const ENDS: Readonly<Record<Step, string>> = {
  third: '~passed~closing~third',
  closing: '~passed~closing',
  passed: '~passed',
  first: '',
};

export function placeText({ nonce, step, isLong }: Place): string {
  const start = `test.${nonce}.first`;
  if (!isLong) return start + ENDS[step];
  const room = PATH_LIMIT - ENDS.third.length;
  return `${start}.${LETTERS.repeat(PATH_LIMIT / 20)}`.slice(0, room) + ENDS[step];
}

/** Undefined where it was not this test that saved it. */
export function readPlace(text: string): Place | undefined {
  const [, nonce, long] = /^test\.([a-z0-9]+)\.first(\.?)/.exec(text) ?? [];
  const step = (Object.keys(ENDS) as Step[]).find((one) => text.endsWith(ENDS[one]));
  return nonce === undefined || step === undefined ? undefined : { nonce, step, isLong: long === '.' };
}
