/**
 * What the commit path is measured against: bare Fastify with a body schema and an upsert of the same bytes, in a group
 * commit (`group`) or in one transaction a request (`single`), on SQLite with the same WAL and FULL. Prints its address.
 */
import path from 'node:path';
import Database from 'better-sqlite3';
import fastify from 'fastify';
import { createGroupCommit } from '../../../db/group-commit.ts';

const [mode, dataDir = '.'] = process.argv.slice(2);
const raw = new Database(path.join(dataDir, `bare-${mode}.db`));
raw.pragma('journal_mode = WAL');
raw.pragma('synchronous = FULL');
raw.exec('CREATE TABLE attempt (id TEXT PRIMARY KEY, path TEXT NOT NULL) STRICT');
const upsert = raw.prepare(
  'INSERT INTO attempt (id, path) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET path = excluded.path',
);
const group = createGroupCommit(raw);

const app = fastify();
app.put<{ Params: { id: string }; Body: { path: string } }>(
  '/attempts/:id/path',
  {
    schema: {
      body: { type: 'object', required: ['path'], properties: { path: { type: 'string' } } },
      response: { 200: { type: 'object', properties: { path: { type: 'string' } } } },
    },
  },
  async (request) => {
    const { id } = request.params;
    const { path: value } = request.body;
    if (mode === 'group') await group.run(() => upsert.run(id, value));
    else upsert.run(id, value);
    return { path: value };
  },
);
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(app.listeningOrigin);
process.on('SIGTERM', () => process.exit(0));
