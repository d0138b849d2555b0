/** The database of DATA_DIR, for a command that runs beside the server or without one. */
import path from 'node:path';
import { type Db, openDbBeside } from '../../db/client.ts';
import { type Config, readConfig } from '../config.ts';
import { root } from '../root.ts';

/** Runs `work` with the database open. @throws ConfigError where a setting is wrong */
export async function withData<T>(work: (db: Db, config: Config) => T | Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const db = openDbBeside({ dataDir: config.dataDir, migrations: path.join(root, 'db/migrations') });
  try {
    return await work(db, config);
  } finally {
    db.close();
  }
}
