/**
 * What a reload must not ask for or send a second time: the token, which the LMS gives out once (cmi5 8.2), and what the
 * session has still to say. It is kept for this tab under the address that gave the token, which no other session has.
 */
import type { Store } from '../storage.ts';
import { type LaunchQuery, parsed } from './launch.ts';
import type { Log } from './lrs.ts';
import type { Statement } from './statements.ts';

export interface SessionState {
  readonly token: string;
  /** When it was initialized, in milliseconds; undefined before. */
  readonly began?: number;
  /** Statements that the LMS has not taken yet, in their order. */
  readonly queue: readonly Statement[];
  /** It was terminated: nothing may be said in it any more. */
  readonly over?: boolean;
}

export interface Session {
  now(): SessionState;
  set(next: Partial<SessionState>): void;
}

/** Undefined where the LMS gives no token. */
export async function beginSession(query: LaunchQuery, tab: Store, log: Log): Promise<Session | undefined> {
  const key = `standpoint.cmi5.${query.fetch}`;
  const known = parsed<SessionState>(tab.get(key) ?? '');
  const token = known?.token ?? (await fetchToken(query.fetch, log));
  if (token === undefined) return undefined;
  let now = known ?? { token, queue: [] };
  const set = (next: Partial<SessionState>): void => {
    now = { ...now, ...next };
    tab.set(key, JSON.stringify(now));
  };
  set({});
  return { now: () => now, set };
}

async function fetchToken(url: string, log: Log): Promise<string | undefined> {
  try {
    const response = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(20_000) });
    const said = parsed<Readonly<Record<string, unknown>>>(await response.text());
    const token = said?.['auth-token'];
    log('POST', ['fetch'], String(response.status), String(said?.['error-code'] ?? ''));
    return response.ok && typeof token === 'string' ? token : undefined;
  } catch {
    log('POST', ['fetch'], '0', undefined);
    return undefined;
  }
}
