/** Settings from the environment, all checked at once, so that a person mends everything in one go. */
import path from 'node:path';
import { root } from './root.ts';

export interface Config {
  /** 0 lets the system choose (tests). */
  readonly port: number;
  readonly host: string;
  /** Where people reach this server, without a slash at the end. Undefined: http://HOST:PORT once it listens. */
  readonly baseUrl: string | undefined;
  /** Database, keys and backups. */
  readonly dataDir: string;
  /** Signs sessions. Undefined: made once and kept in DATA_DIR. */
  readonly secret: string | undefined;
  readonly logLevel: string;
  /** The e-mail address for questions, faults and data-protection complaints. */
  readonly contact?: string | undefined;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError with one line for each setting that is wrong */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const port = Number(env.PORT ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`PORT is "${env.PORT}". Give a whole number from 0 to 65535, or leave it out for 3000.`);
  }
  const host = env.HOST ?? '127.0.0.1';
  if (host === '' || /[\s/]/.test(host)) {
    problems.push(`HOST is "${host}". Give a name or an address, such as 127.0.0.1 or 0.0.0.0.`);
  }
  const baseUrl = env.BASE_URL?.replace(/\/$/, '');
  if (baseUrl !== undefined && !isOrigin(baseUrl)) {
    problems.push(`BASE_URL is "${env.BASE_URL}". Give the address people use, such as https://learn.example.org.`);
  }
  if (env.SECRET !== undefined && env.SECRET.length < 32) {
    problems.push('SECRET is too short. Give 32 characters or more, or leave it out and one is made.');
  }
  const logLevel = env.LOG_LEVEL ?? 'warn';
  if (!LOG_LEVELS.includes(logLevel))
    problems.push(`LOG_LEVEL is "${logLevel}". Give one of ${LOG_LEVELS.join(', ')}.`);
  const contact = env.CONTACT_EMAIL;
  if (contact !== undefined && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(contact)) {
    problems.push(`CONTACT_EMAIL is "${contact}". Give an e-mail address that people can write to, or leave it out.`);
  }
  if (env.DATA_DIR === '') problems.push('DATA_DIR is empty. Give a folder, or leave it out for ./data.');
  if (problems.length > 0) throw new ConfigError(`Standpoint cannot start:\n- ${problems.join('\n- ')}`);
  const dataDir = path.resolve(env.DATA_DIR ?? path.join(root, 'data'));
  return { port, host, baseUrl, dataDir, secret: env.SECRET, logLevel, contact };
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
}
