/** What the settings mean for cookies. */
import type { Config } from './config.ts';

export const isHttps = (config: Config): boolean => config.baseUrl?.startsWith('https:') ?? false;

/** `Secure` only where people come over HTTPS, or a plain-HTTP host could never be signed in to. */
export function cookieOptions(config: Config): { path: string; sameSite: 'lax'; httpOnly: boolean; secure: boolean } {
  return { path: '/', sameSite: 'lax', httpOnly: true, secure: isHttps(config) };
}

/**
 * The names of the two cookies. `__Host-` ties a cookie to this very host, so that no neighbouring one can plant its own;
 * browsers take that prefix over HTTPS only.
 */
export function cookieNames(config: Config): { session: string; csrf: string } {
  const prefix = isHttps(config) ? '__Host-' : '';
  return { session: `${prefix}session`, csrf: `${prefix}csrf` };
}
