import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateQueries } from '../../db/certificates.ts';
import { makeCode, readCode, showCode } from '../../server/certificates/code.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';
import { passingPath } from '../support/walks.ts';

let running: TestApp;
beforeAll(async () => {
  running = await startApp({ env: { BASE_URL: 'http://learn.example.org' } });
});
afterAll(() => running.close());

async function begin(visitor: Visitor): Promise<string> {
  await visitor.get('/modules/tiny/security');
  return (await visitor.post('/modules/tiny/security/attempts')).headers.location ?? '';
}

async function pass(visitor: Visitor): Promise<string> {
  const attempt = await begin(visitor);
  const nonce = running.app.attempts.stored(attempt.split('/').at(-1) ?? '')?.nonce ?? '';
  const committed = await visitor.put(`${attempt}/path`, { path: passingPath(running.content, running.hash, nonce) });
  expect(committed.json()).toMatchObject({ outcome: { passed: true } });
  return attempt;
}

async function certify(visitor: Visitor, name = 'Amélie Łukasz'): Promise<string> {
  const attempt = await pass(visitor);
  await visitor.get(`${attempt}/certificate`);
  const made = await visitor.post(`${attempt}/certificate`, { name });
  expect(made.statusCode).toBe(303);
  return made.headers.location?.split('/').at(-1) ?? '';
}

