/** What is in a zip: the same bytes everywhere, the files that learners play here, and names that never change. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import { STANDARDS, type Standard } from '../../server/package-standards.ts';
import { packageKeeper } from '../../server/packaging/keep-packages.ts';
import { type ZipRequest, zipPackage } from '../../server/packaging/zip-package.ts';
import { root } from '../../server/root.ts';
import { nameOf } from '../conformance/requirements.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const standards = Object.keys(STANDARDS) as Standard[];
const request: Omit<ZipRequest, 'standard'> = {
  content: tinyContent,
  hash: hashOf(tinyContent),
  modules: ['security'],
};
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const manifestOf = (zip: Buffer): string =>
  unzip(zip)
    .find((one) => one.name === 'imsmanifest.xml' || one.name === 'cmi5.xml')
    ?.bytes.toString('utf8') ?? '';

/** The hash of a zip that a process of its own makes, in another place and language. */
async function madeElsewhere(standard: Standard, env: Readonly<Record<string, string>>): Promise<string> {
  const script = `
    import { createHash } from 'node:crypto';
    import { zipPackage } from './server/packaging/zip-package.ts';
    import { hashOf, tinyContent } from './test/support/tiny-course.ts';
    const zip = await zipPackage({ content: tinyContent, hash: hashOf(tinyContent), modules: ['security'], standard: '${standard}' });
    process.stdout.write(createHash('sha256').update(zip).digest('hex'));`;
  const args = ['--input-type=module-typescript', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  return stdout;
}

describe.each(standards)('a %s zip', (standard) => {
  test('has the same bytes on every run, in every time zone and language', async () => {
    const here = sha(await zipPackage({ ...request, standard }));
    const there = await madeElsewhere(standard, { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    const elsewhere = await madeElsewhere(standard, { TZ: 'America/St_Johns', LANG: 'C' });
    expect([there, elsewhere]).toEqual([here, here]);
  });

  test(nameOf('quirk.update-in-place'), async () => {
    const [module] = tinyContent.modules;
    const changed = { ...tinyContent, modules: module ? [{ ...module, title: 'Safety' }] : [] };
    const before = manifestOf(await zipPackage({ ...request, standard }));
    const after = manifestOf(await zipPackage({ ...request, content: changed, hash: 'f'.repeat(64), standard }));
    const identifiers = (xml: string): string[] =>
      xml.match(/\b(id|identifier(ref)?|objectiveID|default)="[^"]*"/g) ?? [];
    expect(after).toContain('Safety');
    expect(identifiers(after)).toEqual(identifiers(before));
    expect(new Set(identifiers(before)).size).toBe(standard === 'cmi5' ? 2 : identifiers(before).length);
    expect(identifiers(before).length).toBeGreaterThan(standard === 'cmi5' ? 1 : 4);
  });

  test('says what it is, how long it takes, and what to do, to the person who imports it', async () => {
    const files = unzip(await zipPackage({ ...request, standard }));
    const said = files.map((one) => one.bytes.toString('utf8'));
    const readme = said[files.findIndex((one) => one.name === 'README.html')];
    for (const heading of ['What it reports', 'How to test it', 'When it does not complete']) {
      expect(readme).toContain(heading);
    }
    const metadata = said.filter((_, at) => /^(imsmanifest|metadata|cmi5)\.xml$/.test(files[at]?.name ?? '')).join('');
    // A course structure has no place for how long it takes.
    if (standard !== 'cmi5') expect(metadata).toMatch(/PT\d+M/);
    expect(metadata).toContain('Who can see this, and who else?');
  });

  test('tells the person who imports it what may be hard to read, and only where something is', async () => {
    const [module] = tinyContent.modules;
    const [first, ...others] = module?.scenarios ?? [];
    if (!module || !first) throw new Error('The tiny course has no story.');
    const scenarios = [{ ...first, touchesOn: 'the death of a boy' }, ...others];
    const hard = { ...tinyContent, modules: [{ ...module, scenarios }] };
    const readmeOf = async (content: Content): Promise<string> => {
      const files = unzip(await zipPackage({ ...request, content, hash: hashOf(content), standard }));
      return files.find((one) => one.name === 'README.html')?.bytes.toString('utf8') ?? '';
    };
    expect(await readmeOf(hard)).toContain('</strong> touches on the death of a boy.');
    expect(await readmeOf(tinyContent)).not.toContain('hard to read');
  });

  test('marks no file as a folder, a link or a program', async () => {
    const zip = await zipPackage({ ...request, standard });
    const modes = unzip(zip).map((one) => one.mode);
    expect([...new Set(modes)]).toEqual([0o100644]);
  });
});

describe('a zip of several modules', () => {
  const [module] = tinyContent.modules;
  const modules = ['first', 'second', 'third'].map((id) => ({ ...(module ?? expect.fail()), id, title: id }));
  const several = { ...tinyContent, modules };
  const made = (asked: ZipRequest['modules'], content: Content = several) =>
    zipPackage({ content, hash: hashOf(content), modules: asked, standard: 'scorm12' });
  const identifier = (zip: Buffer) => /<manifest[^>]* identifier="([^"]*)"/.exec(manifestOf(zip))?.[1];

  test('is the same in whatever order its modules were asked for', async () => {
    const zip = await made(['third', 'first']);
    expect(sha(zip)).toBe(sha(await made(['first', 'third'])));
    expect(identifier(zip)).toBe('standpoint_tiny_first_third');
    expect(manifestOf(zip)).toContain('<title>A tiny course: first, third</title>');
  });

  test('keeps its identifier as a whole course when the course gets another module', async () => {
    const before = await made('all', { ...several, modules: modules.slice(0, 2) });
    const after = await made('all');
    expect([identifier(before), identifier(after)]).toEqual(['standpoint_tiny', 'standpoint_tiny']);
    expect(manifestOf(after)).toContain('<title>A tiny course</title>');
  });

  test('has an identifier that every LMS takes, however many modules there are', async () => {
    const many = Array.from({ length: 12 }, (_, nth) => ({
      ...(module ?? expect.fail()),
      id: `${'m'.repeat(46)}${nth}`,
    }));
    const content = { ...tinyContent, modules: many };
    const ids = many.map((one) => one.id);
    const zip = await made(ids, content);
    expect(identifier(zip)?.length).toBeLessThan(200);
    expect(identifier(zip)).not.toBe(identifier(await made(ids.slice(1), content)));
  });

  test('cannot be made of no module', () => {
    expect(() => made([])).toThrow('A package needs a module.');
  });
});

describe('the download', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());
  const get = (url: string) => app.app.inject({ method: 'GET', url });

  test.each([
    '/modules/none/security/packages/scorm12.zip',
    '/modules/tiny/none/packages/scorm12.zip',
    '/modules/tiny/security/packages/scorm13.zip',
    '/modules/tiny/security/packages/scorm12.tar',
    '/modules/tiny/security/packages/scorm12',
    '/modules/tiny/security/packages/toString.zip',
  ])('answers 404 for %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  test('is the very zip that the command line makes, under a name that says what it is', async () => {
    const { statusCode, headers, rawPayload } = await get('/modules/tiny/security/packages/scorm12.zip');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('application/zip');
    expect(headers['content-disposition']).toBe('attachment; filename="tiny-security-scorm12.zip"');
    expect(sha(rawPayload)).toBe(sha(await zipPackage({ ...request, standard: 'scorm12' })));
  });

  test('holds the very files that learners play here, all but the settings', async () => {
    const { rawPayload } = await get('/modules/tiny/security/packages/scorm2004-4.zip');
    const names = unzip(rawPayload)
      .map((one) => one.name)
      .filter((name) => name === 'index.html' || /\.(js|woff2)$/.test(name));
    expect(names).toHaveLength(5);
    const same = await Promise.all(
      names.map(async (name) => {
        const played = await get(`/play/${app.hash}/security/${name}`);
        expect(played.statusCode).toBe(200);
        const zipped = unzip(rawPayload).find((one) => one.name === name);
        return zipped?.bytes.equals(played.rawPayload) ?? false;
      }),
    );
    expect(same).toEqual([true, true, true, true, false]);
  });

  test('is not sent again to who has it', async () => {
    const url = '/modules/tiny/security/packages/scorm12.zip';
    const { headers } = await get(url);
    const again = await app.app.inject({ method: 'GET', url, headers: { 'if-none-match': String(headers.etag) } });
    expect(again.statusCode).toBe(304);
  });
});

