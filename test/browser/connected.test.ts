/** A connected package in an LMS: it asks its server once, and plays on whatever the server says or does not say. */
import type { Frame } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Content } from '../../courses/model/content.ts';
import type { Standard } from '../../server/package-standards.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { type Illness, startIllServer } from '../support/ill-server.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { asks, choice, choose, ends, moduleOf, storyOf } from '../support/story.ts';
import { CLOSED_CSP, imported, importZip, OPEN_CSP } from '../support/strict-lms/imported.ts';
import type { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { compileTiny, hashOf, tinyContent, tinyCourse, tinyPackage } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const browser = await sharedBrowser();

const OWN_FILES = ['atkinson.woff2', 'connected.js', 'index.html', 'player.js', 'settings.js'];

/** The same with other words in it. */
function toldAnew(content: Content): Content {
  const other = structuredClone(content);
  for (const story of other.modules[0]?.scenarios ?? []) story.title = `${story.title}, told anew`;
  return other;
}

const reworded = toldAnew(tinyContent);

const short = (id: string, title: string) =>
  storyOf([asks('q', choose('q', choice('x', 'strong', 'e'), choice('y', 'risky', 'e'))), ends('e')], { id, title });

/** One decision in each of two stories, for whatever is about the way from the first launch to a pass. */
const SHORT = compileTiny({ ...tinyCourse, modules: [moduleOf([short('a', 'Monday'), short('b', 'Tuesday')])] });

const connected = (server: string, content = tinyContent, csp = OPEN_CSP): Promise<StrictLms> => {
  const connection = { server, employer: 'Anytown Council', claim: 'spc_test' };
  return imported(browser, 'scorm12', { content, connection, csp });
};

/** A server that published what packages carry and, a minute later, other versions. */
async function serving(carried: Content, ...later: readonly Content[]): Promise<{ running: TestApp; server: string }> {
  const running = await startApp({ content: carried });
  onTestFinished(() => running.close());
  for (const content of later) {
    running.wait(60_000);
    running.app.published.publish(hashOf(content), content);
  }
  return { running, server: await running.listen() };
}

const held = async (lms: StrictLms): Promise<string> => (await lms.record()).values['cmi.suspend_data'] ?? '';

async function decide(frame: Frame): Promise<void> {
  await frame.getByText('Do x').click();
  await press(frame, 'Do this');
  await press(frame, 'Go on');
}

/** The short module, taken to a pass over two launches, with nothing said that anybody would worry about. */
async function takeToAPass(lms: StrictLms): Promise<void> {
  const frame = await lms.launch();
  const before = await frame.locator('body').innerText();
  expect(before).toContain('Your decisions are saved in your LMS after each one.');
  expect(before).not.toMatch(/error|fail|could not|server|updated|connect/i);
  await beginStory(frame, 'Monday');
  await decide(frame);
  await lms.leave();
  const again = await lms.launch();
  await press(again, 'Go on: Tuesday');
  await decide(again);
  await lms.leave();
  expect(await lms.violations()).toEqual([]);
  expect((await lms.record()).values).toMatchObject({
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '100',
  });
  const own = hashOf(SHORT).slice(0, 8);
  expect(await held(lms)).toMatch(new RegExp(`^1\\.${own}\\.[a-z0-9]{12}\\.1/a\\.q:x/b\\.q:x$`));
}

describe('with its server', () => {
  test('a new attempt plays the newest words, and goes on with them when they are old', async () => {
    const { running, server } = await serving(tinyContent, reworded);
    const lms = await connected(server);
    const frame = await lms.launch();
    await beginStory(frame, 'Joyce’s screenshot, told anew');
    await takeScreenshotStory(frame, 'well');
    await lms.leave();
    expect(await held(lms)).toContain(`1.${hashOf(reworded).slice(0, 8)}.`);
    const newest = structuredClone(reworded);
    newest.course.passMark = 70;
    running.wait(60_000);
    running.app.published.publish(hashOf(newest), newest);
    const again = await lms.launch();
    await press(again, 'Go on: The open door, told anew');
    expect(await again.getByText('has been updated').count()).toBe(0);
    await takeNeighbourStory(again);
    await lms.leave();
    expect(await lms.violations()).toEqual([]);
    expect((await lms.record()).values).toMatchObject({ 'cmi.core.lesson_status': 'passed' });
    expect(await held(lms)).toContain(`1.${hashOf(reworded).slice(0, 8)}.`);
  });

  test('an attempt goes on in its own version after a package was imported over it that asks otherwise', async () => {
    const other = structuredClone(tinyContent);
    const [story] = other.modules[0]?.scenarios ?? [];
    const asked = story?.scenes.find((one) => one.decision?.kind === 'choose')?.decision;
    if (asked) asked.id = 'zz';
    const { server } = await serving(tinyContent, other);
    const lms = await connected(server);
    const frame = await lms.launch();
    await beginStory(frame, 'Joyce’s screenshot');
    await takeScreenshotStory(frame, 'well');
    await lms.leave();
    const before = await held(lms);
    const updated = await connected(server, other);
    await updated.adopt(await lms.record());
    const again = await updated.launch();
    await press(again, 'Go on: The open door');
    await takeNeighbourStory(again);
    await updated.leave();
    expect((await held(updated)).startsWith(before)).toBe(true);
    expect((await updated.record()).values).toMatchObject({ 'cmi.core.lesson_status': 'passed' });
  });

  test('goes on in the old words where the server is gone, from the same decisions', async () => {
    const { running, server } = await serving(tinyContent, reworded);
    const lms = await connected(server);
    const frame = await lms.launch();
    await beginStory(frame, 'Joyce’s screenshot, told anew');
    await takeScreenshotStory(frame, 'well');
    await lms.leave();
    await running.app.server.closeAllConnections();
    await running.app.server.close();
    const again = await lms.launch();
    await press(again, 'Go on: The open door');
    await takeNeighbourStory(again);
    await lms.leave();
    expect((await lms.record()).values).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '100',
    });
  });

  test('asks once at the launch of a new attempt, of nobody else, and not where it carries what the path names', async () => {
    const { server } = await serving(SHORT);
    const lms = await connected(server, SHORT);
    await takeToAPass(lms);
    const [question = '', ...files] = lms
      .requested()
      .sort((a, b) => Number(b.includes('://')) - Number(a.includes('://')));
    expect(files).toEqual(OWN_FILES);
    const { origin, pathname, searchParams } = new URL(question);
    expect([origin, pathname]).toEqual([server, '/connected/tiny/content.json']);
    expect(Object.fromEntries(searchParams)).toEqual({ modules: 'security', hash: hashOf(SHORT) });
  });
});

