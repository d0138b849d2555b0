/** `certificate`, as an operator types it when a learner writes that their name is wrong. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { certify, startCertifying, startPasser } from '../support/certificates.ts';
import { runStandpoint } from '../support/command.ts';

let running: TestApp;
beforeEach(async () => {
  running = await startCertifying();
  vi.stubEnv('DATA_DIR', running.dataDir);
  vi.stubEnv('BASE_URL', undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await running.close();
});

const WHY = ['--why', 'The learner wrote that it is misspelt'];
const bodyOf = async (address: string): Promise<string> => (await running.visitor().get(address)).body;

describe('an operator is told what is wrong', () => {
  test.each([
    ['no word', [], 'Say correct or withdraw, and one code.'],
    ['no code', ['correct'], 'Say correct or withdraw, and one code.'],
    ['no reason', ['withdraw', '7KQ2-M4XA-91TD'], 'Say why with --why'],
    ['no name', ['correct', '7KQ2-M4XA-91TD', ...WHY], 'Give the right name with --name.'],
    ['a name that none is', ['correct', '7KQ2-M4XA-91TD', '--name', '<b>', ...WHY], 'Give the right name with --name.'],
    ['a name to withdraw', ['withdraw', '7KQ2-M4XA-91TD', '--name', 'Ann', ...WHY], 'A name goes with correct'],
  ])('%s', async (_, words, said) => {
    const { code, err } = await runStandpoint('certificate', ...words);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  test('a code that nobody has', async () => {
    const { code, err } = await runStandpoint('certificate', 'withdraw', '0000-0000-0000', ...WHY);
    expect([code, err]).toEqual([1, 'There is no such certificate. Check each letter and digit.']);
  });

  test('a certificate whose signature does not fit: nothing is signed anew on its word', async () => {
    const wrong = await certify(running);
    running.app.db.raw.prepare(`UPDATE certificate SET record = replace(record, 'Security', 'Surgery')`).run();
    const { code, err } = await runStandpoint('certificate', 'correct', wrong, '--name', 'Ann Lee', ...WHY);
    expect([code, err]).toEqual([1, expect.stringContaining('Its signature does not fit')]);
    expect(running.app.db.raw.prepare('SELECT count(*) AS n FROM certificate').get()).toEqual({ n: 1 });
  });
});

test('a name is corrected: the old certificate is withdrawn, and the learner is led to one that says the rest just so', async () => {
  const { id, visitor } = await startPasser(running);
  const here = `/attempts/${id}/certificate`;
  await visitor.get(here);
  const old = (await visitor.post(here, { name: 'Amara Okafro', look: 'right' })).headers.location ?? '';
  const wrong = old.replace('/certificates/', '');
  const ran = await runStandpoint('certificate', 'correct', wrong.toLowerCase(), '--name', ' Amara  Okafor ', ...WHY);
  expect(ran.code).toBe(0);
  const right = ran.out.slice(0, 14).replaceAll('-', '');
  expect(ran.out).toContain('Amara Okafor');

  expect(await bodyOf(`/verify/${wrong}`)).toContain('Do not rely on it');
  expect(await bodyOf(`/verify/${wrong}`)).not.toContain('misspelt');
  expect(await bodyOf(`/verify/${right}`)).toContain('This certificate is valid');
  expect((await visitor.get(here)).headers.location).toBe(`/certificates/${right}`);
  expect((await visitor.get(`/certificates/${right}`)).body).toContain('Give your employer');

  const recordOf = (code: string) =>
    JSON.parse(
      running.app.db.raw
        .prepare<[string], { record: string }>('SELECT record FROM certificate WHERE code = ?')
        .get(code)?.record ?? '',
    );
  const issuedAt = expect.any(String);
  expect(recordOf(right)).toEqual({ ...recordOf(wrong), code: right, name: 'Amara Okafor', issuedAt });

  const twice = await runStandpoint('certificate', 'correct', wrong, '--name', 'Amara Okafor', ...WHY);
  expect([twice.code, twice.err]).toEqual([1, 'That certificate was withdrawn already.']);
});

test('one that should never have been is withdrawn, and its page says so', async () => {
  const code = await certify(running);
  expect((await runStandpoint('certificate', 'withdraw', code, ...WHY)).code).toBe(0);
  expect(await bodyOf(`/verify/${code}`)).toContain('This certificate was withdrawn');
});
