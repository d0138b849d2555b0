/** The second story of the tiny course: call, settings, record, document; order, weigh, write. */
import type { Scenario } from '../../courses/model/schema.ts';

export const neighbourScenario: Scenario = {
  id: 'nei',
  title: 'The open door',
  setting: 'Working from home, Thursday',
  summary: 'A neighbour walks in on a video call.',
  you: 'A newly qualified social worker',
  people: {
    amir: { name: 'Amir Khan', role: 'Father of Zara' },
    tom: { name: 'Tom Price', role: 'Your team manager' },
  },
  tension: { between: ['1.3', '2.3'], text: 'Amir wants to talk now. You owe him a place where nobody listens.' },
  judgement: 'The guidance does not say where you may work. Your employer’s policy does.',
  supervision: 'Who can hear you when you work from home?',
  scenes: [
    {
      id: 'call',
      at: '10:02',
      title: 'The call',
      blocks: [
        {
          kind: 'call',
          title: 'Amir and Zara, weekly call',
          tiles: [
            { person: 'amir', behind: 'A kitchen, a child at the table' },
            { person: 'me', behind: 'Your hall, a visitor at the open door', note: 'Your camera is on' },
            { person: 'tom', camera: 'off' },
          ],
          captions: [
            { from: 'amir', text: 'I need to tell you about Zara.' },
            { from: 'me', text: 'I am listening.' },
          ],
        },
        {
          kind: 'settings',
          title: 'Call privacy',
          rows: [
            { label: 'Background', value: 'As it is', hint: 'Others see what is behind you.', changed: true },
            { label: 'Recording', value: 'Off' },
          ],
        },
      ],
      decision: {
        kind: 'order',
        id: 'a',
        ask: 'What first, and what then?',
        choices: [
          { id: 'a', text: 'Go on with the call', rating: 'risky', reason: 'Last.', clauses: ['security.4'] },
          { id: 'b', text: 'Close the door', rating: 'strong', reason: 'Quickest.', clauses: ['security.4'] },
          {
            id: 'c',
            text: 'Tell Amir what happened',
            rating: 'sound',
            reason: 'He can choose.',
            clauses: ['security.4'],
          },
        ],
        order: ['b', 'c', 'a'],
        bands: [
          { from: 60, consequence: 'Amir laughs and waits.', to: 'weigh' },
          { from: 0, consequence: 'The neighbour hears Zara’s name.', to: 'weigh' },
        ],
      },
    },
    {
      id: 'weigh',
      title: 'After the call',
      blocks: [
        {
          kind: 'record',
          title: 'Zara Khan: case notes',
          entries: [
            { by: 'tom', at: 'Thursday 11:20', heading: 'Call', text: 'A neighbour came in.', access: 'Team only' },
          ],
        },
        {
          kind: 'document',
          form: 'policy',
          title: 'Working from home',
          from: 'Your employer',
          at: 'May',
          body: '1. Work where nobody can listen.\n2. Lock your screen.',
        },
      ],
      decision: {
        kind: 'weigh',
        id: 'b',
        ask: 'Where do you stand?',
        between: [
          { standard: '1.3', pull: 'Be there when he wants to talk' },
          { standard: '2.3', pull: 'Wait until nobody can hear' },
        ],
        consequence: 'You write down what you will do next time.',
        to: 'write',
      },
    },
    {
      id: 'write',
      title: 'For yourself',
      blocks: [
        { kind: 'email', state: 'inbox', from: 'Zara’s school', to: ['me'], subject: 'Minutes', at: '11:40' },
        {
          kind: 'email',
          state: 'draft',
          from: 'me',
          to: ['Sam'],
          subject: 'Today',
          suggestion: { typed: 'Sam', offered: ['Sam Khan', 'Sam Price, legal'] },
        },
      ],
      decision: { kind: 'write', id: 'c', ask: 'What will you change at home?', to: 'end' },
    },
    { id: 'end', title: 'Friday', ending: { tone: 'well', title: 'A lock on the door', text: 'It cost six pounds.' } },
  ],
};
