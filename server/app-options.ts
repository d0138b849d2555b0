/** What the settings mean for cookies. */
import type { Config } from './config.ts';

export const isHttps = (config: Config): boolean => config.baseUrl?.startsWith('https:') ?? false;

/** `Secure` only where people come over HTTPS, or a plain-HTTP host could never be signed in to. */
export function cookieOptions(config: Config): { path: string; sameSite: 'lax'; httpOnly: boolean; secure: boolean } {
  return { path: '/', sameSite: 'lax', httpOnly: true, secure: isHttps(config) };
}
