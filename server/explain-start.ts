/** What keeps the server from starting and an operator can mend, in one line or a list, without a stack trace. */
import { FolderInUseError } from '../db/lock.ts';
import { type Config, ConfigError } from './config.ts';
import { NothingToTeachError } from './publish-courses.ts';

/** The words for an error at start; undefined where it is a fault of the program. */
export function explainStart(error: unknown, config?: Config): string | undefined {
  if (error instanceof ConfigError || error instanceof NothingToTeachError) return error.message;
  const reason = config && reasonFor(error, config);
  return reason && `Standpoint cannot start: ${reason}`;
}

/** What is in the way, for a sentence that begins with what cannot be done. */
export function reasonFor(error: unknown, { port, host, dataDir }: Config): string | undefined {
  if (error instanceof FolderInUseError) {
    return `another Standpoint is using ${dataDir}. Stop it, or set DATA_DIR to another folder.`;
  }
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return `something else listens on port ${port} of ${host}. Stop it, or set PORT to another number.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine. Set HOST to one that is, such as 127.0.0.1.`;
    case 'EACCES':
    case 'EPERM':
      // Both listening on a low port and writing to a folder are refused with this code.
      return isListening(error)
        ? `it may not listen on port ${port}. Set PORT to 1024 or more.`
        : `it may not write to ${dataDir}. Make it the owner of that folder, or set DATA_DIR to another.`;
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return `it may not write to ${dataDir}. Make it the owner of that folder, or set DATA_DIR to another.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${dataDir} is a file, or stands below one. Set DATA_DIR to a folder.`;
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `standpoint.db in ${dataDir} is damaged or no database. Put the last good copy in its place.`;
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return `there is no room left where ${dataDir} is. Make some.`;
    default:
      return undefined;
  }
}

const isListening = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'listen';
