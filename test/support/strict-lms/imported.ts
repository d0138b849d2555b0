/** The tiny course, packaged and imported into a strict LMS. */
import type { Browser } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type Reporting, usualReporting } from '../../../server/packaging/settings.ts';
import type { Standard } from '../../../server/packaging/standards.ts';
import { zipPackage } from '../../../server/packaging/zip-package.ts';
import { hashOf, tinyContent } from '../tiny-course.ts';
import { unzip } from '../unzip.ts';
import { StrictLms } from './strict-lms.ts';

/** Closed as the test ends. */
export async function imported(
  browser: Browser,
  standard: Standard,
  reporting: Partial<Reporting> = {},
): Promise<StrictLms> {
  const request = { content: tinyContent, hash: hashOf(tinyContent), modules: ['security'], standard };
  const zip = await zipPackage({ ...request, reporting: { ...usualReporting, ...reporting } });
  const lms = await StrictLms.open(browser, unzip(zip));
  onTestFinished(() => lms.close());
  return lms;
}
