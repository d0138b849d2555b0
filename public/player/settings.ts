/** `settings.js`, the one file that differs between our server and a zip. It is fetched behind the title page. */
import type { Connected } from './connected/connected.ts';
import { loadScript } from './load-script.ts';
import { renewWhereOld } from './renew.ts';

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

/** As `server/package-settings.ts` writes it. */
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

/** A package without the file, or with one that cannot be fetched, plays by itself. Never settles where a newer page comes. */
export async function loadSettings(page: Document): Promise<Settings> {
  // A policy, a sandbox or an address that is no http may forbid to fetch: better old settings than none.
  await fetchNewest().catch(() => loadScript(page, 'settings'));
  const settings = { ...STANDALONE, ...window.standpointSettings };
  await renewWhereOld(page, settings.stamp);
  if (settings.connection) await loadScript(page, 'connected');
  return settings;
}

/** Never those of an older package that the browser keeps under the same name. It rejects where none can be fetched. */
const fetchNewest = (): Promise<void> =>
  fetch('settings.js', { cache: 'no-cache' })
    .then((answer) => answer.text())
    .then((text) => {
      window.standpointSettings = JSON.parse(String(/\{.*\}/.exec(text)));
    });
