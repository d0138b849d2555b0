/** `settings.js`, the one file that differs between our server and a zip. It is fetched behind the title page. */
import type { Connected } from './connected/connected.ts';
import { loadScript } from './load-script.ts';

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

/** A package without the file, or with one that cannot be fetched, plays by itself. */
export async function loadSettings(page: Document): Promise<Settings> {
  await loadScript(page, 'settings.js');
  const settings = { ...STANDALONE, ...window.standpointSettings };
  if (settings.connection) await loadScript(page, 'connected.js');
  return settings;
}
