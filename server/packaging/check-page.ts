/** What a page, a style or a script loads by itself from another host. */
import { finding, type PackageFinding } from './finding.ts';
import type { PackageFile } from './package-files.ts';

const PAGE = /\.(html?|css|svg)$/i;

export const isPage = (name: string): boolean => PAGE.test(name);

/**
 * An address that a page loads by itself; links that a person follows are `<a href>`, and no matter here. No two parts of
 * it can take the same characters: in a page made to hurt, what is looked at twice is looked at for hours.
 */
const LOADED =
  /(?:\bsrc|<link\b[^<>]*\bhref|\bsrcset|\bdata)\s*=\s*(?:["']\s*)?(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//i;

/** A page is looked at in pieces, so that it is never in memory twice; what begins in one of them may end in the next. */
const PIECE = { length: 2 ** 16, overlap: 2 ** 10 };

export function checkPage({ name, bytes }: PackageFile): PackageFinding[] {
  if (!isPage(name)) return [];
  for (let at = 0; at < bytes.length; at += PIECE.length) {
    // Addresses are ASCII, so any reading that keeps ASCII finds them.
    const piece = bytes.toString('latin1', Math.max(0, at - PIECE.overlap), Math.min(at + PIECE.length, bytes.length));
    if (LOADED.test(piece)) return [finding('no-other-host', `${name} loads something from another host.`)];
  }
  return [];
}
