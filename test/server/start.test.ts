import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runServer, type ServerProcess } from '../support/server-process.ts';

// Each test waits for processes, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 60_000 });

const folders: string[] = [];
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-start-'));
  folders.push(folder);
  return folder;
}

/** A start that fails: exit 1, nothing on stdout, no stack trace. Answers with what it said. */
async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const { code, stdout, stderr } = await runServer({ DATA_DIR: newFolder(), ...env }).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).not.toMatch(/^\s+at |node:internal/m);
  return stderr.trimEnd();
}

const lineCount = (text: string): number => text.split('\n').length;

async function stop(server: ServerProcess): Promise<number | null> {
  server.child.kill('SIGTERM');
  return (await server.ended).code;
}

describe('an operator whose server does not start is told, in one go, what to mend:', () => {
  test('every setting that is wrong has a line of its own', async () => {
    const said = await refusal({
      PORT: 'eighty',
      HOST: 'a b',
      BASE_URL: 'learn.example.org',
      DATA_DIR: '',
      SECRET: 'short',
      LOG_LEVEL: 'loud',
      CONTACT_EMAIL: 'nobody',
    });
    for (const name of ['PORT', 'HOST', 'BASE_URL', 'DATA_DIR', 'SECRET', 'LOG_LEVEL', 'CONTACT_EMAIL']) {
      expect(said).toMatch(new RegExp(`^- ${name} is `, 'm'));
    }
    expect(lineCount(said)).toBe(8);
  });

  test('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = String(typeof address === 'object' && address?.port);
    const said = await refusal({ PORT: port });
    taken.close();
    expect(said).toContain(`port ${port}`);
    expect(said).toContain('set PORT');
    expect(lineCount(said)).toBe(1);
  });

  test('an address that is not of this machine', async () => {
    const said = await refusal({ HOST: '192.0.2.1' });
    expect(said).toContain('Set HOST');
    expect(lineCount(said)).toBe(1);
  });

  test('a data folder that is a file, or is below one', async () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, 'not a folder');
    for (const dataDir of [file, path.join(file, 'below')]) {
      const said = await refusal({ DATA_DIR: dataDir });
      expect(said).toContain(dataDir);
      expect(said).toMatch(/DATA_DIR/);
      expect(lineCount(said)).toBe(1);
    }
  });

  test('a database that is none', async () => {
    const dataDir = newFolder();
    writeFileSync(path.join(dataDir, 'standpoint.db'), 'This is a letter, not a database. '.repeat(100));
    const said = await refusal({ DATA_DIR: dataDir });
    expect(said).toContain('standpoint.db');
    expect(lineCount(said)).toBe(1);
  });

  test('a data folder that another server uses; that server goes on', async () => {
    const dataDir = newFolder();
    const first = runServer({ DATA_DIR: dataDir });
    const url = await first.ready;
    const said = await refusal({ DATA_DIR: dataDir });
    expect(said).toContain(`another Standpoint is using ${dataDir}`);
    expect(lineCount(said)).toBe(1);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await stop(first)).toBe(0);
  });
});

describe('a server that starts', () => {
  test('says so in exactly one line, with its address, and is healthy by then', async () => {
    const server = runServer({ DATA_DIR: newFolder() });
    const url = await server.ready;
    const health = await fetch(`${url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    await stop(server);
    expect(await server.ended).toEqual({ code: 0, stdout: `Standpoint is ready on ${url}\n`, stderr: '' });
  });

  test('keeps its secret and its database from every other account, and keeps the secret it has', async () => {
    const dataDir = path.join(newFolder(), 'open');
    mkdirSync(dataDir, { mode: 0o755 });
    const secret = path.join(dataDir, 'keys/session-secret');
    const made: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const server = runServer({ DATA_DIR: dataDir });
      await server.ready;
      await stop(server);
      made.push(readFileSync(secret, 'utf8'));
    }
    expect(made[0]?.length).toBeGreaterThanOrEqual(32);
    expect(made[1]).toBe(made[0]);
    const modes = ['keys', 'keys/session-secret', 'standpoint.db'].map((name) =>
      (statSync(path.join(dataDir, name)).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['700', '600', '600']);
  });
});

describe('a server that is told to stop', () => {
  test('answers what is under way, is not held up by idle connections, and ends well', async () => {
    const server = runServer({ DATA_DIR: newFolder() });
    const url = await server.ready;
    // fetch keeps its connection open afterwards, as browsers and proxies do.
    await fetch(`${url}/healthz`);
    const form = '_csrf=none&email=someone%40example.org';
    const headers = {
      expect: '100-continue',
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': form.length,
    };
    const underWay = request(`${url}/account/sign-in`, { method: 'POST', headers });
    underWay.flushHeaders();
    await once(underWay, 'continue');
    server.child.kill('SIGTERM');
    // A closing server takes no new connection: from then on it is closing for certain.
    await closing(url);
    underWay.end(form);
    const [response] = await once(underWay, 'response');
    expect(response.statusCode).toBe(403);
    expect((await server.ended).code).toBe(0);
  });
});

async function closing(url: string): Promise<void> {
  try {
    await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
  } catch {
    return;
  }
  return closing(url);
}
