import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { startLearner } from '../support/learners.ts';
import { COURSE_PAGES, MISSING_PAGES, SITE_PAGES } from '../support/site-pages.ts';
import { tinyContent } from '../support/tiny-course.ts';
import { twoModules } from '../support/two-modules.ts';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

const read = async (url: string, test = running): Promise<string> => (await test.visitor().get(url)).body;
const notice = tinyContent.guidance.notice;

describe('the course page shows one real moment', () => {
  const glimpseIn = (body: string): string => body.split('<figure class="glimpse">')[1]?.split('</figure>')[0] ?? '';

  test('which the course names: the message, what is told after it, and the choice', async () => {
    const named = { scenario: 'scr', scene: 'evening' };
    const content = { ...tinyContent, course: { ...tinyContent.course, glimpse: named } };
    const test = await startApp({ content });
    const glimpse = glimpseIn(await read('/courses/tiny', test));
    await test.close();
    const scene = tinyContent.modules[0]?.scenarios[0]?.scenes.find((one) => one.id === named.scene);
    if (scene?.decision?.kind !== 'choose') throw new Error('The scene asks for no choice.');
    expect(glimpse).toContain('Joyce’s screenshot');
    for (const { text } of scene.decision.choices) expect(glimpse).toContain(`<li>${text}</li>`);
  });

  test('and without a name the first that can be shown to everybody', async () => {
    expect(glimpseIn(await read('/courses/tiny'))).toContain('Joyce’s screenshot');
  });
});

test('a hard story is announced on the module’s page and on the sheet, with where to turn', async () => {
  const [module] = tinyContent.modules;
  const [first, ...others] = module?.scenarios ?? [];
  if (!module || !first) throw new Error('The tiny course has no story.');
  const scenarios = [{ ...first, touchesOn: 'the death of a boy' }, ...others];
  const test = await startApp({ content: { ...tinyContent, modules: [{ ...module, scenarios }] } });
  const [page, sheet] = await Promise.all(['', '/sheet'].map((part) => read(`/modules/tiny/security${part}`, test)));
  await test.close();
  for (const body of [page, sheet]) expect(body).toContain('This story touches on the death of a boy.');
  expect(page).toContain('talk to your supervisor');
  expect(await read('/modules/tiny/security')).not.toContain('talk to your supervisor');
});

describe('a visitor without an account', () => {
  test.each(MISSING_PAGES)('is told in words that %s is not there', async (url) => {
    const answer = await running.visitor().get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('We cannot find that page');
    expect(await htmlFaults(answer.body)).toEqual([]);
  });

  test.each([...COURSE_PAGES, ...SITE_PAGES])('can read %s, and its HTML is valid', async (url) => {
    const answer = await running.visitor().get(url);
    expect(answer.statusCode).toBe(200);
    expect(await htmlFaults(answer.body)).toEqual([]);
  });

  test.each([...COURSE_PAGES, ...SITE_PAGES])(
    'gets nothing on their device from %s that the privacy page does not name',
    async (url) => {
      const named = await read('/privacy');
      const answer = await running.visitor().get(url);
      for (const { name } of answer.cookies) expect(named).toContain(`<td class="breakable">${name}</td>`);
      expect(answer.cookies.map((one) => one.name)).not.toContain('session');
    },
  );

  test('loads nothing from anywhere else, and no script', async () => {
    for (const url of [...COURSE_PAGES, ...SITE_PAGES]) {
      const body = await read(url);
      expect(body).not.toMatch(/<script|<iframe|<img/);
      for (const [, href = ''] of body.matchAll(/<link [^>]*href="([^"]*)"/g)) {
        expect(href).toMatch(/^\/assets\//);
        expect((await running.visitor().get(href)).statusCode).toBe(200);
      }
    }
  });
});

describe('somebody with a question or a complaint', () => {
  test('is told plainly where the operator has given no address', async () => {
    for (const url of ['/privacy', '/accessibility']) expect(await read(url)).toContain('have not given an address');
  });

  test('finds the address that the operator gave, and that we answer within 30 days', async () => {
    const own = await startApp({ env: { CONTACT_EMAIL: 'help@example.org' } });
    for (const url of ['/privacy', '/accessibility']) expect(await read(url, own)).toContain('mailto:help@example.org');
    expect(await read('/privacy', own)).toContain('acknowledge a complaint within 30 days');
    await own.close();
  });
});

