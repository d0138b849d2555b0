import { afterAll, beforeAll, expect, test } from 'vitest';
import { escapeHtml } from '../../courses/blocks/html.ts';
import { endingAt } from '../../courses/model/engine.ts';
import { SCENARIO_FULL, scenarioScore } from '../../courses/model/outcome.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { everyWay } from '../support/every-way.ts';

let running: TestApp;
let page: string;
beforeAll(async () => {
  running = await startApp();
  page = (await running.visitor().get('/modules/tiny/security/ways')).body;
});
afterAll(() => running.close());

const span = (values: readonly number[]): string => {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return min === max ? `${min}` : `${min} to ${max}`;
};

test('a trainer sees how many ways lead to each ending, how long they are, and what they score', () => {
  const stories = running.content.modules.find((one) => one.id === 'security')?.scenarios ?? [];
  expect(stories.length).toBeGreaterThan(0);
  for (const story of stories) {
    const ways = everyWay(story);
    expect(page).toContain(`<p>${ways.length.toLocaleString('en-GB')} ways through, of `);
    for (const title of new Set(ways.map((one) => endingAt(one)?.title ?? ''))) {
      const here = ways.filter((one) => endingAt(one)?.title === title);
      const tone = here.map((one) => endingAt(one)?.tone)[0];
      const from = page.indexOf(`<th scope="row">${escapeHtml(title)} (${tone})</th>`);
      const row = page.slice(from, page.indexOf('</tr>', from));
      const cells = [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
      expect(cells).toEqual([
        here.length.toLocaleString('en-GB'),
        span(here.map((one) => one.steps.length)),
        `${span(here.map((one) => Math.floor((scenarioScore(one) * 100) / SCENARIO_FULL)))}%`,
      ]);
    }
  }
});
