import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateQueries } from '../../db/certificates.ts';
import { makeCode, showCode } from '../../server/certificates/code.ts';
import type { TestApp } from '../support/app.ts';
import { certify, startCertifying } from '../support/certificates.ts';

const UNUSED = makeCode(() => 7);

let running: TestApp;
beforeAll(async () => {
  running = await startCertifying();
});
afterAll(() => running.close());

const check = (code: string, test = running) => test.visitor().get(`/verify/${code}`);
const change = (code: string, sql: string) =>
  running.app.db.raw.prepare(`UPDATE certificate SET ${sql} WHERE code = ?`).run(code);

describe('whoever checks a code is told plainly', () => {
  test('that there is none, in the same words for a wrong code, a malformed one and one that nobody has', async () => {
    const test = await startCertifying();
    for (const code of ['nonsense', 'AAAA-AAAA-AAAB', UNUSED, 'x'.repeat(150), '%00']) {
      for (const page of [await check(code, test), await test.visitor().get(`/verify?code=${code}`)]) {
        expect(page.statusCode, code).toBe(404);
        expect(page.body).toContain('There is no such certificate. Check each letter and digit');
        expect(page.body).toContain('name="code"');
        expect(page.headers['x-robots-tag']).toBe('noindex');
      }
    }
    await test.close();
  });

  test('that one changed character makes it none', async () => {
    const code = await certify(running);
    const other = code.endsWith('7') ? '8' : '7';
    expect((await check(code.slice(0, -1) + other)).statusCode).toBe(404);
    expect((await check(code)).statusCode).toBe(200);
  });

  test('to enter one, where the form was sent empty', async () => {
    const page = await running.visitor().get('/verify?code=+');
    expect(page.body).toContain('Enter the code that is on the certificate');
  });

  test('to wait, after ten misses in a minute, even with a good code; many good codes are no misses', async () => {
    const test = await startCertifying();
    const code = await certify(test);
    for (let n = 0; n < 25; n += 1) expect((await check(code, test)).statusCode).toBe(200);
    const misses = [];
    for (let n = 0; n < 12; n += 1) misses.push((await check(UNUSED, test)).statusCode);
    expect(misses).toEqual([...Array(10).fill(404), 429, 429]);
    expect((await check(code, test)).statusCode).toBe(429);
    expect((await test.visitor().get(`/certificates/${code}.pdf`)).statusCode).toBe(429);
    await test.close();
  });
});

describe('a certificate is not vouched for', () => {
  test.each([
    ['whose name was altered', "record = replace(record, 'Honest Name', 'Forged Name')"],
    ['whose record is no record any more', "record = '{'"],
    ['whose signature was altered', "signature = 'AAAA' || substr(signature, 5)"],
    ['whose key nobody has', "key_id = '0000000000000000'"],
  ])('%s', async (_, sql) => {
    const code = await certify(running, 'Honest Name');
    change(code, sql);
    const page = await check(code);
    expect(page.body).toContain('We cannot confirm this certificate');
    expect(page.body).not.toContain('is valid');
    expect(page.body).not.toMatch(/(Honest|Forged) Name/);
    for (const shown of [`/certificates/${code}`, `/certificates/${code}.pdf`]) {
      expect((await running.visitor().get(shown)).headers.location).toBe(`/verify/${code}`);
    }
  });

  test('that carries the signed record of another', async () => {
    const [mine, other] = [await certify(running, 'Honest Name'), await certify(running, 'Other Name')];
    change(mine, `(record, signature) = (SELECT record, signature FROM certificate WHERE code = '${other}')`);
    expect((await check(mine)).body).toContain('We cannot confirm this certificate');
    expect((await check(other)).body).toContain('This certificate is valid');
  });

  test('that was withdrawn; it says when, and the first day stands', async () => {
    const code = await certify(running);
    const { withdraw } = certificateQueries(running.app.db);
    expect(withdraw(code, 'issued by mistake', running.app.clock())).toBe(true);
    expect(withdraw(code, 'again', new Date('2027-01-01T12:00:00Z'))).toBe(true);
    expect(withdraw(UNUSED, 'never issued', running.app.clock())).toBe(false);
    const page = await check(code);
    expect(page.body).toContain('withdrawn on 23 November 2026. Do not rely on it');
    expect(page.body).not.toContain('is valid');
    expect(page.body).not.toContain('issued by mistake');
    expect((await running.visitor().get(`/certificates/${code}.pdf`)).statusCode).toBe(303);
  });
});

