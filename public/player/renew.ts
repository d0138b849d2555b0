/**
 * A browser may keep the page of an older package for months: LMSs call it immutable and give the update its address. Only
 * settings.js is asked for anew, so only it can tell.
 */
import { knownToPage } from './load-script.ts';

/**
 * Loads a newer page in place of this one where there is one, and then never settles. Only before a session begins, as an
 * LMS gives one page one session; and once, as an LMS may hand out the old page for ever: then its own scripts play it.
 * @param stamp of the page that the settings belong to
 */
export async function renewWhereOld(page: Document, stamp: string | undefined): Promise<void> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!stamp || knownToPage(page, 'stamp') === stamp || navigation?.type !== 'navigate') return;
  // Some browsers reload what they were told is immutable from what they keep, unless that is another by then.
  await fetch(location.href, { cache: 'no-cache' }).catch(() => undefined);
  await new Promise(() => location.reload());
}
