/** What a page, a style or a script loads by itself from another host. */

import type { PackageFile } from '../package-files.ts';
import { finding, type PackageFinding } from './finding.ts';

const PAGE = /\.(html?|css|svg|m?js)$/i;
const SCRIPT = /\.m?js$/i;

export const isPage = (name: string): boolean => PAGE.test(name);

/**
 * An address that a page loads by itself; links that a person follows are `<a href>`, and no matter here. No two parts of
 * it can take the same characters: in a page made to hurt, what is looked at twice is looked at for hours.
 */
const LOADED =
  /(?:\bsrc|<link\b[^<>]*\bhref|\bsrcset|\bdata)\s*=\s*(?:["']\s*)?(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//i;

/**
 * An address that stands where a script loads something by it. Addresses elsewhere in scripts are namespaces, licences and
 * links, and what is put together only at run time no reading finds.
 */
const FETCHED =
  /(?:\b(?:fetch|import|importScripts|sendBeacon|getScript|getJSON|Worker|WebSocket|EventSource|Request)\s*\(|\.open\s*\(\s*["'][a-z]+["']\s*,|\.src\s*=|\bfrom\b|\bimport\b)\s*["'`](?:https?:|wss?:)?\/\/[a-z0-9]/gi;
/** How far before an address its line is looked at. */
const LINE = 200;
/** What a line begins with whose text nobody runs. */
const COMMENT = /(?:^|\n)[ \t]*(?:\/\/|\/?\*)[^\n]*$/;

/** A page is looked at in pieces, so that it is never in memory twice; what begins in one of them may end in the next. */
const PIECE = { length: 2 ** 16, overlap: 2 ** 10 };

export function checkPage({ name, bytes }: PackageFile): PackageFinding[] {
  if (!isPage(name)) return [];
  for (let at = 0; at < bytes.length; at += PIECE.length) {
    // Addresses are ASCII, so any reading that keeps ASCII finds them.
    const piece = bytes.toString('latin1', Math.max(0, at - PIECE.overlap), Math.min(at + PIECE.length, bytes.length));
    if (SCRIPT.test(name) ? doesFetch(piece, at > 0) : LOADED.test(piece))
      return [finding('no-other-host', `${name} loads something from another host.`)];
  }
  return [];
}

/** Of a piece only the first few are looked at, so that a script of nothing else costs no more. */
function doesFetch(piece: string, hasBefore: boolean): boolean {
  let left = 20;
  for (const { index } of piece.matchAll(FETCHED)) {
    // What stands so early the piece before has seen, and the beginning of its line with it.
    if (hasBefore && index < LINE) continue;
    if (!COMMENT.test(piece.slice(Math.max(0, index - LINE), index))) return true;
    left -= 1;
    if (left === 0) break;
  }
  return false;
}
