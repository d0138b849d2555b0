/** One question to the server behind the title page, and whether its answer can be played. */
import type { Block } from '../../../courses/blocks/schema.ts';
import type { Decision } from '../../../courses/model/decisions.ts';
import type { Module } from '../../../courses/model/schema.ts';
import { differsInWordsOnly } from '../../../courses/model/wording.ts';
import { attemptOf } from '../attempt.ts';
import type { PackageContent } from '../package-content.ts';
import type { Connection } from '../settings.ts';
import type { Connected } from './connected.ts';
import { isPlain } from './plain.ts';

/** In all: asking, waiting and reading. Longer than this a person notices, and the package has what they need. */
const PATIENCE = 1500;

export function askForContent({ server }: Connection): Connected['content'] {
  return async (carried, path) => {
    const named = path.split('.')[1] ?? '';
    if (named !== '' && carried.hash.startsWith(named)) return carried;
    try {
      const query = new URLSearchParams({ modules: carried.modules.join(), hash: carried.hash });
      if (named) query.set('path', named);
      const answer = await fetch(`${server}/connected/${carried.content.course.id}/content.json?${query}`, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(PATIENCE),
      });
      const given: PackageContent & { format?: unknown } = await answer.json();
      return answer.ok && given.format === 1 && isPlayable(given, carried, path) ? given : carried;
    } catch {
      // Blocked, too slow, not JSON, or nothing that can be played: the package carries what it needs.
      return carried;
    }
  };
}

/** A server may be older than the package, broken, or broken into: its answer is taken only where all of it can be played. */
function isPlayable(given: PackageContent, carried: PackageContent, path: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(given.hash) || given.modules.join() !== carried.modules.join()) return false;
  if (!isPlain(given.content)) return false;
  if (path === '') return differsInWordsOnly(given.content, carried.content);
  attemptOf(given, path);
  return given.content.modules.every(hasKnownParts);
}

/** What this player can show and ask: the content of another time may have more. */
const KNOWN: Readonly<Record<(Block | Decision)['kind'], true>> = {
  narration: true,
  email: true,
  chat: true,
  post: true,
  call: true,
  settings: true,
  record: true,
  document: true,
  choose: true,
  select: true,
  spot: true,
  order: true,
  weigh: true,
  write: true,
};

const hasKnownParts = ({ scenarios }: Module): boolean =>
  scenarios
    .flatMap((one) => one.scenes)
    .flatMap(({ blocks = [], decision }) => [...blocks, ...(decision ? [decision] : [])])
    .every(({ kind }) => Object.hasOwn(KNOWN, kind));
