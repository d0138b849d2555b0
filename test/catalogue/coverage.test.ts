import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { escapeHtml } from '../../courses/blocks/html.ts';
import { clauseName } from '../../courses/model/clause-name.ts';
import { coverage } from '../../courses/model/coverage.ts';
import { startApp, type TestApp } from '../support/app.ts';

let running: TestApp;
let page: string;
beforeAll(async () => {
  running = await startApp();
  page = (await running.visitor().get('/courses/tiny/coverage')).body;
});
afterAll(() => running.close());

/** The row of a clause, as it stands on the page. */
const rowOf = (id: string): string => {
  const from = page.indexOf(`<tr id="${id.replace('.', '-')}">`);
  return from < 0 ? '' : page.slice(from, page.indexOf('</tr>', from));
};

describe('the coverage page', () => {
  test('shows every clause with the kind and the very word of the guidance', () => {
    for (const { id, kind, modal, paraphrase } of running.content.guidance.clauses) {
      expect(rowOf(id)).toContain(escapeHtml(paraphrase));
      expect(rowOf(id)).toContain(`<p class="kind">${kind}${modal === 'none' ? '' : `: ${escapeHtml(modal)}`}</p>`);
    }
  });

  test('says where each clause is practised, where it is only explained, and where it is not met yet', () => {
    const { clauses } = coverage(running.content, running.content.guidance);
    expect(clauses.some((one) => one.practised.length > 0)).toBe(true);
    for (const { id, practised, explained } of clauses) {
      expect(rowOf(id).includes('Practised in')).toBe(practised.length > 0);
      const only = explained.filter((place) => !practised.some((one) => one.scenario === place.scenario));
      expect(rowOf(id).includes('Explained in')).toBe(only.length > 0);
      expect(rowOf(id).includes('Not yet')).toBe(practised.length + explained.length === 0);
    }
  });

  test('links to places that are there', async () => {
    const links = [...page.matchAll(/href="(\/modules\/[^"#]+)#([^"]+)"/g)];
    expect(links.length).toBeGreaterThan(0);
    const transcript = (await running.visitor().get('/modules/tiny/security/transcript')).body;
    for (const [, path, place] of links) {
      expect(path).toBe('/modules/tiny/security/transcript');
      expect(transcript).toContain(`id="${place}"`);
    }
  });
});

describe('a module’s page', () => {
  test('names each point that it practises or explains as people do, with where it is met', async () => {
    const body = (await running.visitor().get('/modules/tiny/security')).body;
    const [practises = '', explains = ''] = body.split('Also explained here');
    const module = running.content.modules.filter((one) => one.id === 'security');
    const { clauses } = coverage({ modules: module }, running.content.guidance);
    expect(clauses.some((one) => one.practised.length === 0 && one.explained.length > 0)).toBe(true);
    for (const { id, practised, explained } of clauses) {
      const name = `<dt>${clauseName(running.content.guidance, id)}</dt>`;
      expect(practises.includes(name)).toBe(practised.length > 0);
      expect(explains.includes(name)).toBe(practised.length === 0 && explained.length > 0);
      const [first] = practised.length > 0 ? practised : explained;
      if (first) {
        const point = body.slice(body.indexOf(name)).split('</dd>')[0];
        expect(point).toContain(`/modules/tiny/security/transcript#${first.scenario}-${first.scene}"`);
      }
    }
  });
});

describe('a transcript', () => {
  test('holds every scene, every choice and every ending, once', async () => {
    const body = (await running.visitor().get('/modules/tiny/security/transcript')).body;
    const stories = running.content.modules.flatMap((one) => one.scenarios);
    for (const story of stories) {
      for (const { id, ending, decision } of story.scenes) {
        expect(body.split(`id="${story.id}-${id}"`)).toHaveLength(2);
        if (ending) expect(body).toContain(`Ending: ${escapeHtml(ending.title)}`);
        if (decision && 'choices' in decision) {
          for (const choice of decision.choices) expect(body).toContain(escapeHtml(choice.text));
        }
      }
    }
  });

  test('leads only to scenes that it holds', async () => {
    const body = (await running.visitor().get('/modules/tiny/security/transcript')).body;
    for (const [, place] of body.matchAll(/href="#([^"]+)"/g)) expect(body).toContain(`id="${place}"`);
  });
});
