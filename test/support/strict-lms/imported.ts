/** Packages imported into a strict LMS, and learners who take them there. */
import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type Reporting, usualReporting } from '../../../server/package-settings.ts';
import type { Standard } from '../../../server/package-standards.ts';
import { type ZipRequest, zipPackage } from '../../../server/packaging/zip-package.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../sitting.ts';
import { hashOf, tinyContent } from '../tiny-course.ts';
import { unzip } from '../unzip.ts';
import type { LaunchOptions, LmsRecord } from './record.ts';
import { StrictLms } from './strict-lms.ts';

interface Import extends Partial<Omit<ZipRequest, 'hash' | 'standard' | 'reporting'>> {
  readonly reporting?: Partial<Reporting>;
  /** The content security policy of the LMS, where it is not the strictest. */
  readonly csp?: string;
}

/** What an LMS sends that lets its content ask other hosts. */
export const OPEN_CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; connect-src *";
export const CLOSED_CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'";

/** The tiny course's module where nothing else is asked. Closed as the test ends. */
export async function imported(
  browser: Browser,
  standard: Standard,
  { content = tinyContent, modules = ['security'], reporting, csp, ...more }: Import = {},
): Promise<StrictLms> {
  const request = { content, hash: hashOf(content), modules, standard, ...more };
  return importZip(browser, await zipPackage({ ...request, reporting: { ...usualReporting, ...reporting } }), csp);
}

/** A zip from anywhere. Closed as the test ends. */
export async function importZip(browser: Browser, zip: Buffer, csp?: string): Promise<StrictLms> {
  const lms = await StrictLms.open(browser, unzip(zip), csp);
  onTestFinished(() => lms.close());
  return lms;
}

/** Both stories of the tiny course, taken well, with the package closed and launched again between them. */
export async function takeModule(lms: StrictLms, options: Partial<LaunchOptions> = {}): Promise<LmsRecord> {
  const frame = await lms.launch(options);
  await beginStory(frame, 'Joyce’s screenshot');
  await takeScreenshotStory(frame, 'well');
  await lms.leave();
  const again = await lms.launch(options);
  await press(again, 'Go on: The open door');
  await takeNeighbourStory(again);
  await lms.leave();
  return lms.record();
}

/**
 * For tests of what comes after a pass: the first learner takes the module, and those who come later find what the LMS
 * then held of that one, each with an attempt of their own.
 */
export function passedBefore(): (lms: StrictLms) => Promise<LmsRecord> {
  let first: LmsRecord | undefined;
  return async (lms) => {
    if (first) await lms.adopt(anotherAttempt(first));
    else first = await takeModule(lms);
    return lms.record();
  };
}

/** The same decisions under a nonce of their own: one certificate is issued for each. */
function anotherAttempt(record: LmsRecord): LmsRecord {
  const nonce = randomBytes(6).toString('hex');
  const path = record.values['cmi.suspend_data']?.replace(/(?<=^1\.[0-9a-f]{8}\.)[a-z0-9]{12}/, nonce) ?? '';
  return { ...record, values: { ...record.values, 'cmi.suspend_data': path } };
}
