/** What reflect.js is given: the tiny course, taken to its endings, without a browser. */
import { attemptOf, latestTake } from '../../public/player/attempt.ts';
import { mapView } from '../../public/player/views/map.ts';
import { ratingWord } from '../../public/player/views/rating.ts';
import { endingOf, sureButNot, trailOf } from '../../public/player/views/trail.ts';
import type { Kit } from '../../public/reflect/reflect.ts';
import { tinyPackage } from './tiny-course.ts';

/** Both stories: sure at first, and it did not serve; then well. */
export const SURE_AND_WRONG = '/scr.a:d!3.b:c.c:c/nei.a:b+c+a.b:4.c:w';

export function kitOf(takes: string, rest: Partial<Kit> = {}): Kit {
  const pkg = tinyPackage();
  const attempt = attemptOf(pkg, `1.${pkg.hash.slice(0, 8)}.abcdefghijkl.1${takes}`);
  return {
    pkg,
    attempt,
    site: undefined,
    now: new Date('2026-11-25T15:30:00Z'),
    words: () => '',
    views: { latestTake, trailOf, endingOf, sureButNot, ratingWord, drawMap: (...stops) => mapView(...stops).text },
    ...rest,
  };
}