describe('a code', () => {
  const codes = fc.infiniteStream(fc.nat()).map((numbers) => makeCode((below) => Number(numbers.next().value) % below));
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  test('is read as it is shown, in small letters, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readCode(showCode(code))).toBe(code);
        expect(readCode(` ${code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')} `)).toBe(code);
      }),
    );
  });

  test('with any one character changed is refused', () => {
    fc.assert(
      fc.property(codes, fc.nat(11), fc.integer({ min: 1, max: 31 }), (code, at, by) => {
        const other = alphabet[(alphabet.indexOf(code[at] ?? '') + by) % 32];
        expect(readCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  test('with two different neighbours swapped is refused', () => {
    fc.assert(
      fc.property(codes, fc.nat(10), (code, at) => {
        const [first = '', second = ''] = code.slice(at, at + 2);
        fc.pre(first !== second);
        expect(readCode(code.slice(0, at) + second + first + code.slice(at + 2))).toBeUndefined();
      }),
    );
  });
});

describe('asking for a certificate', () => {
  test('another learner’s attempt is not found, neither to ask nor to send', async () => {
    const attempt = await pass(running.visitor());
    const other = running.visitor();
    await begin(other);
    expect((await other.get(`${attempt}/certificate`)).statusCode).toBe(404);
    expect((await other.post(`${attempt}/certificate`, { name: 'Somebody Else' })).statusCode).toBe(404);
  });

  test('a module under way gives none, and the page says what is missing', async () => {
    const visitor = running.visitor();
    const attempt = await begin(visitor);
    const page = await visitor.get(`${attempt}/certificate`);
    expect(page.body).toContain('0 of 2 stories have an ending so far');
    await visitor.get('/account/keep');
    const refused = await visitor.post(`${attempt}/certificate`, { name: 'Too Early' });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('There is no certificate yet');
  });

  test('outcome columns that claim a pass give none: the path is replayed', async () => {
    const visitor = running.visitor();
    const attempt = await begin(visitor);
    const id = attempt.split('/').at(-1);
    running.app.db.raw.prepare('UPDATE attempt SET passed = 1, complete = 1, percent = 100 WHERE id = ?').run(id);
    await visitor.get('/account/keep');
    expect((await visitor.post(`${attempt}/certificate`, { name: 'Not Really' })).statusCode).toBe(409);
  });

  test('before it is made the page says what will be shown to whom', async () => {
    const visitor = running.visitor();
    const page = await visitor.get(`${await pass(visitor)}/certificate`);
    expect(page.body).toContain('Anybody who has the code');
    expect(page.body).toContain('Nobody sees your decisions');
  });

  test('a missing name and one of signs alone are refused in words', async () => {
    const visitor = running.visitor();
    const attempt = await pass(visitor);
    await visitor.get(`${attempt}/certificate`);
    expect((await visitor.post(`${attempt}/certificate`, { name: '  ' })).body).toContain('Enter your name');
    expect((await visitor.post(`${attempt}/certificate`, { name: '<b>' })).body).toContain('Enter a name');
  });

  test('asked for ten times at once, it is one certificate with the first name', async () => {
    const visitor = running.visitor();
    const attempt = await pass(visitor);
    await visitor.get(`${attempt}/certificate`);
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, n) => visitor.post(`${attempt}/certificate`, { name: `Name Number ${n}` })),
    );
    expect(new Set(made.map((one) => one.headers.location)).size).toBe(1);
    expect((await visitor.get(`${attempt}/certificate`)).headers.location).toBe(made[0]?.headers.location);
    expect((await visitor.get(made[0]?.headers.location ?? '')).body).toContain('Name Number 0');
  });
});

describe('checking a certificate', () => {
  test('anybody sees the name, the module, the versions and the date, and no address or score', async () => {
    const visitor = running.visitor();
    const code = await certify(visitor);
    const page = await running.visitor().get(`/verify/${code}`);
    expect(page.statusCode).toBe(200);
    for (const text of ['This certificate holds', 'Amélie Łukasz', 'Security', 'communicating-online@2025-08-20']) {
      expect(page.body).toContain(text);
    }
    expect(page.body).toContain('23 November 2026');
    expect(page.body).not.toContain('100 %');
  });

  test('a wrong code, a malformed one and a right one that nobody has get the same page', async () => {
    const unused = makeCode(() => 7);
    for (const code of ['nonsense', 'AAAA-AAAA-AAAB', unused]) {
      const page = await running.visitor().get(`/verify?code=${code}`);
      expect(page.statusCode).toBe(404);
      expect(page.body).toContain('There is no such certificate');
    }
  });

  test('a record that somebody altered in the database is not vouched for', async () => {
    const code = await certify(running.visitor(), 'Honest Name');
    running.app.db.raw
      .prepare("UPDATE certificate SET record = replace(record, 'Honest Name', 'Forged Name') WHERE code = ?")
      .run(code);
    const page = await running.visitor().get(`/verify/${code}`);
    expect(page.body).toContain('Do not rely on this certificate');
    expect(page.body).not.toContain('This certificate holds');
  });

  test('a withdrawn one says so, with the date', async () => {
    const code = await certify(running.visitor());
    certificateQueries(running.app.db).withdraw(code, 'issued by mistake', running.app.clock());
    const page = await running.visitor().get(`/verify/${code}`);
    expect(page.body).toContain('withdrawn on 23 November 2026');
    expect((await running.visitor().get(`/certificates/${code}.pdf`)).statusCode).toBe(303);
  });

  test('guessing is stopped', async () => {
    const other = await startApp();
    const tries = [];
    for (let n = 0; n < 25; n += 1) tries.push((await other.visitor().get(`/verify/AAAA-AAAA-AA${n + 10}`)).statusCode);
    expect(tries).toContain(429);
    await other.close();
  });
});

describe('the file', () => {
  test('is a tagged PDF in English, small, and the same bytes each time', async () => {
    const code = await certify(running.visitor());
    const first = await running.visitor().get(`/certificates/${code}.pdf`);
    const second = await running.visitor().get(`/certificates/${code}.pdf`);
    expect(first.headers['content-type']).toBe('application/pdf');
    expect(first.rawPayload.equals(second.rawPayload)).toBe(true);
    expect(first.rawPayload.length).toBeLessThanOrEqual(25 * 1024);
    const text = first.rawPayload.toString('latin1');
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Lang (en-GB)', '/DisplayDocTitle true']) {
      expect(text).toContain(mark);
    }
  });

  test('says where the name stands in full when it cannot draw its letters', async () => {
    const code = await certify(running.visitor(), 'Олена Коваль');
    const page = await running.visitor().get(`/certificates/${code}`);
    expect(page.body).toContain('Олена Коваль');
    expect((await running.visitor().get(`/certificates/${code}.pdf`)).statusCode).toBe(200);
  });
});
