/**
 * A browser may keep the page of an older package for months: LMSs call it immutable and give the update its address. Only
 * settings.js is asked for anew, so only it can tell.
 */

/**
 * Whether a newer page is being loaded in place of this one. Only before a session begins, as an LMS gives one page one
 * session; and once, as an LMS may hand out the old page for ever: then its own scripts play it.
 * @param stamp of the page that the settings belong to
 */
export async function isRenewed(page: Document, stamp: string | undefined): Promise<boolean> {
  const own = page.getElementById('player')?.dataset.stamp;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!own || !stamp || own === stamp || !navigation || navigation.type === 'reload') return false;
  // Some browsers reload what they were told is immutable from what they keep, unless that is another by then.
  await fetch(location.href, { cache: 'reload' }).catch(() => undefined);
  location.reload();
  return true;
}
