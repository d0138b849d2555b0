/**
 * A course in which lint finds nothing wrong but that it is short and unfinished: three stories of one shape, over a
 * guidance of its own with one section. Tests break one thing of it at a time.
 */
import type { Choice, Choose, Rating } from '../../courses/model/decisions.ts';
import type { Guidance } from '../../courses/model/guidance.ts';
import type { Course, Scenario } from '../../courses/model/schema.ts';
import { asks, bandsTo, choice, choose, ends, item, moduleOf, storyOf } from './story.ts';

export const goodGuidance: Guidance = {
  id: 'small',
  version: '2025-08-20',
  title: 'A small guidance',
  publisher: 'A publisher',
  status: 'draft',
  notice: 'Based on a draft.',
  sections: [
    { id: 'security', title: 'Security' },
    { id: 'tools', title: 'Tools' },
  ],
  standards: [
    { number: '2.2', topic: 'Privacy', checked: true },
    { number: '5.6', topic: 'Trust', checked: true },
  ],
  clauses: [
    {
      id: 'security.1',
      section: 'security',
      kind: 'obligation',
      modal: 'must',
      paraphrase: 'Keep it safe.',
      standards: ['2.2'],
    },
    {
      id: 'security.2',
      section: 'security',
      kind: 'expectation',
      modal: 'should',
      paraphrase: 'Look again.',
      standards: [],
    },
    {
      id: 'security.3',
      section: 'security',
      kind: 'context',
      modal: 'is',
      paraphrase: 'Things travel.',
      standards: [],
    },
    {
      id: 'tools.1',
      section: 'tools',
      kind: 'expectation',
      modal: 'should',
      paraphrase: 'Choose well.',
      standards: [],
    },
  ],
};

/** Four choices of even length: strong and sound serve, risky and harmful miss. */
function four(to: Partial<Record<Rating, string>> & { else: string }): Choice[] {
  const words: [string, Rating, string, string][] = [
    ['t', 'strong', 'Ask Maria what she wants', 'It keeps her in charge, and it costs you a call.'],
    ['s', 'sound', 'Tell Tom what you saw now', 'It brings help soon, and it may come too soon.'],
    ['r', 'risky', 'Wait until the meeting ends', 'It keeps the peace. By then the picture has gone far.'],
    ['h', 'harmful', 'Send it on to your own phone', 'It feels safe to have it. Now there are two copies.'],
  ];
  return words.map(([id, rating, text, reason]) =>
    choice(id, rating, to[rating] ?? to.else, { text, reason, clauses: ['security.1', 'security.2'] }),
  );
}

/** Four decisions deep: choose, choose, tick, order; three endings. A flag shows one block and one choice. */
export function goodScenario(id: string): Scenario {
  return storyOf(
    [
      asks('first', choose('a', ...four({ else: 'second' })), {
        blocks: [
          { kind: 'narration', text: 'Your phone buzzes. It is Maria.', clauses: ['security.3'] },
          { kind: 'chat', title: 'Maria', messages: [{ from: 'maria', text: 'Can you look at this for me?' }] },
        ],
      }),
      asks('second', withPanel(), { blocks: [{ kind: 'narration', text: 'Tom knows now.', when: 'told' }] }),
      asks('third', {
        kind: 'select',
        id: 'c',
        ask: 'What can you see that points to her?',
        choices: [
          item('a', 'strong', { text: 'The name' }),
          item('b', 'sound', { text: 'The road' }),
          item('c', 'risky', { text: 'The sky' }),
        ],
        bands: bandsTo('fourth', 'hard', 'hard'),
      }),
      asks('fourth', {
        kind: 'order',
        id: 'd',
        ask: 'What first?',
        choices: [
          item('a', 'sound', { text: 'Call her' }),
          item('b', 'sound', { text: 'Tell Tom' }),
          item('c', 'sound', { text: 'Note it' }),
        ],
        order: ['a', 'b', 'c'],
        bands: bandsTo('well', 'mixed', 'mixed'),
      }),
      ends('well'),
      ends('mixed', 'mixed'),
      ends('hard', 'hard'),
    ],
    { id, people: { maria: { name: 'Maria Lund' }, tom: { name: 'Tom Price' } } },
  );
}

function withPanel(): Choose {
  const choices = four({ else: 'third' }).map((one) => (one.id === 't' ? { ...one, set: ['told'] } : one));
  return {
    kind: 'choose',
    id: 'b',
    ask: 'And now?',
    choices,
    panel: [
      { who: 'Manager', chose: ['t'], why: 'She decides.' },
      { who: 'Student', chose: ['s'], why: 'I would want help.' },
      { who: 'Consultant', chose: ['t'], why: 'It is hers.' },
    ],
  };
}

export const goodCourse: Course = {
  id: 'small',
  title: 'A small course',
  audience: 'Testers',
  promise: 'Three stories.',
  summary: 'Stories.',
  guidance: 'small@2025-08-20',
  edition: '0.1',
  passMark: 60,
  about: { text: 'About it.', clauses: ['tools.1'] },
  modules: [moduleOf([goodScenario('one'), goodScenario('two'), goodScenario('tre')])],
};
