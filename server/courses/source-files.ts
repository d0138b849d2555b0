/**
 * The files that a course was made from, byte for byte: what its published version keeps, so that an author can have them
 * back with their comments.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { GuidanceReading } from './guidance-files.ts';
import { MOST_BYTES, type YamlFile } from './yaml-file.ts';

export interface SourceFile {
  /** From the course's folder. The guidance document, which lies elsewhere, begins with `guidance/`. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** As the build hands it to the start, in JSON. */
export interface PackedFile {
  readonly name: string;
  /** In base64. */
  readonly gzip: string;
}

/** What the reading of a course has read. Nothing is read again: an author may be saving at that moment. */
export function sourceOf(yaml: readonly YamlFile[], guidance: GuidanceReading | undefined): SourceFile[] {
  const files = yaml.map(({ file, bytes }) => ({ name: path.basename(file), bytes }));
  const all = guidance
    ? [...files, { name: `guidance/${path.basename(guidance.file)}`, bytes: guidance.bytes }]
    : files;
  return all.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []));
}

/** With the Markdown of the course's folder, and the YAML that it does not list (yet): an author's work as well. */
export function withNotes(folder: string, source: readonly SourceFile[]): SourceFile[] {
  const read = new Set(source.map((one) => one.name));
  const notes = readdirSync(folder).filter((name) => /^[^.].*\.(md|yaml)$/.test(name) && !read.has(name));
  return [...source, ...notes.flatMap((name) => noteIn(folder, name))];
}

function noteIn(folder: string, name: string): SourceFile[] {
  const file = path.join(folder, name);
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= MOST_BYTES ? [{ name, bytes: readFileSync(file) }] : [];
}

export function pack(source: readonly SourceFile[]): PackedFile[] {
  return source.map(({ name, bytes }) => ({ name, gzip: gzipSync(bytes).toString('base64') }));
}
