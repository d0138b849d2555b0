/** What stood in a database before a release still stands there after it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDb } from '../../db/client.ts';
import { certificate } from '../../db/schema.ts';
import { versionQueries } from '../../db/versions.ts';
import { root } from '../../server/root.ts';

const migrations = path.join(root, 'db/migrations');

/** A folder with the first `count` migrations only. */
function earlier(count: number, folder: string): string {
  const copy = path.join(folder, 'migrations');
  cpSync(migrations, copy, { recursive: true });
  const file = path.join(copy, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return copy;
}

test('certificates keep their code and their learner, and one of two for the same is the one that is found again', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const before = openDb({ dataDir: folder, migrations: earlier(1, folder) });
  before.raw.exec(`
    INSERT INTO learner VALUES ('ada', NULL, 1), ('ben', NULL, 1);
    INSERT INTO published_version VALUES ('h1', 'tiny', '{}', 1), ('h2', 'tiny', '{}', 2);
    INSERT INTO attempt (id, learner_id, version_hash, course_id, module_id, nonce, path, started_at, saved_at) VALUES
      ('a1', 'ada', 'h1', 'tiny', 'security', 'n1', '', 1, 1),
      ('a2', 'ada', 'h2', 'tiny', 'security', 'n2', '', 2, 2),
      ('b1', 'ben', 'h1', 'tiny', 'security', 'n3', '', 1, 1);
    INSERT INTO certificate (code, attempt_id, record, signature, key_id, issued_at) VALUES
      ('LATER', 'a2', '{"guidance":{"id":"g@1"}}', 's', 'k', 20),
      ('FIRST', 'a1', '{"guidance":{"id":"g@1"}}', 's', 'k', 10),
      ('BENS', 'b1', '{"guidance":{"id":"g@1"}}', 's', 'k', 10);
  `);
  before.close();
  const after = openDb({ dataDir: folder, migrations });
  onTestFinished(() => after.close());
  const kept = after.orm.select().from(certificate).orderBy(certificate.code).all();
  expect(kept.map((one) => [one.code, one.subject, one.learnerId, one.attemptId])).toEqual([
    ['BENS', 'learner ben tiny g@1 security', 'ben', 'b1'],
    ['FIRST', 'learner ada tiny g@1 security', 'ada', 'a1'],
    ['LATER', 'learner ada tiny g@1 security LATER', 'ada', 'a2'],
  ]);
  expect(after.raw.pragma('foreign_key_check')).toEqual([]);
});

test('a version from before files were kept has none, and gets them when it is published again', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const before = openDb({ dataDir: folder, migrations: earlier(3, folder) });
  before.raw.exec(`
    INSERT INTO published_version VALUES ('h1', 'tiny', '{"old":1}', 1), ('h2', 'tiny', '{"old":2}', 2);
    INSERT INTO course VALUES ('tiny', 'h2');
  `);
  before.close();
  const after = openDb({ dataDir: folder, migrations });
  onTestFinished(() => after.close());
  const versions = versionQueries(after);
  const [old, newest] = [versions.stored('h1'), versions.stored('h2')];
  expect([old?.content, newest?.content]).toEqual(['{"old":1}', '{"old":2}']);
  expect([versions.source('h1'), versions.source('h2')]).toEqual([[], []]);
  const file = { name: 'course.yaml', gzip: Buffer.from([1, 2]) };
  versions.publish({ hash: 'h2', courseId: 'tiny', content: 'not taken', publishedAt: new Date(3) }, [file]);
  expect(versions.source('h2')).toEqual([file]);
  expect([versions.stored('h2'), versions.source('h1')]).toEqual([newest, []]);
});
