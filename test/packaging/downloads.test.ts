/** The pages from which packages are downloaded, as a person without script uses them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STANDARDS } from '../../server/package-standards.ts';
import { GUIDES } from '../../server/packaging/guides.ts';
import { PRESETS, type PresetId } from '../../server/packaging/presets.ts';
import { zipSelfTest } from '../../server/packaging/self-test.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { twoModules } from '../support/two-modules.ts';
import { unzip } from '../support/unzip.ts';

const [first, second] = twoModules.modules.map((one) => one.id);

let running: TestApp;
beforeAll(async () => {
  running = await startApp({ content: twoModules });
});
afterAll(() => running.close());

const get = (url: string) => running.visitor().get(url);

async function files(url: string): Promise<(name: string) => string> {
  const { statusCode, rawPayload } = await get(url);
  expect(statusCode).toBe(200);
  const unzipped = unzip(rawPayload);
  return (name) => unzipped.find((one) => one.name === name)?.bytes.toString('utf8') ?? '';
}

/** Addresses of the form's buttons, the first one the most prominent. */
const actions = (body: string): string[] => [...body.matchAll(/formaction="([^"]*)"/g)].map(([, url = '']) => url);
/** What stands in the form, by name. */
const chosen = (body: string): string[] =>
  [...body.matchAll(/<input type="(?:radio|checkbox)"[^>]*name="([^"]*)" value="([^"]*)"[^>]* checked>/gs)].map(
    ([, name, value]) => `${name}=${value}`,
  );

