/** How decisions and their options go wrong. Each entry breaks one thing, of which exactly the named rule speaks. */
import { asks } from '../../../support/story.ts';
import { type Break, found } from '../break-one-thing.ts';

export const decisionsBreaks: Break[] = [
  [
    'duplicate-decision',
    'two decisions with one id',
    ({ second }) => {
      second.id = 'a';
    },
  ],
  [
    'same-effect',
    'a choice after which all is as after another',
    ({ choice: of }) => {
      of('r').consequence = of('s').consequence;
    },
  ],
  [
    'same-effect',
    'five places to stand, after which all is the same but one',
    ({ scenario, fourth }) => {
      found(fourth.bands[0]).to = 'fifth';
      const weigh = {
        kind: 'weigh' as const,
        id: 'e',
        ask: 'Where do you stand?',
        consequence: 'You see both.',
        to: 'well',
      };
      scenario.scenes.push(
        asks('fifth', {
          ...weigh,
          between: [
            { standard: '2.2', pull: 'Her', consequence: 'She nods.' },
            { standard: '5.6', pull: 'All' },
          ],
        }),
      );
    },
  ],
  [
    'spot-text',
    'a text without a phrase for an item',
    ({ scene, third }) => {
      scene('third').decision = { ...third, kind: 'spot', text: 'Maria lives in [Vine Lane](#b) under [the sky](#c).' };
    },
  ],
  [
    'spot-text',
    'a text with a phrase that is no item',
    ({ scene, third }) => {
      scene('third').decision = {
        ...third,
        kind: 'spot',
        text: '[Maria](#a), [Vine Lane](#b), [the sky](#c), [rain](#d).',
      };
    },
  ],
  [
    'panel-choice',
    'a voice that chose what there is not',
    ({ second }) => {
      found(second.panel?.[0]).chose = ['z'];
    },
  ],
  [
    'panel-choice',
    'a voice that chose two where one is asked',
    ({ second }) => {
      found(second.panel?.[0]).chose = ['t', 's'];
    },
  ],
  [
    'panel-agrees',
    'voices that all chose the same',
    ({ second }) => {
      found(second.panel?.[1]).chose = ['t'];
    },
  ],
  [
    'panel-harmful',
    'a voice that chose what does harm',
    ({ second }) => {
      found(second.panel?.[0]).chose = ['h'];
    },
  ],
  [
    'no-panel',
    'a story without a panel',
    ({ second }) => {
      delete second.panel;
    },
  ],
  [
    'confidence',
    'how sure, asked three times',
    ({ first, second, third }) => {
      for (const one of [first, second, third]) one.confidence = true;
    },
  ],
  [
    'too-little-offered',
    'choices that the flags take away',
    ({ third }) => {
      for (const one of third.choices.slice(0, 2)) one.when = 'told';
    },
  ],
  [
    'one-good-option',
    'one option that a good practitioner might take',
    ({ choice: of }) => {
      of('s').rating = 'risky';
    },
  ],
  [
    'one-good-option',
    'a second good option that is not there on some ways',
    ({ third }) => {
      found(third.choices[1]).when = 'not told';
    },
  ],
  [
    'option-lengths',
    'an option twice as long as another',
    ({ choice: of }) => {
      of('h').text = 'Send it on to your own phone, then to your other phone';
    },
  ],
  [
    'strong-is-longest',
    'strong options that are the longest',
    ({ module }) => {
      for (const { scenes } of module.scenarios) {
        for (const { decision } of scenes) {
          if (decision?.kind === 'choose') found(decision.choices[0]).text = 'Ask Maria what she wants now';
          if (decision?.kind === 'choose') found(decision.choices[3]).text = 'Send it to your own phone';
        }
      }
    },
  ],
  [
    'strong-is-hedged',
    'strong options that sound the most careful',
    ({ module }) => {
      for (const { scenes } of module.scenarios) {
        for (const { decision } of scenes) {
          if (decision?.kind === 'choose') found(decision.choices[0]).text = 'Ask, if Maria may';
          if (decision?.kind === 'choose') found(decision.choices[3]).text = 'Perhaps send it to yourself';
        }
      }
    },
  ],
  [
    'strong-turns-to-manager',
    'a manager who is the best answer every time',
    ({ module }) => {
      for (const { people, scenes } of module.scenarios) {
        if (people?.tom) people.tom.role = 'Your team manager';
        for (const { decision } of scenes) {
          if (decision?.kind === 'choose') found(decision.choices[0]).text = 'Ask Tom what to do';
          if (decision?.kind === 'choose') found(decision.choices[1]).text = 'Tell her what you saw now';
        }
      }
    },
  ],
];
