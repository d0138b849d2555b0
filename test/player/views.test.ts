import { describe, expect, test } from 'vitest';
import { face } from '../../courses/blocks/cast.ts';
import { html, rendered } from '../../courses/blocks/html.ts';
import type { Decision } from '../../courses/model/decisions.ts';
import { walkTake } from '../../courses/model/replay.ts';
import { timespan12, timestamp2004 } from '../../public/player/lms/times.ts';
import { whyView } from '../../public/player/views/came-of.ts';
import { clausesView } from '../../public/player/views/clauses.ts';
import { wrapped } from '../../public/player/views/map.ts';
import { tensionView } from '../../public/player/views/tension.ts';
import { trailOf } from '../../public/player/views/trail.ts';
import { packagePage } from '../../server/package-page.ts';
import { nameOf } from '../conformance/requirements.ts';
import { asks, bandsTo, ends, item, storyOf } from '../support/story.ts';
import { tinyContent, tinyPackage } from '../support/tiny-course.ts';
import { screenshotScenario } from '../support/tiny-screenshot.ts';

describe('text in a template', () => {
  test('is escaped, however it is put there', () => {
    const evil = '<img src=x onerror="alert(1)">';
    const out = html`<p title="${evil}">${[evil, html`<b>${evil}</b>`]}${undefined}${false}</p>`.text;
    expect(out).toBe(
      `<p title="${'&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'}">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;<b>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</b></p>`,
    );
  });

  test('is HTML only where it is marked as rendered', () => {
    expect(html`${rendered('<p>Yes</p>')}`.text).toBe('<p>Yes</p>');
  });
});

test('nothing in a course can end the page’s JSON', () => {
  const [module] = tinyContent.modules;
  if (!module) throw new Error('The tiny course has no module.');
  const content = { ...tinyContent, modules: [{ ...module, question: '</script><script>alert(1)</script>' }] };
  const scripts = { player: 'player.js', reflect: 'reflect.js', connected: 'connected.js', cmi5: 'cmi5.js' };
  const { text: page } = packagePage({ ...tinyPackage(content), css: '', scripts });
  expect(page).not.toContain('<script>alert');
  const json = /id="content">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  expect(JSON.parse(json).content.modules[0].question).toBe('</script><script>alert(1)</script>');
});

test('a trail says where other ways lead, and where they come back', () => {
  const take = {
    scenario: 'scr',
    tokens: [
      { decision: 'a', chosen: ['d'] },
      { decision: 'b', chosen: ['c'] },
      { decision: 'c', chosen: ['c'] },
    ],
  };
  const stops = trailOf(walkTake(screenshotScenario, take));
  expect(stops.map(({ title, elsewhere, rejoins }) => ({ title, elsewhere, rejoins }))).toEqual([
    { title: 'The chat', elsewhere: [], rejoins: true },
    { title: 'What gave it away', elsewhere: [], rejoins: true },
    { title: 'Your words', elsewhere: ['A door ajar'], rejoins: false },
  ]);
});

test.each([
  ['2.3', 'This pairing is ours, and not the guidance’s.'],
  ['5.6', undefined],
])('a tension between standard 2.2 and %s says whose pairing it is', (number, said) => {
  const tension = { ...screenshotScenario.tension, between: ['2.2', number] };
  const view = tensionView({ ...screenshotScenario, tension }, tinyContent).text;
  if (said === undefined) expect(view).not.toContain('ours');
  else expect(view).toContain(said);
});

test('a face shows the first letters of a name, of which an apostrophe is a part', () => {
  expect(face('The Guv’nor').text).toContain('>TG<');
  expect(face('Callie O’Dunn').text).toContain('>CO<');
});

test.each([
  ['must', 'The guidance says that you must.'],
  ['should (never)', 'The guidance says that you should.'],
  ['may', 'The guidance says that you may.'],
  ['need to', 'The guidance says that you need to.'],
  ['you are responsible', 'The guidance says that you are responsible.'],
  ['imperative', 'The guidance tells you to.'],
])('a point whose word is “%s” is shown with that word: “%s”', (modal, said) => {
  const [clause] = tinyContent.guidance.clauses;
  if (!clause) throw new Error('The tiny guidance has no clause.');
  const guidance = { ...tinyContent.guidance, clauses: [{ ...clause, modal }] };
  expect(clausesView([clause.id], guidance).text).toContain(`<p class="soft">${said}</p>`);
});

test('a point without such a word is shown without one', () => {
  const [clause] = tinyContent.guidance.clauses;
  if (!clause) throw new Error('The tiny guidance has no clause.');
  const guidance = { ...tinyContent.guidance, clauses: [{ ...clause, modal: 'none' }] };
  expect(clausesView([clause.id], guidance).text).not.toContain('The guidance');
});

describe('whoever answered with several things reads what became of each', () => {
  const items = [item('a', 'strong'), item('b', 'sound'), item('c', 'risky'), item('d', 'harmful')];
  const several = { id: 'q', ask: 'Which?', choices: items, bands: bandsTo('e') };
  const headings = (decision: Decision): string[] => {
    const take = { scenario: 's', tokens: [{ decision: 'q', chosen: ['a', 'c'] }] };
    const [step] = walkTake(storyOf([asks('s', decision), ends('e')]), take).steps;
    const out = step && whyView(step, tinyContent.guidance)?.text;
    return [...(out ?? '').matchAll(/<h3>(.*?)<\/h3>.*?<b>(.*?)<\/b>/gs)].map((one) => `${one[1]}: ${one[2]}`);
  };

  test('in a list, in words that fit any question: what goes on a record no more than what gives a place away', () => {
    expect(headings({ ...several, kind: 'select' })).toEqual([
      'You ticked, rightly: Item a',
      'You missed: Item b',
      'You ticked, and it is not one of them: Item c',
      'You left out, rightly: Item d',
    ]);
  });

  test('in a text that words are taken out of', () => {
    const text = items.map((one) => `[${one.text}](#${one.id})`).join(' ');
    expect(headings({ ...several, kind: 'spot', text })).toEqual([
      'You saw: Item a',
      'You missed: Item b',
      'You marked, and it can stay: Item c',
      'You left, rightly: Item d',
    ]);
  });
});

test('a label on the map takes two lines at most', () => {
  expect(wrapped('The community page', 12)).toEqual(['The', 'community…']);
  expect(wrapped('The chat', 12)).toEqual(['The chat']);
});

test(nameOf('quirk.times'), () => {
  expect(timespan12(3661.9)).toBe('01:01:01');
  expect(timespan12(360_000)).toBe('100:00:00');
  expect(timestamp2004(new Date(2026, 10, 3, 4, 5, 6))).toBe('2026-11-03T04:05:06');
});
