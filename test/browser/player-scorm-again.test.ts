/** scorm-again as it comes, in both standards: our own reading of SCORM is not the only judge. */
import { build } from 'esbuild';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { packageFiles, type Site, serveFiles } from '../support/play-package.ts';
import { beginStory, press, takeNeighbourStory, takeScreenshotStory } from '../support/sitting.ts';

const STANDARDS = {
  scorm12: { from: 'scorm-again/scorm12/min', make: 'Scorm12API', global: 'API', prefix: 'LMS' },
  'scorm2004-4': { from: 'scorm-again/scorm2004/min', make: 'Scorm2004API', global: 'API_1484_11', prefix: '' },
} as const;
type Standard = keyof typeof STANDARDS;

/** The page: the API, with every answer that is not a plain yes written down. */
const script = ({ from, make, global, prefix }: (typeof STANDARDS)[Standard]): string => `
import { ${make} as Api } from '${from}';
const api = new Api({ autocommit: false, logLevel: 'NONE' });
window.errors = [];
window.counted = 0;
for (const name of ['Initialize', 'SetValue', 'Commit', '${prefix ? 'Finish' : 'Terminate'}']) {
  const work = api['${prefix}' + name];
  api['${prefix}' + name] = (...values) => {
    const answer = work.apply(api, values);
    const code = api.${prefix}GetLastError();
    window.counted += 1;
    if (String(answer) !== 'true' || String(code) !== '0') window.errors.push([name, ...values, answer, code].join(' '));
    return answer;
  };
}
window.${global} = api;
window.heldValue = (name) => api.${prefix}GetValue(name);
`;

const browser = await sharedBrowser();
const sites = new Map<Standard, Site>();
beforeAll(async () => {
  for (const standard of ['scorm12', 'scorm2004-4'] as const) {
    const { outputFiles } = await build({
      stdin: { contents: script(STANDARDS[standard]), resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'iife',
    });
    sites.set(
      standard,
      await serveFiles({
        ...packageFiles(),
        'settings.js': `window.standpointSettings = ${JSON.stringify({ standard, interactions: true })};`,
        'api.js': outputFiles[0]?.text ?? '',
        'lms.html': `<!doctype html><title>LMS</title><script src="api.js"></script><iframe id="package" src="index.html" width="650" height="666"></iframe>`,
      }),
    );
  }
});
afterAll(async () => {
  for (const site of sites.values()) await site.close();
});

async function launch(standard: Standard): Promise<{ page: Page; frame: Frame }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(`${sites.get(standard)?.url}lms.html`);
  const frame = await (await page.waitForSelector('#package')).contentFrame();
  if (!frame) throw new Error('There is no frame.');
  return { page, frame };
}

const heldValue = (page: Page, name: string): Promise<string> => page.evaluate(`window.heldValue('${name}')`);

describe.each(['scorm12', 'scorm2004-4'] as const)('scorm-again’s %s', (standard) => {
  test('takes every call of a sitting, from the launch to a pass', async () => {
    const { page, frame } = await launch(standard);
    await beginStory(frame, 'Joyce’s screenshot');
    await takeScreenshotStory(frame, 'well');
    await press(frame, 'Look back at your way');
    await press(frame, 'Next story: The open door');
    await takeNeighbourStory(frame);
    await expect.poll(() => frame.locator('#saved').textContent()).toBe('Saved');
    expect(await page.evaluate('window.errors')).toEqual([]);
    expect(await page.evaluate('window.counted')).toBeGreaterThan(20);
    if (standard === 'scorm12') {
      expect(await heldValue(page, 'cmi.core.lesson_status')).toBe('passed');
      expect(await heldValue(page, 'cmi.core.score.raw')).toBe('100');
    } else {
      expect(await heldValue(page, 'cmi.completion_status')).toBe('completed');
      expect(await heldValue(page, 'cmi.success_status')).toBe('passed');
      expect(await heldValue(page, 'cmi.score.scaled')).toBe('1');
    }
    expect(await heldValue(page, 'cmi.suspend_data')).toMatch(
      /^1\.[0-9a-f]{8}\.[a-z0-9]{12}\.1\/scr\.a:r\.b:a\+b\.c:a\+b\/nei\./,
    );
    await press(frame, 'Save and exit');
    expect(await page.evaluate('window.errors')).toEqual([]);
    await page.context().close();
  });
});