describe('the notice that the guidance is a draft', () => {
  test.each(COURSE_PAGES)('stands on %s', async (url) => {
    expect(await read(url)).toContain(`<p class="draft">${notice}`);
  });

  test('stands in the foot of a module, played alone, on this site or together', async () => {
    for (const url of ['/modules/tiny/security/together', `/play/${running.hash}/security/index.html`]) {
      expect(await read(url), url).toContain(`<footer><p>${notice}`);
    }
  });

  test('stands where a learner asks for the certificate of a module', async () => {
    const learner = await startLearner(running);
    expect((await learner.visitor.get(`/attempts/${learner.id}/certificate`)).body).toContain(
      `<p class="draft">${notice}`,
    );
  });

  test('is one setting: where the guidance is final, no page says draft', async () => {
    const guidance = { ...tinyContent.guidance, status: 'final' as const, notice: 'Based on the guidance.' };
    const content: Content = { ...tinyContent, guidance };
    const final = await startApp({ content });
    for (const url of COURSE_PAGES) expect(await read(url, final)).not.toContain('class="draft"');
    await final.close();
  });
});

describe('where there are several courses', () => {
  test('the start page lists them, each with its notice, and leads to their pages', async () => {
    const own = await startApp();
    const other = { ...tinyContent.course, id: 'other', title: 'Another course' };
    own.app.published.publish('e'.repeat(64), { ...tinyContent, course: other });
    const body = await read('/', own);
    expect(await htmlFaults(body)).toEqual([]);
    for (const { id, title } of [tinyContent.course, other]) {
      expect(body).toContain(`<a href="/courses/${id}">${title}</a>`);
      expect(await read(`/courses/${id}`, own)).toContain(`${title} · `);
    }
    expect(body.split(notice)).toHaveLength(3);
    await own.close();
  });
});

describe('what an author wrote', () => {
  test('is shown as text where it is plain, never read as HTML', async () => {
    const course = { ...tinyContent.course, title: '<b>Bold</b> & co', promise: '<script>alert(1)</script>' };
    const odd = await startApp({ content: { ...tinyContent, course } });
    for (const url of COURSE_PAGES) {
      const body = await read(url, odd);
      expect(body).not.toContain('<script');
      expect(body).not.toContain('<b>Bold');
    }
    await odd.close();
  });

  test('is set as Markdown where the schema says so', async () => {
    expect(await read('/')).toContain('Every block and every decision, <strong>once</strong>.');
  });
});

describe('a learner', () => {
  test('sees their own way on the course and module pages, and nobody else does', async () => {
    const learner = await startLearner(running);
    expect((await learner.visitor.get('/')).body).toContain('Go on with “Security”');
    const passed = await learner.commit(learner.passing());
    expect(passed.statusCode).toBe(200);
    expect((await learner.visitor.get('/')).body).toContain('You have passed every module.');
    const own = (await learner.visitor.get('/modules/tiny/security')).body;
    expect(own).toMatch(/Passed with \d+%/);
    expect(own).toContain('Take it again');
    expect(own).toContain('Your ending: ');

    const other = await read('/modules/tiny/security');
    expect(other).not.toContain('Passed with');
    expect(other).not.toContain('Your ending: ');
    expect(other).toContain('>Start</button>');
  });

  test('with a module under way is led back to it first, wherever it stands in the course', async () => {
    const own = await startApp({ content: twoModules });
    const learner = await startLearner(own, own.visitor(), '/modules/tiny/nei/attempts');
    const home = async () => (await learner.visitor.get('/')).body;
    expect(await home()).toContain('Go on with “The open door”');
    expect(await home()).not.toContain('Begin with');
    await learner.commit(learner.passing());
    expect(await home()).toContain('Begin with “Joyce’s screenshot”');
    await own.close();
  });

  test('who is a guest is offered to keep the record; a visitor has none yet', async () => {
    const learner = await startLearner(running);
    expect((await learner.visitor.get('/modules/tiny/security')).body).toContain('href="/account/keep"');
    expect(await read('/modules/tiny/security')).not.toContain('href="/account/keep"');
  });

  test('on an older text is told, and may start on the newest', async () => {
    const own = await startApp();
    const learner = await startLearner(own);
    const page = async () => (await learner.visitor.get('/modules/tiny/security')).body;
    expect(await page()).not.toContain('name="version" value="newest"');
    own.app.published.publish('f'.repeat(64), { ...tinyContent, course: { ...tinyContent.course, edition: '0.2' } });
    expect(await page()).toContain('name="version" value="newest"');
    expect(await page()).toContain('The text has changed since you began.');
    await own.close();
  });
});
