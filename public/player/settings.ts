/** `settings.js`, the one file that differs between our server and a zip. It is fetched behind the title page. */
import { loadScript } from './load-script.ts';

export interface Settings {
  readonly standard: 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'none';
  /** Whether the page around this one is ours. */
  readonly host: boolean;
  /** What SCORM 1.2 is told when the learner has passed. */
  readonly passAs: 'passed' | 'completed';
  readonly score: boolean;
  /** Whether single decisions are reported as interactions. */
  readonly interactions: boolean;
  /** Address of a site with the practice page, where there is one; reminders link to it. Nothing is asked of it. */
  readonly site?: string;
}

declare global {
  interface Window {
    standpointSettings?: Partial<Settings>;
  }
}

const STANDALONE: Settings = { standard: 'none', host: false, passAs: 'passed', score: true, interactions: false };

/** A package without the file, or with one that cannot be fetched, plays by itself. */
export async function loadSettings(page: Document): Promise<Settings> {
  await loadScript(page, 'settings.js');
  return { ...STANDALONE, ...window.standpointSettings };
}
