/** The database of DATA_DIR, for a command that runs beside the server or without one. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Db, openDbBeside } from '../../db/client.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { reasonFor } from '../explain-start.ts';
import { root } from '../root.ts';

type Work<T> = (db: Db, config: Config) => T | Promise<T>;

/** Runs `work` with the database open. @throws ConfigError where a setting is wrong, or the database cannot be opened */
export async function withData<T>(work: Work<T>): Promise<T> {
  const config = readConfig(process.env);
  const db = open(config);
  try {
    return await work(db, config);
  } finally {
    db.close();
  }
}

/** The same for what only a server can have put there: no database is made where there is none. @throws ConfigError */
export async function withServersData<T>(work: Work<T>): Promise<T> {
  const { dataDir } = readConfig(process.env);
  if (!existsSync(path.join(dataDir, 'standpoint.db'))) {
    throw new ConfigError(`There is no database in ${dataDir}. Set DATA_DIR to the folder that the server uses.`);
  }
  return withData(work);
}

function open(config: Config): Db {
  try {
    return openDbBeside({ dataDir: config.dataDir, migrations: path.join(root, 'db/migrations') });
  } catch (error) {
    const reason = reasonFor(error, config);
    if (reason === undefined) throw error;
    throw new ConfigError(`Standpoint cannot open its database: ${reason}`);
  }
}
