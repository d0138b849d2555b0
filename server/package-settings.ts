/** What a package is told about the place it plays in: the one file that differs between our server and a zip. */
import type { Standard } from './package-standards.ts';

/** What is reported to an LMS, for the person who downloads the package to choose. */
export interface Reporting {
  /** What SCORM 1.2 is told at a pass: some LMSs count only one of them. */
  readonly passAs: 'passed' | 'completed';
  readonly score: boolean;
  /** Whether each decision is reported as an interaction. Employers see no answers unless they choose to. */
  readonly interactions: boolean;
}

/**
 * What a connected package knows of its server. Learners hold it, so nothing of it is secret from them: the claim token
 * lets a path be handed in, and opens nothing else.
 */
export interface Connection {
  /** Origin, without a slash at the end. */
  readonly server: string;
  /** As the learner is told whose LMS it is. */
  readonly employer: string;
  /** Absent where certificates cannot be claimed any more. */
  readonly claim?: string;
}

export interface PackageSettings extends Reporting {
  /** The API to look for first; the player takes whichever it finds. */
  readonly standard: Standard;
  /** Whether the page around it is our own host page. */
  readonly host: boolean;
  /** Only where the package is connected; a standalone one asks nobody for anything. */
  readonly connection?: Connection;
}

export const usualReporting: Reporting = { passAs: 'passed', score: true, interactions: false };

export const downloadSettings = (
  standard: Standard,
  reporting = usualReporting,
  connection?: Connection,
): PackageSettings => ({
  standard,
  host: false,
  ...reporting,
  ...(connection && { connection }),
});

export const hostSettings: PackageSettings = { ...downloadSettings('scorm12'), host: true };

/**
 * A classic script, so that it runs under `script-src 'self'` and needs no type that an old server lacks. Its name stays,
 * as the page is the same bytes everywhere and cannot know it by its hash: the player asks for it anew at each launch.
 * @param stamp of the page that it belongs to
 */
export const settingsFile = (settings: PackageSettings, stamp: string): string =>
  `window.standpointSettings = ${JSON.stringify({ ...settings, stamp })};\n`;
