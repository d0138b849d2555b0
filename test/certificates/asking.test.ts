import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { certify, startCertifying, startPasser } from '../support/certificates.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { startLearner } from '../support/learners.ts';

let running: TestApp;
beforeAll(async () => {
  running = await startCertifying();
});
afterAll(() => running.close());

const issued = (attemptId: string): { record: string } | undefined =>
  running.app.db.raw
    .prepare<[string], { record: string }>('SELECT record FROM certificate WHERE attempt_id = ?')
    .get(attemptId);

describe('a learner is refused', () => {
  test('another learner’s attempt, to see and to send', async () => {
    const { id } = await startPasser(running);
    const { visitor } = await startPasser(running);
    await visitor.get('/account/keep');
    expect((await visitor.get(`/attempts/${id}/certificate`)).statusCode).toBe(404);
    expect((await visitor.post(`/attempts/${id}/certificate`, { name: 'Somebody Else' })).statusCode).toBe(404);
    expect(issued(id)).toBeUndefined();
  });

  test('a form that another site sent for them', async () => {
    const { id, visitor } = await startPasser(running);
    const sent = await visitor.post(`/attempts/${id}/certificate`, { name: 'Planted Name', _csrf: 'made-up' });
    expect(sent.statusCode).toBe(403);
    expect(issued(id)).toBeUndefined();
  });

  test('a certificate for a module under way, and told what is missing, with the way back', async () => {
    const { id, visitor } = await startLearner(running);
    const page = await visitor.get(`/attempts/${id}/certificate`);
    expect(page.body).toContain('So far 0 of 2 stories have an ending');
    expect(page.body).toContain(`href="/attempts/${id}"`);
    expect(page.body).not.toContain('name="name"');
    await visitor.get('/account/keep');
    const refused = await visitor.post(`/attempts/${id}/certificate`, { name: 'Too Early' });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('There is no certificate yet');
  });

  test('a certificate for stories that all ended below the mark, and told the score', async () => {
    const { id, visitor, paths, commit, stored } = await startLearner(running);
    // The last choice everywhere, to the end of both stories.
    for (const path of paths(3, 12)) {
      if (stored().percent === null) await commit(path);
    }
    expect(stored()).toMatchObject({ passed: false });
    const page = await visitor.get(`/attempts/${id}/certificate`);
    expect(page.body).toContain(`your score is ${stored().percent}%`);
    expect(page.body).not.toContain('name="name"');
  });

  test('one that only the columns of the database claim: the path is replayed', async () => {
    const { id, visitor } = await startLearner(running);
    running.app.db.raw
      .prepare('UPDATE attempt SET passed = 1, complete = 1, percent = 100, passed_at = 1 WHERE id = ?')
      .run(id);
    await visitor.get('/account/keep');
    expect((await visitor.post(`/attempts/${id}/certificate`, { name: 'Not Really' })).statusCode).toBe(409);
    expect(issued(id)).toBeUndefined();
  });

  test.each([
    ['', 'Enter your name as it should stand'],
    [' \u200b\u202e ', 'Enter your name as it should stand'],
    ['1234', 'Enter a name, with letters in it'],
    ['Ann <b>Oyelaran</b>', 'without signs such as'],
    ['a'.repeat(101), 'of 100 characters or fewer'],
  ])('the name “%s”, in words, and it stays in its field', async (name, words) => {
    const { id, visitor } = await startPasser(running);
    await visitor.get(`/attempts/${id}/certificate`);
    const page = await visitor.post(`/attempts/${id}/certificate`, { name });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('There is a problem');
    expect(page.body).toContain(words);
    expect(issued(id)).toBeUndefined();
  });
});

