/** How a story stops hanging together. Each entry breaks one thing, of which exactly the named rule speaks. */
import { asks, ends } from '../../../support/story.ts';
import { type Break, found } from '../break-one-thing.ts';

export const structureBreaks: Break[] = [
  [
    'duplicate-scene',
    'two scenes with one id',
    ({ scenario, scene }) => {
      scenario.scenes.push(scene('hard'));
    },
  ],
  [
    'missing-scene',
    'a choice that leads nowhere',
    ({ choice: of }) => {
      of('t').to = 'secnd';
    },
  ],
  [
    'dead-end',
    'a scene that neither asks nor ends',
    ({ scene }) => {
      delete scene('mixed').ending;
    },
  ],
  [
    'dead-end',
    'a scene that asks and ends',
    ({ scene }) => {
      scene('mixed').next = 'well';
    },
  ],
  [
    'circle',
    'a scene that leads back',
    ({ fourth }) => {
      found(fourth.bands[0]).to = 'second';
    },
  ],
  [
    'no-last-way',
    'a list whose last way has a condition',
    ({ choice: of }) => {
      of('t').to = [
        { when: 'told', scene: 'second' },
        { when: 'not told', scene: 'third' },
      ];
    },
  ],
  [
    'no-last-way',
    'a list with a way that hides those after it',
    ({ choice: of }) => {
      of('t').to = [{ scene: 'second' }, { scene: 'third' }];
    },
  ],
  [
    'bands',
    'bands from the lowest up',
    ({ third }) => {
      third.bands.reverse();
    },
  ],
  [
    'bands',
    'no band for the lowest answers',
    ({ third }) => {
      third.bands.pop();
    },
  ],
  [
    'unreached-scene',
    'a scene that nothing leads to',
    ({ scenario }) => {
      scenario.scenes.push(ends('lonely'));
    },
  ],
  [
    'unreached-scene',
    'a scene behind a condition that never holds',
    ({ scenario, choice: of }) => {
      scenario.scenes.push(ends('lonely'));
      of('t').to = [{ when: 'told', scene: 'lonely' }, { scene: 'second' }];
    },
  ],
  [
    'path-length',
    'fewer than four decisions',
    ({ choice: of, first, scenario }) => {
      for (const one of first.choices) one.to = 'third';
      scenario.scenes = scenario.scenes.filter((scene) => scene.id !== 'second');
      first.panel = [
        { who: 'A', chose: ['t'], why: 'Yes.' },
        { who: 'B', chose: ['s'], why: 'No.' },
        { who: 'C', chose: ['t'], why: 'Yes.' },
      ];
      of('t').consequence = 'Then she smiles.';
    },
  ],
  [
    'path-length',
    'more than eight decisions',
    ({ scenario, fourth }) => {
      for (let index = 0; index < 5; index += 1) {
        const to = index === 4 ? 'well' : `more-${index + 1}`;
        scenario.scenes.push(asks(`more-${index}`, { kind: 'write', id: `m${index}`, ask: 'Write.', to }));
      }
      found(fourth.bands[0]).to = 'more-0';
    },
  ],
  [
    'few-endings',
    'two endings',
    ({ fourth, scenario }) => {
      for (const band of fourth.bands) band.to = 'well';
      scenario.scenes = scenario.scenes.filter((scene) => scene.id !== 'mixed');
    },
  ],
  [
    'duplicate-choice',
    'two items with one id',
    ({ third }) => {
      found(third.choices[1]).id = 'a';
    },
  ],
  [
    'order-list',
    'an order that names what there is not',
    ({ fourth }) => {
      fourth.order = ['a', 'b', 'x'];
    },
  ],
];