describe('the keeper of zips', () => {
  const asked = (hash: string): ZipRequest => ({ content: {} as Content, hash, modules: ['m'], standard: 'scorm12' });

  test('makes each zip once, and one that failed again', async () => {
    const made: string[] = [];
    let broken = true;
    const zipOf = packageKeeper(async ({ hash }) => {
      made.push(hash);
      if (broken) throw new Error('no player was built');
      return Buffer.from(hash);
    });
    await expect(zipOf(asked('a'))).rejects.toThrow('no player');
    broken = false;
    expect((await zipOf(asked('a'))).toString()).toBe('a');
    await zipOf(asked('a'));
    await zipOf({ ...asked('a'), standard: 'scorm2004-4' });
    expect(made).toEqual(['a', 'a', 'a']);
  });

  test('forgets those not asked for longest', async () => {
    const made: string[] = [];
    const zipOf = packageKeeper(async ({ hash }) => {
      made.push(hash);
      return Buffer.from(hash);
    });
    for (let nth = 0; nth < 24; nth += 1) await zipOf(asked(String(nth)));
    await zipOf(asked('0'));
    await zipOf(asked('new'));
    made.length = 0;
    await zipOf(asked('0'));
    await zipOf(asked('1'));
    expect(made).toEqual(['1']);
  });
});
