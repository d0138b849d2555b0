/** `package … --connected` and `token`, as an operator types them beside the running server. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { publishedCourse } from '../bench/published-course.ts';
import type { TestApp } from '../support/app.ts';
import { startCertifying } from '../support/certificates.ts';
import { runStandpoint } from '../support/command.ts';
import { settingsIn } from '../support/employers.ts';
import { unzip } from '../support/unzip.ts';

const { content } = publishedCourse();
let running: TestApp;
let folder: string;
beforeEach(async () => {
  running = await startCertifying({ content });
  folder = mkdtempSync(path.join(tmpdir(), 'standpoint-connected-'));
  vi.stubEnv('DATA_DIR', running.dataDir);
  vi.stubEnv('BASE_URL', 'https://learn.example.org');
  await runStandpoint('employer', 'add', 'Anytown Council');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await running.close();
  rmSync(folder, { recursive: true });
});

const make = (...more: string[]) => {
  const out = path.join(folder, 'a.zip');
  return runStandpoint('package', content.course.id, 'security', '--standard', 'scorm12', '--out', out, ...more);
};
const CONNECTED = ['--connected', '--employer', 'anytown council'];

describe('an operator is told what is wrong, and nothing is made', () => {
  test.each<[string, string[], string, string?]>([
    ['no employer', ['--connected'], '--connected needs --employer NAME'],
    ['an employer that there is not', ['--connected', '--employer', 'Elsewhere'], 'There is no employer “Elsewhere”.'],
    ['an employer without a connection', ['--employer', 'Anytown Council'], 'belong to --connected'],
    ['no time', [...CONNECTED, '--days', '0'], '--days must be a whole number from 1 to 3650.'],
    ['no address', CONNECTED, 'BASE_URL is not set', ''],
    ['an address that others can listen to', CONNECTED, 'BASE_URL must begin with https:', 'http://learn.example.org'],
  ])('%s', async (_, words, said, baseUrl) => {
    if (baseUrl !== undefined) vi.stubEnv('BASE_URL', baseUrl || undefined);
    const { code, err } = await make(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(readdirSync(folder)).toEqual([]);
    expect((await runStandpoint('token', 'list')).out).toBe('');
  });

  test('a course that this server has never published', async () => {
    running.app.db.raw.exec('DELETE FROM course');
    expect((await make(...CONNECTED)).err).toContain('is not published here yet: start the server once.');
  });

  test.each([
    [[], 'Say list, or revoke and one token'],
    [['revoke'], 'Say list, or revoke and one token'],
    [['list', '--employer', 'Elsewhere'], 'There is no employer “Elsewhere”.'],
  ])('token %j', async (words, said) => {
    expect((await runStandpoint('token', ...words)).err).toContain(said);
  });

  test('a token that there is not', async () => {
    const { code, err } = await runStandpoint('token', 'revoke', 'spd_none');
    expect([code, err]).toEqual([1, 'There is no such token. See them with: token list.']);
  });
});

test('the zip is what its permanent address gives, until the token is revoked by its id or whole', async () => {
  const made = await make(...CONNECTED);
  expect(made).toMatchObject({ code: 0, err: '' });
  const address =
    /https:\/\/learn\.example\.org(\/packages\/\S+\/communicating-online-security-scorm12\.zip)/.exec(made.out)?.[1] ??
    '';
  const served = await running.app.inject({ url: address });
  const zip = readFileSync(path.join(folder, 'a.zip'));
  // The test's server calls itself by another address than the command was given.
  const [mine, theirs] = [zip, served.rawPayload].map((one) => settingsIn(unzip(one)).connection);
  expect(mine).toEqual({ ...theirs, server: 'https://learn.example.org' });

  const [download = '', claim = ''] = Array.from(made.out.matchAll(/token revoke (\w+)/g), ([, id]) => id ?? '');
  const listed = (await runStandpoint('token', 'list', '--employer', 'Anytown Council')).out.split('\n');
  const until = 'until \\d{4}-\\d\\d-\\d\\d  Anytown Council  communicating-online security scorm12';
  expect(listed).toHaveLength(2);
  expect(listed).toContainEqual(expect.stringMatching(`^${download}  downloads  ${until}$`));
  expect(listed).toContainEqual(expect.stringMatching(`^${claim}  certificates  ${until}$`));

  expect((await runStandpoint('token', 'revoke', download)).out).toContain('It opens nothing any more.');
  expect((await running.app.inject({ url: address })).statusCode).toBe(404);
  expect((await runStandpoint('token', 'revoke', theirs.claim)).code).toBe(0);
  const ended = (await runStandpoint('token', 'list')).out.split('\n');
  expect(ended).toEqual([expect.stringContaining('revoked 20'), expect.stringContaining('revoked 20')]);
});
