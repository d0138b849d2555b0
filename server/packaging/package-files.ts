/** A package as a list of files: what employers get zipped, and what this server plays, byte for byte. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Content, selectModules } from '../../courses/model/content.ts';
import { root } from '../root.ts';
import { packagePage } from './page.ts';
import { type PackageSettings, settingsFile } from './settings.ts';

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
 * and those for cmi5 have one more.
 */
export function packageFiles({ content, hash, modules, settings }: PackageRequest): PackageFile[] {
  const { index } = writtenPages(content, hash, modules);
  return [
    { name: 'index.html', bytes: index },
    { name: 'player.js', bytes: builtFile('player.js') },
    { name: 'reflect.js', bytes: builtFile('reflect.js') },
    { name: 'atkinson.woff2', bytes: builtFile('atkinson.woff2') },
    { name: 'settings.js', bytes: Buffer.from(settingsFile(settings)) },
    ...(settings.connection ? [{ name: 'connected.js', bytes: builtFile('connected.js') }] : []),
    // Only LMSs that speak it need what speaks it.
    ...(settings.standard === 'cmi5' ? [{ name: 'cmi5.js', bytes: builtFile('cmi5.js') }] : []),
  ];
}

interface WrittenPages {
  /** The part of the published version that the modules need. */
  readonly part: Content;
  readonly index: Buffer;
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
  const page = { content: part, hash, modules, css: builtFile('player.css').toString('utf8') };
  return { part, index: Buffer.from(packagePage(page)) };
}

const read = new Map<string, Buffer>();

/** A file of the built player, read once. */
export function builtFile(name: string): Buffer {
  const known = read.get(name);
  if (known) return known;
  const bytes = readFileSync(path.join(root, 'dist/player', name));
  read.set(name, bytes);
  return bytes;
}
