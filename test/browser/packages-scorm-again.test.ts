/** The real zip against scorm-again as it comes, so that our own reading of the standard is not the only judge. */
import { build } from 'esbuild';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { zipSelfTest } from '../../server/packaging/self-test.ts';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { root } from '../../server/root.ts';
import { sharedBrowser } from '../support/browser.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';
import { type Served, servePackage } from '../support/strict-lms/serve.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

/** A page around the package: scorm-again, told only where to commit and what it held before. */
const page = (module: string, name: string, global: string): string => `
import { ${name} } from 'scorm-again/${module}';
const api = new ${name}({ lmsCommitUrl: '/commit', dataCommitFormat: 'json', logLevel: 'ERROR' });
const held = JSON.parse(decodeURIComponent(location.search.slice(1)));
if (held) api.loadFromJSON(held, 'cmi');
window.${global} = api;
const frame = document.createElement('iframe');
frame.src = 'package/index.html';
frame.width = '650';
frame.height = '666';
document.body.append(frame);`;

type Values = Record<string, unknown>;

const FORMATS = [
  {
    standard: 'scorm12',
    script: page('scorm12', 'Scorm12API', 'API'),
    // What an LMS gives back: never the session's time or exit, which are of one sitting.
    back: ({ core, ...cmi }: Values): Values => {
      const { session_time: _, exit: __, ...rest } = core as Values;
      return { ...cmi, core: { ...rest, entry: 'resume', credit: 'credit', lesson_mode: 'normal' } };
    },
    passed: { core: { lesson_status: 'passed', exit: 'suspend', score: { raw: '100', min: '0', max: '100' } } },
  },
  {
    standard: 'scorm2004-4',
    script: page('scorm2004', 'Scorm2004API', 'API_1484_11'),
    back: ({ session_time: _, exit: __, ...cmi }: Values): Values => ({ ...cmi, entry: 'resume', credit: 'credit' }),
    passed: {
      completion_status: 'completed',
      success_status: 'passed',
      progress_measure: '1',
      exit: 'suspend',
      score: { raw: '100', min: '0', max: '100', scaled: '1' },
    },
  },
] as const;

const browser = await sharedBrowser();

async function bundled(contents: string): Promise<string> {
  const stdin = { contents, resolveDir: root };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', logLevel: 'error' });
  return outputFiles[0]?.text ?? '';
}

/** The last that was committed, as JSON below `cmi`. */
const held = ({ posted }: Served): Values | null => {
  const last = posted.at(-1);
  return last === undefined ? null : JSON.parse(last).cmi;
};

async function launch(at: Page, served: Served, state: Values | null): Promise<Frame> {
  await at.goto(`${served.url}lms?${encodeURIComponent(JSON.stringify(state))}`);
  const frame = await (await at.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The page shows no package.');
  await frame.waitForSelector('#ready button, main [tabindex]');
  return frame;
}

/** Closes the package, and waits for what it sends while it goes. */
async function leave(at: Page, served: Served): Promise<void> {
  const before = served.posted.length;
  await at.goto(`${served.url}left`);
  await expect.poll(() => served.posted.length).toBeGreaterThan(before);
  await at.evaluate(() => sessionStorage.clear());
}

describe.each(FORMATS)('a $standard package in scorm-again as it comes', ({ standard, script, back, passed }) => {
  test('is taken to a pass over two sittings, and scorm-again has nothing to complain of', async () => {
    const request = { content: tinyContent, hash: hashOf(tinyContent), modules: ['security'], standard };
    const served = await servePackage(unzip(await zipPackage(request)), await bundled(script));
    onTestFinished(() => served.close());
    const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce' });
    onTestFinished(() => context.close());
    const at = await context.newPage();
    const complaints: string[] = [];
    at.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    at.on('pageerror', (error) => complaints.push(error.message));

    const first = await launch(at, served, null);
    await beginStory(first, 'Joyce’s screenshot');
    await takeScreenshotStory(first, 'well');
    await leave(at, served);
    const between = held(served);
    expect(JSON.stringify(between)).toContain('incomplete');

    const second = await launch(at, served, between && back(between));
    await press(second, 'Go on: The open door');
    await takeNeighbourStory(second);
    await leave(at, served);
    expect(held(served)).toMatchObject(passed);
    expect(held(served)?.suspend_data).toMatch(/\/scr\..*\/nei\./);
    expect(complaints).toEqual([]);
  });

  test('says in our self-test that nothing has to be changed', async () => {
    const served = await servePackage(unzip(await zipSelfTest(standard)), await bundled(script));
    onTestFinished(() => served.close());
    const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce' });
    onTestFinished(() => context.close());
    const at = await context.newPage();
    const first = await launch(at, served, null);
    await press(first, 'Save and exit');
    await at.goto(`${served.url}left`);
    for (const nth of ['second', 'third']) {
      const state = held(served);
      const frame = await launch(at, served, state && back(state));
      const report = await frame.getByRole('textbox', { name: 'Report' }).inputValue();
      const wrong = report.split('\n').filter((line) => line.startsWith('WRONG'));
      // The page around it tells scorm-again nobody's id and name, and that is true.
      expect([nth, wrong]).toEqual([
        nth,
        ['WRONG       name: the name is empty', 'WRONG       learner: the id is empty'],
      ]);
      if (nth === 'second') await leave(at, served);
      else expect(await frame.locator('h1').textContent()).toBe('Your LMS does all that our packages need');
    }
  });
});
