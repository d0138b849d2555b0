/** A course of three published versions, the first without its files, and a place to restore it to. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { vi } from 'vitest';
import { root } from '../../server/root.ts';
import { startApp, type TestApp } from './app.ts';

export const [OLD, NEW, NEWER] = ['0'.repeat(64), `ab1${'1'.repeat(61)}`, `ab2${'2'.repeat(61)}`] as const;
export const GUIDANCE = 'guidance/communicating-online@2025-08-20.json';

export interface LaterCourse {
  readonly running: TestApp;
  /** An empty folder. */
  readonly scratch: string;
  /** A folder in it that is yet to be made. */
  readonly out: string;
  /** Publishes a day after what was published before. */
  readonly publish: (hash: string, files?: Readonly<Record<string, string | Buffer>>) => void;
  readonly end: () => Promise<void>;
}

/** Published on 24, 25 and 26 November 2026. Commands find its database until the end. */
export async function publishLater(): Promise<LaterCourse> {
  const running = await startApp();
  const scratch = mkdtempSync(path.join(tmpdir(), 'standpoint-restore-'));
  const publish: LaterCourse['publish'] = (hash, files) => {
    running.wait(24 * 60 * 60 * 1000);
    const { course } = running.content;
    const source = files && Object.entries(files).map(([name, bytes]) => ({ name, gzip: gzipSync(bytes) }));
    running.app.published.publish(hash, { ...running.content, course: { ...course, id: 'later' } }, source);
  };
  vi.stubEnv('DATA_DIR', running.dataDir);
  vi.stubEnv('BASE_URL', undefined);
  publish(OLD);
  const guidance = readFileSync(path.join(root, 'courses', GUIDANCE));
  publish(NEW, { 'course.yaml': 'id: later # new', 'notes.md': 'A note', [GUIDANCE]: guidance });
  publish(NEWER, { 'course.yaml': 'id: later # newer' });
  const end = async () => {
    vi.unstubAllEnvs();
    rmSync(scratch, { recursive: true, force: true });
    await running.close();
  };
  return { running, scratch, out: path.join(scratch, 'later'), publish, end };
}

export function textsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one !== 'guidance');
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}
