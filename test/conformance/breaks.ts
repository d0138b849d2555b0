/** Changes to an unzipped package, to break it with. */
import type { UnzippedFile } from '../support/unzip.ts';

type Files = readonly UnzippedFile[];
export type Break = (files: Files) => Files;

/** Another text for a part of a file. @throws Error where that part is not there, so that no break goes idle */
export const text =
  (name: string, from: string | RegExp, to: string): Break =>
  (files) => {
    const before = files.find((one) => one.name === name)?.bytes.toString('utf8') ?? '';
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} has no ${from}.`);
    return files.map((one) => (one.name === name ? { name, bytes: Buffer.from(after) } : one));
  };
/** A file under another name. */
export const renamed =
  (from: string, to: string): Break =>
  (files) =>
    files.map((one) => (one.name === from ? { ...one, name: to } : one));
/** One file less. */
export const without =
  (name: string): Break =>
  (files) =>
    files.filter((one) => one.name !== name);
/** An empty file more. */
export const also =
  (name: string): Break =>
  (files) => [...files, { name, bytes: Buffer.from('') }];
/** Several changes, one after the other. */
export const both =
  (...breaks: readonly Break[]): Break =>
  (files) =>
    breaks.reduce((now, one) => one(now), files);
