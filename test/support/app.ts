/** The real application on a real SQLite file of its own, with CSRF on and a clock that stands still until moved. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import { type App, buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { contentHash } from '../../server/content-hash.ts';
import { tinyContent } from './tiny-course.ts';
import { createVisitor, type Visitor } from './visitor.ts';

export interface TestApp {
  readonly app: App;
  readonly dataDir: string;
  /** The hash of the tiny course. */
  readonly hash: string;
  readonly content: Content;
  /** Moves the server's clock on. */
  readonly wait: (milliseconds: number) => void;
  /** A new browser, without cookies. */
  readonly visitor: () => Visitor;
  /** Listens on a free port and answers with the address. */
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface TestAppOptions {
  /** Another app's folder, to start on what it left; then that app removes it. */
  readonly dataDir?: string;
  readonly content?: Content;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startApp({ dataDir, content = tinyContent, env = {} }: TestAppOptions = {}): Promise<TestApp> {
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'standpoint-test-'));
  let now = Date.parse('2026-11-23T12:00:00Z');
  const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal', ...env });
  const app = await buildApp({ config, clock: () => new Date(now) });
  const hash = contentHash(content);
  app.published.publish(hash, content);
  await app.ready();
  return {
    app,
    dataDir: folder,
    hash,
    content,
    wait: (milliseconds) => {
      now += milliseconds;
    },
    visitor: () => createVisitor(app),
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    close: async () => {
      // A browser keeps connections open on which it has not asked for anything yet.
      app.server.closeAllConnections();
      await app.close();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One for all tests of a file, at an address. */
export async function runApp(options: TestAppOptions = {}): Promise<{ running: TestApp; address: string }> {
  const running = await startApp(options);
  afterAll(() => running.close());
  return { running, address: await running.listen() };
}
