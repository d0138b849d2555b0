import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { AppError, ERRORS, type ErrorCode } from '../../server/errors.ts';
import { root } from '../../server/root.ts';
import { createVisitor } from '../support/visitor.ts';

const codes = Object.keys(ERRORS) as ErrorCode[];

/** All of server/ but the table itself. */
const source = readdirSync(path.join(root, 'server'), { recursive: true, encoding: 'utf8' })
  .filter((one) => one.endsWith('.ts') && one !== 'errors.ts')
  .map((one) => readFileSync(path.join(root, 'server', one), 'utf8'))
  .join('\n');

describe('the failure', () => {
  test.each(codes)('%s has a status, a title and a way on in whole sentences, and happens somewhere', (code) => {
    const [status, title, text] = ERRORS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/^[A-Z].*[a-z]$/);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(`${title} ${text}`).not.toMatch(/invalid|error|token|JSON|HTTP|database|exception/i);
    expect(source).toContain(`'${code}'`);
  });
});

describe('a person meets', () => {
  let app: App;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'standpoint-errors-'));
    const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    const also = (site: App): void => {
      site.get('/test/fails/:code', async (request) => {
        throw new AppError((request.params as { code: ErrorCode }).code, { token: 3 });
      });
      site.get('/test/breaks', async () => {
        throw new Error('SELECT secret FROM safe');
      });
    };
    app = await buildApp({ config, also });
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test.each(codes)('%s as a page with those words, and a program as JSON with the code', async (code) => {
    const [status, title, text] = ERRORS[code];
    const page = await createVisitor(app).get(`/test/fails/${code}`);
    expect(page.statusCode).toBe(status);
    expect(page.body).toContain(`<h1>${title}</h1>`);
    expect(page.body).toContain(text);
    const json = await createVisitor(app).get(`/test/fails/${code}`, { accept: 'application/json' });
    expect([json.statusCode, json.json()]).toEqual([status, { code, title, text, token: 3 }]);
  });

  test('a fault of ours as an apology with a number to quote, and none of our insides', async () => {
    for (const accept of ['text/html', 'application/json']) {
      const broken = await createVisitor(app).get('/test/breaks', { accept });
      expect(broken.statusCode).toBe(500);
      expect(broken.body).toMatch(/[0-9a-f]{10}-[0-9a-z]+/);
      expect(broken.body).not.toContain('SELECT');
    }
  });

  test('an address that cannot be read as words, too', async () => {
    const refused = await createVisitor(app).get('/%zz');
    expect(refused.statusCode).toBe(400);
    expect(refused.headers['content-type']).toContain('text/plain');
    expect(refused.body).toContain(ERRORS['address-malformed'][1]);
  });

  test('a page that needs signing in with a way in that leads back to it', async () => {
    const page = await createVisitor(app).get('/attempts/none');
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('href="/account/sign-in?next=%2Fattempts%2Fnone"');
  });

  test('a strange form as words about the form, not about decisions', async () => {
    const visitor = createVisitor(app);
    await visitor.get('/account/sign-in');
    const headers = {
      cookie: visitor.cookies(),
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const twice = await app.inject({
      method: 'POST',
      url: '/account/sign-in',
      headers,
      payload: 'email=a&email=b',
    });
    expect(twice.statusCode).toBe(400);
    expect(twice.body).toContain('That form could not be read');
  });
});
