/** Handing in a claim, and what came of it in words for the learner. */
import type { Connection } from '../settings.ts';

export type Answer =
  | { readonly kind: 'made'; readonly shownCode: string; readonly url: string }
  /** Something about the name. */
  | { readonly kind: 'name'; readonly words: string }
  | { readonly kind: 'not-made'; readonly words: string };

export interface Claim {
  readonly token: string;
  readonly carried: string;
  readonly hash: string;
  readonly path: string;
  /** The one module of several that it is of; none where it is of all that the package teaches. */
  readonly module?: string;
  readonly name: string;
}

/** Long enough for a slow line: the learner has asked, and sees that it is on its way. */
const PATIENCE = 8000;

export async function sendClaim({ server }: Connection, claim: Claim): Promise<Answer> {
  try {
    const answer = await fetch(`${server}/connected/certificates`, {
      method: 'POST',
      // A form needs no question beforehand, as JSON to another host would.
      body: new URLSearchParams({ ...claim }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    return read(await answer.json(), server);
  } catch {
    return notReached(server);
  }
}

function read(said: Readonly<Record<string, unknown>>, server: string): Answer {
  const { shownCode, url, wrong, title, text } = said;
  // Where a link leads is the server's to say, and only to itself.
  if (isCode(shownCode) && isWords(url) && url.startsWith(`${server}/`)) return { kind: 'made', shownCode, url };
  if (isWords(wrong)) return { kind: 'name', words: wrong };
  return isWords(title) && isWords(text) ? { kind: 'not-made', words: `${title}. ${text}` } : notReached(server);
}

/** It goes into the LMS's record of the learner, so that nothing else may. */
const isCode = (value: unknown): value is string => isWords(value) && /^\w{4}-\w{4}-\w{4}$/.test(value);

const isWords = (value: unknown): value is string => typeof value === 'string' && value !== '';

const notReached = (server: string): Answer => ({
  kind: 'not-made',
  words: `${hostOf(server)} could not be reached just now, so there is no certificate yet. That changes nothing about your pass. Try again later.`,
});

export const hostOf = (server: string): string => new URL(server).host;