const newer = toldAnew(SHORT);

const json = (value: unknown): Illness => ({ body: JSON.stringify(value) });
/** As this server answers, who sends no more of a content than its modules need. */
const answer = (content: Content, more: object = {}) => ({ format: 1, ...tinyPackage(content), ...more });
const without = (part: string): Content => {
  const content = structuredClone(newer);
  Reflect.deleteProperty(content.modules[0]?.scenarios[0] ?? {}, part);
  return content;
};

/** Newer words, with more in them than words. */
const hostile = (html: string): Content => {
  const content = structuredClone(newer);
  for (const story of content.modules[0]?.scenarios ?? []) story.judgement += html;
  return content;
};

test('what a server answers in the right form is played, whichever server it is', async () => {
  const other = await startIllServer(json(answer(newer)));
  onTestFinished(() => other.close());
  const frame = await (await connected(other.url, SHORT)).launch();
  await beginStory(frame, 'Monday, told anew');
  await decide(frame);
});

describe('plays what it carries, and says nothing of it, where its server', () => {
  test.each<[string, Illness]>([
    ['hangs', 'hangs'],
    ['stops in the middle of its answer', 'stalls'],
    ['answers with a page', { type: 'text/html', body: '<!doctype html><title>Sign in to the network</title>' }],
    ['has lost the course', { status: 404, type: 'text/html', body: '<!doctype html><title>Not found</title>' }],
    ['fails', { status: 500, body: '{"code":"unexpected"}' }],
    ['fails with something that looks right', { status: 500, body: JSON.stringify(answer(newer)) }],
    ['is older, with another format', json(answer(newer, { format: 0 }))],
    ['is older, and says nothing of formats', json(answer(newer, { format: undefined }))],
    ['answers with another module', json(answer(newer, { modules: ['gran'] }))],
    ['answers without a hash', json(answer(newer, { hash: '' }))],
    ['answers with stories without scenes', json(answer(without('scenes')))],
    ['answers with stories without a title', json(answer(without('title')))],
    ['answers with nothing in it', json(null)],
    ['was broken into, and sends a script', json(answer(hostile('<img src="x" onerror="alert(1)">')))],
    [
      'was broken into, and sends a link that runs',
      json(answer(hostile('<p><a href="javascript:alert(1)">On</a></p>'))),
    ],
    ['was broken into, and sends a form for passwords', json(answer(hostile('<form action="https://a.example">')))],
    ['was broken into, and covers the page', json(answer(hostile('<p style="position:fixed;inset:0">Call us</p>')))],
  ])('%s', async (_, illness) => {
    const ill = await startIllServer(illness);
    onTestFinished(() => ill.close());
    await takeToAPass(await connected(ill.url, SHORT));
    expect(ill.asked).toHaveLength(1);
  });

  test('cannot be reached', async () => {
    const ill = await startIllServer('hangs');
    await ill.close();
    await takeToAPass(await connected(ill.url, SHORT));
  });

  test('may not be asked under the LMS’s content security policy', async () => {
    const ill = await startIllServer(json(answer(newer)));
    onTestFinished(() => ill.close());
    await takeToAPass(await connected(ill.url, SHORT, CLOSED_CSP));
    expect(ill.asked).toEqual([]);
  });
});

test.each<Standard>(['scorm12', 'scorm2004-3', 'scorm2004-4'])(
  'a standalone %s package asks for nothing but its own files, through every page of it',
  async (standard) => {
    const zip = await zipPackage({ content: tinyContent, hash: hashOf(tinyContent), modules: 'all', standard });
    expect(unzip(zip).some((one) => one.name === 'connected.js')).toBe(false);
    const lms = await importZip(browser, zip, OPEN_CSP);
    const frame = await lms.launch();
    await press(frame, 'Read the whole module as text');
    await press(frame, 'Back');
    await press(frame, 'Begin: Joyce’s screenshot');
    await takeScreenshotStory(frame, 'well');
    await lms.leave();
    const again = await lms.launch();
    await press(again, 'Go on: The open door');
    await takeNeighbourStory(again);
    await lms.leave();
    const last = await lms.launch();
    await press(last, 'See how it went');
    await last.getByRole('heading', { name: 'You have passed' }).waitFor();
    await lms.leave();
    // The whole text is in the second script, which is the package's own as well.
    expect(lms.requested()).toEqual([...OWN_FILES.filter((one) => one !== 'connected.js'), 'reflect.js'].sort());
  },
);
