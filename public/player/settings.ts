/** `settings.js`, the one file that differs between our server and a zip. It is fetched behind the title page. */
import type { Connected } from './connected/connected.ts';
import { loadScript } from './load-script.ts';
import { isRenewed } from './renew.ts';

export interface Settings {
  readonly standard: 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'cmi5' | 'none';
  /** Whether the page around this one is ours. */
  readonly host: boolean;
  /** What SCORM 1.2 is told when the learner has passed. */
  readonly passAs: 'passed' | 'completed';
  readonly score: boolean;
  /** Whether single decisions are reported as interactions. */
  readonly interactions: boolean;
  /** Set where the package is connected to a Standpoint server: `connected.js` beside it knows what to do with it. */
  readonly connection?: Connection;
  /** Of the page that they were written with. */
  readonly stamp?: string;
}

/** As `server/packaging/settings.ts` writes it. */
export interface Connection {
  readonly server: string;
  readonly employer: string;
  readonly claim?: string;
}

declare global {
  interface Window {
    standpointSettings?: Partial<Settings>;
    /** What `connected.js` leaves here for the player. */
    standpointConnected?: Connected;
  }
}

const STANDALONE: Settings = { standard: 'none', host: false, passAs: 'passed', score: true, interactions: false };

/** A package without the file, or with one that cannot be fetched, plays by itself. Undefined: a newer page comes. */
export async function loadSettings(page: Document): Promise<Settings | undefined> {
  if (!(await fetchNewest())) await loadScript(page, 'settings');
  const settings = { ...STANDALONE, ...window.standpointSettings };
  if (await isRenewed(page, settings.stamp)) return undefined;
  if (settings.connection) await loadScript(page, 'connected');
  return settings;
}

/**
 * Never those of an older package that the browser keeps under the same name. False where a policy, a sandbox or an
 * address that is no http forbids to fetch: better old settings than none.
 */
async function fetchNewest(): Promise<boolean> {
  try {
    const answer = await fetch('settings.js', { cache: 'no-cache' });
    const text = await answer.text();
    window.standpointSettings = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    return answer.ok;
  } catch {
    return false;
  }
}
