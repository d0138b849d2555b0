/** The formats that the storm goes over. A format is one entry: its name, and how an LMS of its kind is opened. */
import type { Browser } from 'playwright-core';
import type { Content } from '../../courses/model/content.ts';
import type { Standard } from '../../server/package-standards.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { hashOf } from '../support/tiny-course.ts';
import { type UnzippedFile, unzip } from '../support/unzip.ts';
import { cmi5Lms } from './cmi5.ts';
import type { Lms } from './lms.ts';
import { scormLms } from './scorm.ts';
import type { Dice } from './seeded.ts';

export interface Format {
  readonly name: Standard;
  /** The package is all of the page: there is no frame that could be loaded again or removed. */
  readonly fillsWindow?: true;
  open(browser: Browser, files: UnzippedFile[], dice: Dice): Promise<Lms>;
}

export const FORMATS: readonly Format[] = [
  {
    name: 'scorm12',
    open: async (browser, files, dice) => scormLms(await StrictLms.open(browser, files), '1.2', dice),
  },
  {
    name: 'scorm2004-3',
    open: async (browser, files, dice) => scormLms(await StrictLms.open(browser, files), '2004', dice),
  },
  {
    name: 'scorm2004-4',
    open: async (browser, files, dice) => scormLms(await StrictLms.open(browser, files), '2004', dice),
  },
  {
    name: 'cmi5',
    fillsWindow: true,
    open: async (browser, files, dice) => cmi5Lms(await StrictLrs.open(browser, files), dice),
  },
];

/** Under its own name: a name that stands for other bytes is no matter to an LMS that keeps nothing. */

const made = new Map<string, Promise<UnzippedFile[]>>();

/** A script to play instead of one of the package's own: how the player is broken on purpose. */
export interface Broken {
  readonly script: 'player' | 'cmi5';
  readonly text: string;
}

export async function packageOf(content: Content, standard: Standard, broken?: Broken): Promise<UnzippedFile[]> {
  const hash = hashOf(content);
  const key = `${standard} ${hash}`;
  const files = made.get(key) ?? zipPackage({ content, hash, modules: 'all', standard }).then(unzip);
  made.set(key, files);
  if (!broken) return files;
  const isBroken = (name: string): boolean => name.startsWith(broken.script) && name.endsWith('.js');
  return (await files).map((one) => (isBroken(one.name) ? { ...one, bytes: Buffer.from(broken.text) } : one));
}
