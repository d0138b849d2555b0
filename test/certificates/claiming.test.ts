/** A learner in an employer's LMS asks for a certificate; so does everybody who has read the package's files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificate } from '../../db/schema.ts';
import { contentHash } from '../../server/content-hash.ts';
import type { TestApp } from '../support/app.ts';
import { startCertifying } from '../support/certificates.ts';
import { claimed, honestClaim, sendClaim } from '../support/claims.ts';
import { connectFor } from '../support/employers.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { startLearner } from '../support/learners.ts';
import { readPdf } from '../support/read-pdf.ts';

const DAY = 86_400_000;

let running: TestApp;
beforeAll(async () => {
  running = await startCertifying({ content: claimed });
});
afterAll(() => running.close());

const all = () => running.app.db.orm.select().from(certificate).all();
const recordOf = (code: string) => JSON.parse(all().find((one) => one.code === code)?.record ?? 'null');
let nonces = 0;
const nonce = (): string => `claims${String(++nonces).padStart(6, '0')}`;

describe('a learner who passed in an employer’s LMS', () => {
  test('gets a certificate that says through whom it was reported, and what cannot be told', async () => {
    const { claim } = connectFor(running);
    const answer = await sendClaim(running, honestClaim(running, claim, nonce()));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const { code, shownCode, url } = answer.json();
    expect([shownCode.replaceAll('-', ''), url]).toEqual([code, `http://learn.example.org/certificates/${code}`]);
    expect(recordOf(code)).toMatchObject({
      name: 'Ada Okafor',
      module: { id: 'security' },
      how: 'reported through Anytown Council’s LMS',
      employer: { name: 'Anytown Council' },
      content: running.hash,
    });
    const certificatePage = await running.visitor().get(`/certificates/${code}`);
    const verifyPage = await running.visitor().get(`/verify/${code}`);
    for (const { body } of [certificatePage, verifyPage]) {
      expect(body).toContain('Reported through Anytown Council’s LMS: this site followed the decisions to a pass');
      expect(body).toContain('did not see who took them. Somebody else’s decisions, copied, look the same.');
      expect(await htmlFaults(body)).toEqual([]);
    }
    expect(certificatePage.body).toContain('finished and passed the module, as reported on 23 November 2026');
    expect(verifyPage.body).not.toContain('was passed here');
    const pdf = readPdf((await running.visitor().get(`/certificates/${code}.pdf`)).rawPayload);
    expect(pdf.map((one) => one.text).join(' ')).toMatch(
      /did not see who took them\. Somebody else’s decisions, copied,/,
    );
  });

  test('gets the same one again where the first answer was lost, asked for ten times at once', async () => {
    const { claim } = connectFor(running);
    const fields = honestClaim(running, claim, nonce());
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendClaim(running, fields)));
    expect(new Set(answers.map((one) => one.json().code)).size).toBe(1);
  });

  test('leaves no decision behind here: only what the certificate says', async () => {
    const { claim } = connectFor(running);
    const fields = honestClaim(running, claim, nonce());
    const { code } = (await sendClaim(running, fields)).json();
    const row = all().find((one) => one.code === code);
    expect(row).toMatchObject({ attemptId: null, learnerId: null });
    expect(JSON.stringify(row)).not.toContain(fields.path.split('/').slice(1).join('/'));
  });

  test('of the whole course gets one for all of its modules, also of newer words in a course that has grown', async () => {
    const { claim } = connectFor(running, 'Anytown Council', { modules: 'all' });
    const both = ['security', 'boundaries'];
    const { code } = (await sendClaim(running, honestClaim(running, claim, nonce(), both))).json();
    expect(recordOf(code)).toMatchObject({ wholeCourse: true, modules: [{ id: 'security' }, { id: 'boundaries' }] });
    const page = await running.visitor().get(`/certificates/${code}`);
    expect(page.body).toContain('finished and passed the course, as reported on');

    const [first] = claimed.modules;
    if (!first) throw new Error('The course has no module.');
    const grown = { ...claimed, modules: [...claimed.modules, { ...first, id: 'third', scenarios: [] }] };
    const hash = contentHash(grown);
    running.app.published.publish(hash, grown);
    const { path } = honestClaim({ ...running, hash, content: grown }, claim, nonce(), both);
    const later = (await sendClaim(running, { ...honestClaim(running, claim, nonce(), both), hash, path })).json();
    expect(recordOf(later.code)).toMatchObject({ modules: [{ id: 'security' }, { id: 'boundaries' }] });
    expect(recordOf(later.code).wholeCourse).toBeUndefined();
    running.app.published.publish(running.hash, claimed);
  });

  test('of a package of several modules gets one for a module before the others are passed, and one for all later', async () => {
    const { claim } = connectFor(running, 'Anytown Council', { modules: 'all' });
    const id = nonce();
    const both = honestClaim(running, claim, id, ['security', 'boundaries']);
    const [head, first] = both.path.split('/');
    const partly = { ...both, path: `${head}/${first}` };
    const one = (await sendClaim(running, { ...partly, module: 'security' })).json();
    expect(recordOf(one.code)).toMatchObject({ module: { id: 'security' }, name: 'Ada Okafor' });
    expect(recordOf(one.code).wholeCourse).toBeUndefined();
    for (const early of [partly, { ...partly, module: 'boundaries' }]) {
      expect((await sendClaim(running, early)).json()).toMatchObject({ code: 'claim-unfounded' });
    }
    const whole = (await sendClaim(running, both)).json();
    expect(recordOf(whole.code)).toMatchObject({ wholeCourse: true });
    expect((await sendClaim(running, { ...both, module: 'security' })).json().code).toBe(one.code);
    // The attempt is Ada's by now, all of it.
    const another = await sendClaim(running, { ...both, module: 'boundaries', name: 'Somebody Else' });
    expect(another.json()).toMatchObject({ code: 'claim-taken' });
  });

  test('is told what is wrong with the name, in the words of the site', async () => {
    const { claim } = connectFor(running);
    const answer = await sendClaim(running, { ...honestClaim(running, claim, nonce()), name: ' \u200b ' });
    expect([answer.statusCode, answer.json().wrong]).toEqual([
      422,
      'Enter your name as it should stand on the certificate',
    ]);
  });
});

describe('nothing is issued, and it is said kindly,', () => {
  const refused = async (fields: Parameters<typeof sendClaim>[1], code: string) => {
    const before = all().length;
    const answer = await sendClaim(running, fields);
    expect(answer.json()).toMatchObject({ code });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.body).not.toMatch(/token|revoked|expired/i);
    expect(all()).toHaveLength(before);
  };

  test('where the token is nobody’s, one for downloads, revoked or expired', async () => {
    const { claim, download, revoke } = connectFor(running);
    const short = connectFor(running, 'Anytown Council', { days: 1 });
    const fields = honestClaim(running, claim, nonce());
    await refused({ ...fields, token: 'spc_guessed' }, 'claim-ended');
    await refused({ ...fields, token: download }, 'claim-ended');
    running.wait(DAY);
    await refused({ ...fields, token: short.claim }, 'claim-ended');
    revoke('claim');
    await refused(fields, 'claim-ended');
  });

  test('where the path is of another module, another version, or of fewer modules than the package has', async () => {
    const { claim } = connectFor(running);
    const fields = honestClaim(running, claim, nonce());
    await refused(honestClaim(running, claim, nonce(), ['boundaries']), 'claim-unfounded');
    await refused({ ...fields, hash: 'f'.repeat(64) }, 'claim-unfounded');
    await refused({ ...fields, carried: 'f'.repeat(64) }, 'claim-unfounded');
    const whole = connectFor(running, 'Anytown Council', { modules: 'all' });
    await refused(honestClaim(running, whole.claim, nonce()), 'claim-unfounded');
    const elsewhere = connectFor(running, 'Anytown Council', { courseId: 'other' });
    await refused(honestClaim(running, elsewhere.claim, nonce()), 'claim-unfounded');
  });

  test('where the path does not end, does not pass, or is none', async () => {
    const { claim } = connectFor(running);
    const fields = honestClaim(running, claim, nonce());
    for (const path of [
      fields.path.slice(0, fields.path.lastIndexOf('.')),
      'x',
      `${fields.path}${'.a:a'.repeat(1000)}`,
    ]) {
      await refused({ ...fields, path }, 'claim-unfounded');
    }
  });

  test('where the attempt is one of this server: it has a page of its own for that', async () => {
    const { claim } = connectFor(running);
    const learner = await startLearner(running);
    await refused(honestClaim(running, claim, learner.nonce), 'claim-unfounded');
  });

  test('under another name, or through another employer, and whose it is stays unsaid', async () => {
    const { claim } = connectFor(running);
    const fields = honestClaim(running, claim, nonce());
    expect((await sendClaim(running, fields)).statusCode).toBe(200);
    await refused({ ...fields, name: 'Somebody Else' }, 'claim-taken');
    await refused({ ...fields, token: connectFor(running, 'Elsewhere').claim }, 'claim-taken');
    expect((await sendClaim(running, { ...fields, name: 'Somebody Else' })).body).not.toContain('Okafor');
  });

  test('where a part of the claim is missing', async () => {
    const { claim } = connectFor(running);
    const { name: _, ...fields } = honestClaim(running, claim, nonce());
    expect((await sendClaim(running, fields)).statusCode).toBe(400);
  });
});

test('a package in wrong hands makes two thousand certificates a day and no more, from wherever it is asked', async () => {
  const { claim } = connectFor(running);
  const other = connectFor(running);
  const one = honestClaim(running, claim, nonce());
  for (let sent = 0; sent < 2000; sent += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => sendClaim(running, one)));
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]));
  }
  const refused = await sendClaim(running, honestClaim(running, claim, nonce()));
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'claims-paused']);
  expect((await sendClaim(running, honestClaim(running, other.claim, nonce()))).statusCode).toBe(200);
}, 30_000);

test('who claims in vain ten times in a minute has to wait, also with a good one; forty colleagues at once do not', async () => {
  const { claim } = connectFor(running);
  for (let n = 0; n < 40; n += 1) {
    expect((await sendClaim(running, honestClaim(running, claim, nonce()), '192.0.2.1')).statusCode).toBe(200);
  }
  const fields = honestClaim(running, claim, nonce());
  const vain = [];
  for (let n = 0; n < 11; n += 1) {
    vain.push((await sendClaim(running, { ...fields, path: 'x' }, '192.0.2.2')).statusCode);
  }
  expect(vain).toEqual([...Array(10).fill(422), 429]);
  expect((await sendClaim(running, fields, '192.0.2.2')).statusCode).toBe(429);
  expect((await sendClaim(running, fields, '192.0.2.3')).statusCode).toBe(200);
});
