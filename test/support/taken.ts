/** What reflect.js is given: the tiny course, taken to its endings, without a browser. */
import { attemptOf } from '../../public/player/attempt.ts';
import type { Kit } from '../../public/reflect/reflect.ts';
import { tinyPackage } from './tiny-course.ts';

/** Both stories: sure at first, and it did not serve; then well. */
export const SURE_AND_WRONG = '/scr.a:d!3.b:c.c:c/nei.a:b+c+a.b:4.c:w';

export function kitOf(takes: string, rest: Partial<Kit> = {}): Kit {
  const pkg = rest.pkg ?? tinyPackage();
  const attempt = attemptOf(pkg, `1.${pkg.hash.slice(0, 8)}.abcdefghijkl.1${takes}`);
  return {
    pkg,
    attempt,
    site: undefined,
    now: new Date('2026-11-25T15:30:00Z'),
    words: () => '',
    forgetWords: () => () => {},
    ...rest,
  };
}
