/** A package as a list of files: what employers get zipped, and what this server plays, byte for byte. */
import { type Content, selectModules } from '../courses/model/content.ts';
import { packedFile, playerStyle, scriptNames } from './built-files.ts';
import { packagePage } from './package-page.ts';
import { type PackageSettings, settingsFile } from './package-settings.ts';

export interface PackageFile {
  /** Lower-case ASCII with forward slashes: it must work on every server an LMS runs on. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface PackageRequest {
  /** A published version, whole. */
  readonly content: Content;
  readonly hash: string;
  /** Ids of the modules that the package covers, in teaching order. */
  readonly modules: readonly string[];
  readonly settings: PackageSettings;
}

/**
 * The files of a package in a fixed order; `settings.js` is the only one that the settings change, and connected packages
 * and those for cmi5 have one more. Every name but that of the page, which LMSs launch, and of the settings, which the page
 * cannot foretell, stands for these very bytes.
 */
export function packageFiles({ content, hash, modules, settings }: PackageRequest): PackageFile[] {
  const { index, stamp } = writtenPages(content, hash, modules);
  return [
    { name: 'index.html', bytes: index },
    packedFile('player.js'),
    packedFile('reflect.js'),
    packedFile('atkinson.woff2'),
    { name: 'settings.js', bytes: Buffer.from(settingsFile(settings, stamp)) },
    ...(settings.connection ? [packedFile('connected.js')] : []),
    // Only LMSs that speak it need what speaks it.
    ...(settings.standard === 'cmi5' ? [packedFile('cmi5.js')] : []),
  ];
}

interface WrittenPages {
  /** The part of the published version that the modules need. */
  readonly part: Content;
  readonly index: Buffer;
  /** Of the page: see `packagePage`. */
  readonly stamp: string;
}

/** Sets of modules whose pages are kept, some 300 kB a module; a course of eight has 255 sets that could be asked for. */
const KEPT = 16;

/** As long as a published version is in use: every standard and this server's own play share the same pages. */
const written = new WeakMap<Content, Map<string, WrittenPages>>();

export function writtenPages(content: Content, hash: string, modules: readonly string[]): WrittenPages {
  const known = written.get(content) ?? new Map<string, WrittenPages>();
  written.set(content, known);
  const key = [hash, ...modules].join();
  const pages = known.get(key) ?? writePages(content, hash, modules);
  known.delete(key);
  known.set(key, pages);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return pages;
}

function writePages(content: Content, hash: string, modules: readonly string[]): WrittenPages {
  const part = selectModules(content, modules);
  const { text, stamp } = packagePage({ content: part, hash, modules, css: playerStyle(), scripts: scriptNames() });
  return { part, index: Buffer.from(text), stamp };
}
