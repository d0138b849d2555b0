/**
 * What reflect.js uses of the player. The build lets it take these from the player that is running, wherever it imports
 * them, so that no package carries them twice and both speak of the same Html.
 */
export { html, rendered } from '../../courses/blocks/html.ts';
export { blockView } from '../../courses/blocks/view.ts';
export { clauseName } from '../../courses/model/clause-name.ts';
export { isScored, serves } from '../../courses/model/judge.ts';
export { latestTake } from './attempt.ts';
export { digest } from './digest.ts';
export { readObject, storeOf } from './storage.ts';
export { mapView } from './views/map.ts';
export { ratingWord } from './views/rating.ts';
export { endingOf, sureButNot, trailOf } from './views/trail.ts';
