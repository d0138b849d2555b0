/** A package as a list of files: what employers get zipped, and what this server plays, byte for byte. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Content, selectModules } from '../../courses/model/content.ts';
import { root } from '../root.ts';
import { packagePage, transcriptPage } from './page.ts';
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

/** The files of a package in a fixed order; `settings.js` is the only one that the settings change. */
export function packageFiles({ content, hash, modules, settings }: PackageRequest): PackageFile[] {
  const page = { content: selectModules(content, modules), hash, modules, css: built('player.css').toString('utf8') };
  return [
    { name: 'index.html', bytes: Buffer.from(packagePage(page)) },
    { name: 'transcript.html', bytes: Buffer.from(transcriptPage(page)) },
    { name: 'player.js', bytes: built('player.js') },
    { name: 'atkinson.woff2', bytes: built('atkinson.woff2') },
    { name: 'settings.js', bytes: Buffer.from(settingsFile(settings)) },
  ];
}

const read = new Map<string, Buffer>();

/** A file of the built player, read once. */
function built(name: string): Buffer {
  const known = read.get(name);
  if (known) return known;
  const bytes = readFileSync(path.join(root, 'dist/player', name));
  read.set(name, bytes);
  return bytes;
}