describe('a learner who passed', () => {
  test('sees before it is made what will be shown to whom, and that the name stays', async () => {
    const { id, visitor } = await startPasser(running);
    const page = await visitor.get(`/attempts/${id}/certificate`);
    expect(page.body).toContain('Anybody who has the code or the file');
    expect(page.body).toContain('It never shows your e-mail address, your decisions');
    expect(page.body).toContain('It cannot be changed once the certificate is made');
    expect(issued(id)).toBeUndefined();
  });

  test('sees how the name will read before it is made, and may change it', async () => {
    const { id, visitor } = await startPasser(running);
    const here = `/attempts/${id}/certificate`;
    await visitor.get(here);
    const look = await visitor.post(here, { name: '  Amara  Okafro ' });
    expect(look.statusCode).toBe(200);
    expect(look.body).toContain('<p class="certificate-name">Amara Okafro</p>');
    expect(issued(id)).toBeUndefined();
    const again = await visitor.post(here, { name: 'Amara Okafro', look: 'wrong' });
    expect(again.body).toContain('value="Amara Okafro"');
    expect(issued(id)).toBeUndefined();
    await visitor.post(here, { name: 'Amara Okafor', look: 'right' });
    expect(JSON.parse(issued(id)?.record ?? '')).toMatchObject({ name: 'Amara Okafor' });
  });

  test('as a guest is told beside it how to find it again from elsewhere, and not once they have an account', async () => {
    const { id, visitor } = await startPasser(running);
    const here = `/attempts/${id}/certificate`;
    await visitor.get(here);
    const address = (await visitor.post(here, { name: 'Amara Okafor', look: 'right' })).headers.location ?? '';
    const keep = `/account/keep?next=${encodeURIComponent(address)}`;
    expect((await visitor.get(address)).body).toContain(keep);
    await visitor.post('/account/keep', { email: 'kept@example.org', password: 'three words pictured' });
    expect((await visitor.get(address)).body).not.toContain('/account/keep');
  });

  test('finds the name of their account filled in, and as a guest none', async () => {
    const { id, visitor } = await startPasser(running);
    expect((await visitor.get(`/attempts/${id}/certificate`)).body).toContain('name="name" type="text"\n value=""');
    await visitor.get('/account/keep');
    await visitor.post('/account/keep', {
      email: 'siobhan@example.org',
      password: 'three words pictured',
      name: "Siobhán O'Dowd",
    });
    expect((await visitor.get(`/attempts/${id}/certificate`)).body).toContain('value="Siobhán O&#39;Dowd"');
  });

  test('gets one certificate with the first name, asked for ten times at once and again later', async () => {
    const { id, visitor } = await startPasser(running);
    const here = `/attempts/${id}/certificate`;
    await visitor.get(here);
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, n) => visitor.post(here, { name: `Number ${'ABCDEFGHIJ'[n]}`, look: 'right' })),
    );
    const [first] = made;
    expect(made.map((one) => one.statusCode)).toEqual(Array(10).fill(303));
    expect(new Set(made.map((one) => one.headers.location)).size).toBe(1);
    expect((await visitor.get(here)).headers.location).toBe(first?.headers.location);
    expect((await visitor.post(here, { name: 'Somebody Else' })).headers.location).toBe(first?.headers.location);
    expect(JSON.parse(issued(id)?.record ?? '')).toMatchObject({ name: 'Number A' });
  });

  test('keeps their name as they write it, without what cannot be seen', async () => {
    const code = await certify(running, '  Ọlá\u202e\u200b   D’Souza-Łukasz \n');
    const page = await running.visitor().get(`/certificates/${code}`);
    expect(page.body).toContain('Ọlá D’Souza-Łukasz<');
  });

  test('is told what to do with it, and others who have the code are not', async () => {
    const { id, visitor } = await startPasser(running);
    await visitor.get(`/attempts/${id}/certificate`);
    const made = await visitor.post(`/attempts/${id}/certificate`, { name: 'Amara Okafor', look: 'right' });
    const address = made.headers.location ?? '';
    expect((await visitor.get(address)).body).toContain('Give your employer');
    const { visitor: other } = await startPasser(running);
    for (const stranger of [other, running.visitor()]) {
      const page = await stranger.get(address);
      expect(page.body).toContain('Amara Okafor');
      expect(page.body).not.toContain('Give your employer');
    }
  });

  test('reads there what the certificate is not', async () => {
    const page = await running.visitor().get(`/certificates/${await certify(running)}`);
    expect(page.body).toContain('draft guidance');
    expect(page.body).toContain('No approval by the regulator is implied');
    expect(page.body).toContain('A certificate is not CPD');
  });
});

test('the record is frozen with what it certifies, and nothing else', async () => {
  const { id, visitor, stored } = await startPasser(running);
  const passedAt = stored().passedAt?.toISOString();
  running.wait(86_400_000);
  await visitor.get(`/attempts/${id}/certificate`);
  await visitor.post(`/attempts/${id}/certificate`, { name: 'Amara Okafor', look: 'right' });
  const { code, practised, issuer, ...record } = JSON.parse(issued(id)?.record ?? '');
  expect(code).toMatch(/^\w{12}$/);
  expect(practised.length).toBeGreaterThan(0);
  expect(issuer).toBe(running.app.baseUrl());
  expect(record).toEqual({
    format: 1,
    name: 'Amara Okafor',
    course: { id: 'tiny', title: 'A tiny course' },
    module: { id: 'security', title: 'Security' },
    edition: '0.1',
    content: running.hash,
    guidance: {
      id: 'communicating-online@2025-08-20',
      title: running.content.guidance.title,
      publisher: running.content.guidance.publisher,
      notice: running.content.guidance.notice,
    },
    passedAt,
    issuedAt: running.app.clock().toISOString(),
    how: 'taken on this server',
  });
});

test('every page of a certificate is valid HTML', async () => {
  const [early, passer] = [await startLearner(running), await startPasser(running)];
  const code = await certify(running);
  const pages = [
    await early.visitor.get(`/attempts/${early.id}/certificate`),
    await passer.visitor.get(`/attempts/${passer.id}/certificate`),
    await passer.visitor.post(`/attempts/${passer.id}/certificate`, { name: '' }),
    await passer.visitor.post(`/attempts/${passer.id}/certificate`, { name: 'Amara Okafor' }),
    await passer.visitor.get(`/certificates/${code}`),
    await passer.visitor.get(`/verify/${code}`),
    await passer.visitor.get('/verify?code=wrong'),
    await passer.visitor.get('/verify'),
  ];
  for (const page of pages) expect(await htmlFaults(page.body)).toEqual([]);
});

test('a guest who passed finds the certificate in the account they sign in to, beside the one that the account has already', async () => {
  const pass = async (name: string) => {
    const learner = await startPasser(running);
    const here = `/attempts/${learner.id}/certificate`;
    await learner.visitor.get(here);
    const made = await learner.visitor.post(here, { name, look: 'right' });
    return { ...learner, here, address: made.headers.location ?? '' };
  };
  const account = { email: 'two-places@example.org', password: 'three words pictured' };
  const atHome = await pass('Amara at Home');
  await atHome.visitor.post('/account/keep', account);
  const atWork = await pass('Amara at Work');
  await atWork.visitor.post('/account/sign-in', account);
  for (const { address } of [atHome, atWork]) {
    expect((await atWork.visitor.get(address)).body).toContain('Give your employer');
  }
  for (const { here } of [atHome, atWork]) {
    expect((await atWork.visitor.get(here)).headers.location).toBe(atHome.address);
  }
});