describe('somebody with a learning system', () => {
  test('is led to the downloads from the course and from the module', async () => {
    expect((await get('/courses/tiny')).body).toContain('href="/courses/tiny/packages"');
    expect((await get(`/modules/tiny/${first}`)).body).toContain(`href="/modules/tiny/${first}/packages"`);
  });

  test.each(Object.entries(PRESETS))('who has %s is offered the standard that suits it first', async (id, preset) => {
    const { body } = await get(`/courses/tiny/packages?lms=${id}`);
    expect(await htmlFaults(body)).toEqual([]);
    const urls = actions(body);
    expect(urls[0]).toBe(`/courses/tiny/packages/${preset.standard}.zip`);
    expect(urls.toSorted()).toEqual(
      Object.keys(STANDARDS)
        .map((one) => `/courses/tiny/packages/${one}.zip`)
        .toSorted(),
    );
    expect(body).toContain(`aria-current="true">${preset.title}</a>`);
  });

  test('finds every choice made for them: a pass, its score, and no single decision', async () => {
    const { body } = await get('/courses/tiny/packages');
    expect(chosen(body)).toEqual(['what=course', 'pass=passed', 'score=yes', 'decisions=no']);
    expect(body).toContain('<details>');
    const file = await files('/courses/tiny/packages/scorm12.zip?lms=generic&name=&what=course&pass=passed&score=yes');
    expect(file('settings.js')).toContain('"passAs":"passed","score":true,"interactions":false');
    expect(file('imsmanifest.xml')).toContain('identifier="standpoint_tiny"');
  });

  test('gets what they chose instead', async () => {
    const query = 'lms=moodle&pass=completed&score=no&decisions=yes&name=Online+%26+safe';
    const file = await files(`/modules/tiny/${first}/packages/scorm12.zip?${query}`);
    expect(file('settings.js')).toContain('"passAs":"completed","score":false,"interactions":true');
    expect(file('imsmanifest.xml')).toContain('<title>Online &amp; safe</title>');
    expect(file('imsmanifest.xml')).toContain(`identifier="standpoint_tiny_${first}"`);
    expect(file('README.html')).toContain('<strong>Completed</strong>, and no score');
  });

  test.each(Object.keys(STANDARDS))('takes some modules in one %s file, and not the others', async (standard) => {
    const file = await files(`/courses/tiny/packages/${standard}.zip?what=modules&module=${second}`);
    expect(file('index.html')).toContain(`"modules":["${second}"]`);
    const both = await get(`/courses/tiny/packages/${standard}.zip?module=${second}&module=${first}`);
    expect(both.headers['content-disposition']).toContain(`"tiny-${first}-${second}-${standard}.zip"`);
  });

  test('gets the whole course where modules were ticked and then thought better of', async () => {
    const file = await files(`/courses/tiny/packages/scorm12.zip?what=course&module=${second}`);
    expect(file('index.html')).toContain(`"modules":["${first}","${second}"]`);
  });

  test('who ticks no module is told so beside the question, and loses nothing that they chose', async () => {
    const { statusCode, body } = await get('/courses/tiny/packages/scorm12.zip?lms=esr&what=modules&score=no');
    expect(statusCode).toBe(400);
    expect(await htmlFaults(body)).toEqual([]);
    expect(body).toContain('<a href="#module">Tick one module or more, or choose the whole course</a>');
    expect(chosen(body)).toEqual(['what=modules', 'pass=passed', 'score=no', 'decisions=no']);
    expect(body).toContain('aria-current="true">ESR</a>');
  });

  test('who gives it too long a name is told so, and finds it again to shorten', async () => {
    const name = 'x'.repeat(101);
    const { statusCode, body } = await get(`/modules/tiny/${first}/packages/scorm12.zip?name=${name}`);
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#name">Give it a name of 100 characters at most</a>');
    expect(body).toContain(`value="${name}"`);
    expect(body).toContain('<details open>');
  });

  test('cannot break the manifest with a name', async () => {
    const file = await files(`/modules/tiny/${first}/packages/scorm12.zip?name=%07%3Cb%3E%EF%BF%BF+%00x`);
    expect(file('imsmanifest.xml')).toContain('<title>&lt;b&gt; x</title>');
    expect(file('README.html')).toContain('<h1>&lt;b&gt; x</h1>');
  });

  test('who names modules twice, or in another order, gets the same file under the same name', async () => {
    const file = (...modules: (string | undefined)[]) =>
      get(`/courses/tiny/packages/scorm12.zip?${modules.map((one) => `module=${one}`).join('&')}`);
    const [usual, turned, twice] = [
      await file(first, second),
      await file(second, first),
      await file(first, second, first),
    ];
    for (const one of [turned, twice]) {
      expect(one.rawPayload.equals(usual.rawPayload)).toBe(true);
      expect(one.headers['content-disposition']).toBe(usual.headers['content-disposition']);
    }
  });

  test.each(['/courses/tiny/packages/scorm12.zip?module=none', '/courses/tiny/packages/scorm13.zip'])(
    'is told that %s is not there',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  test.each(['lms=none', 'score=half', 'pass=failed', 'what=all', 'pass=passed&pass=completed'])(
    'is told that nobody can read %s',
    async (query) => {
      expect((await get(`/courses/tiny/packages/scorm12.zip?${query}`)).statusCode).toBe(400);
    },
  );

  test('who downloads without end is asked to wait', async () => {
    const own = await startApp();
    const ask = () => own.visitor().get('/courses/tiny/packages/none.zip');
    for (let nth = 0; nth < 60; nth += 1) expect((await ask()).statusCode).toBe(404);
    expect((await ask()).statusCode).toBe(429);
    await own.close();
  });
});

describe('the person who imports it', () => {
  test.each(Object.keys(PRESETS) as PresetId[])('finds the steps for %s on the site and in the zip', async (id) => {
    const own = await startApp({ env: { BASE_URL: 'https://learn.example.org' } });
    const page = await own.visitor().get(`/courses/tiny/packages?lms=${id}`);
    expect(page.body).toContain(`href="/packages/help/${id}"`);
    const help = (await own.visitor().get(`/packages/help/${id}`)).body;
    const { rawPayload } = await own.visitor().get(`/courses/tiny/packages/scorm12.zip?lms=${id}`);
    const readme = unzip(rawPayload).find((one) => one.name === 'README.html');
    const said = readme?.bytes.toString('utf8') ?? '';
    expect(await htmlFaults(said)).toEqual([]);
    expect(said).toContain(`<a href="https://learn.example.org/packages/help/${id}">`);
    const { import: steps, update, trouble } = GUIDES[id];
    for (const text of [...steps, ...update, ...trouble, 'press Ctrl and F9']) {
      expect(help).toContain(text);
      expect(said).toContain(text);
    }
    expect(help).toContain(`href="/courses/tiny/packages?lms=${id}"`);
    await own.close();
  });

  test.each(Object.entries(GUIDES))('is told how sure we are of %s, and since when', async (id, { evidence }) => {
    const { body } = await get(`/packages/help/${id}`);
    const isSeen = evidence.some(({ sure }) => sure === 'seen');
    expect(body.includes('These steps are reported by others.')).toBe(!isSeen);
    for (const { sure, on } of evidence)
      expect(body).toContain(`<strong>${sure === 'seen' ? 'Seen' : 'Reported'}</strong>, ${on}`);
    expect(evidence.every(({ on }) => /20\d\d$/.test(on))).toBe(true);
  });

  test('finds a self-test beside the download and on the page of their system', async () => {
    for (const page of ['/courses/tiny/packages?lms=cornerstone', '/packages/help/cornerstone']) {
      const [, url = ''] = /href="([^"]*self-test[^"]*)"/.exec((await get(page)).body) ?? [];
      expect(url).toBe('/packages/self-test/scorm2004-3.zip');
      const { statusCode, headers, rawPayload } = await get(url);
      expect([statusCode, headers['content-type']]).toEqual([200, 'application/zip']);
      expect(rawPayload.equals(await zipSelfTest('scorm2004-3'))).toBe(true);
      expect(rawPayload.length).toBeLessThan(80 * 1024);
    }
  });

  test('finds one for a learning record store as well', async () => {
    for (const page of ['/courses/tiny/packages?lms=lrs', '/packages/help/lrs']) {
      const { body } = await get(page);
      expect(body).toContain('href="/packages/self-test/cmi5.zip"');
      // Its name is no proper name.
      expect(body).not.toMatch(/(for|into|in|suits) A system/);
    }
    expect((await get('/packages/self-test/cmi5.zip')).rawPayload.equals(await zipSelfTest('cmi5'))).toBe(true);
  });

  test.each(['scorm13.zip', 'scorm12.tar', 'toString.zip', 'cmi6.zip'])(
    'finds no self-test called %s',
    async (file) => {
      expect((await get(`/packages/self-test/${file}`)).statusCode).toBe(404);
    },
  );

  test('is sent nowhere where the site has no address of its own', async () => {
    const file = await files(`/modules/tiny/${first}/packages/scorm12.zip?lms=esr`);
    expect(file('README.html')).not.toContain('href=');
  });
});
