/** cmi5.js: what a package for cmi5 carries beside the player, and the player loads behind the title page. */
import { storeOf } from '../storage.ts';
import { watchGoing } from './going.ts';
import { type LaunchQuery, readQuery } from './launch.ts';
import { openCmi5 } from './open-cmi5.ts';

const NEEDED = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;

const isWhole = (query: Partial<LaunchQuery>): query is LaunchQuery => NEEDED.every((one) => query[one]);

// Before the player listens, so that it knows first that the page goes.
const going = watchGoing();

window.standpointCmi5 = async (reporting, seconds, log) => {
  const query = readQuery(location.search);
  if (!query) return undefined;
  const tab = storeOf(() => sessionStorage);
  const lms = isWhole(query) ? await openCmi5({ query, reporting, seconds, tab, going, log }) : undefined;
  return lms ?? 'refused';
};