describe('a good certificate', () => {
  test('shows anybody what it certifies, however the code is typed, and no address, score or answer', async () => {
    const code = await certify(running);
    for (const typed of [code, showCode(code).toLowerCase(), ` ${code} `.replaceAll('0', 'o')]) {
      const page = await running.visitor().get(`/verify?code=${encodeURIComponent(typed)}`);
      expect(page.statusCode).toBe(200);
      for (const text of [
        'This certificate is valid',
        'Amélie Łukasz',
        'Security',
        'A tiny course, edition 0.1',
        'communicating-online@2025-08-20',
        'draft guidance',
        '23 November 2026, taken on this server',
        'practised by deciding',
        'No approval by the regulator is implied',
        showCode(code),
      ]) {
        expect(page.body).toContain(text);
      }
      expect(page.body).not.toMatch(/100 ?%|@example/);
      expect(page.headers['x-robots-tag']).toBe('noindex');
    }
  });

  test('gives the day as it was in England', async () => {
    const test = await startCertifying();
    // 23:30 on 30 June in UTC is already 1 July in London.
    test.wait(Date.parse('2027-06-30T23:30:00Z') - test.app.clock().getTime());
    const code = await certify(test);
    expect((await check(code, test)).body).toContain('1 July 2027');
    await test.close();
  });

  test('is checked by a program with the public keys alone', async () => {
    const code = await certify(running);
    const { record, signature, keyId } = certificateQueries(running.app.db).byCode(code) ?? {};
    const { keys } = (await running.visitor().get('/.well-known/standpoint-keys.json')).json();
    const jwk = keys.find((one: { kid: string }) => one.kid === keyId);
    expect(jwk).not.toHaveProperty('d');
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verify(null, Buffer.from(record ?? ''), key, Buffer.from(signature ?? '', 'base64url'))).toBe(true);
  });
});

describe('the key', () => {
  test('is kept outside the database, for the operator alone', async () => {
    const file = path.join(running.dataDir, 'keys/certificate-key.pem');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const database = readFileSync(path.join(running.dataDir, 'standpoint.db'), 'latin1');
    expect(database).not.toContain('PRIVATE KEY');
  });

  test('is changed by renaming it: what it signed stays good, and what is new is signed with the new one', async () => {
    const first = await startCertifying();
    const old = await certify(first);
    const keys = path.join(first.dataDir, 'keys');
    const [used, retired] = ['certificate-key.pem', 'certificate-key-2026.pem'].map((name) => path.join(keys, name));
    await first.app.close();
    if (used === undefined || retired === undefined || !existsSync(used)) throw new Error('There is no key.');
    // Its public half is all that is needed of it.
    writeFileSync(used, createPublicKey(readFileSync(used)).export({ type: 'spki', format: 'pem' }));
    renameSync(used, retired);
    const second = await startCertifying({ dataDir: first.dataDir });
    const made = await certify(second);
    for (const code of [old, made]) expect((await check(code, second)).body).toContain('This certificate is valid');
    const { byCode } = certificateQueries(second.app.db);
    expect(byCode(made)?.keyId).not.toBe(byCode(old)?.keyId);
    expect((await second.visitor().get('/.well-known/standpoint-keys.json')).json().keys).toHaveLength(2);
    await second.close();
    await first.close();
  });
});
