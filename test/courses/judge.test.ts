import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersTo } from '../../courses/model/answers.ts';
import type { Decision, Rating } from '../../courses/model/decisions.ts';
import { FULL, judge } from '../../courses/model/judge.ts';
import { bandsTo, choice, choose, item } from '../support/story.ts';

const none = new Set<string>();
const points = (decision: Decision, ...chosen: string[]) => judge(decision, { chosen }, none).points;
const refusal = expect.objectContaining({ code: 'path.answer' });

const select: Decision = {
  kind: 'select',
  id: 'sel',
  ask: 'Which?',
  choices: [item('a', 'strong'), item('b', 'sound'), item('c', 'risky'), item('d', 'harmful')],
  bands: bandsTo('high', 'middle', 'low'),
};

const order: Decision = {
  kind: 'order',
  id: 'ord',
  ask: 'In which order?',
  choices: [item('a', 'sound'), item('b', 'sound'), item('c', 'sound')],
  order: ['c', 'a', 'b'],
  bands: bandsTo('high', 'middle', 'low'),
};

const weigh: Decision = {
  kind: 'weigh',
  id: 'w',
  ask: 'Where do you stand?',
  between: [
    { standard: '2.2', pull: 'Privacy' },
    { standard: '5.6', pull: 'Trust' },
  ],
  consequence: 'You see both.',
  to: 'end',
};

describe('who weighs', () => {
  const between: Extract<Decision, { kind: 'weigh' }>['between'] = [
    { standard: '2.2', pull: 'Privacy', consequence: 'She nods.' },
    { standard: '5.6', pull: 'Trust', set: ['spoke'] },
  ];
  const leaning = (place: string) => judge({ ...weigh, between }, { chosen: [place] }, none);

  it('reads what comes of the side leant to, and half way what the decision says', () => {
    expect(['1', '2', '3', '4', '5'].map((place) => leaning(place).consequence)).toEqual([
      ...['She nods.', 'She nods.', 'You see both.', 'You see both.', 'You see both.'],
    ]);
  });

  it('sets the flags of the side leant to', () => {
    expect(['1', '2', '3', '4', '5'].map((place) => leaning(place).sets.join())).toEqual([
      '',
      '',
      '',
      'spoke',
      'spoke',
    ]);
  });
});

describe('an answer is refused', () => {
  const one = choose('d', choice('a', 'strong', 'end'), choice('b', 'risky', 'end'));

  it.each([
    ['two choices where one is asked', one, ['a', 'b']],
    ['nothing ticked', select, []],
    ['an item that there is not', select, ['a', 'x']],
    ['items out of the order in which they stand', select, ['b', 'a']],
    ['an order that leaves an item out', order, ['c', 'a']],
    ['an order that names an item twice', order, ['c', 'a', 'a']],
    ['a place outside 1 to 5', weigh, ['6']],
    ['words in the path', { kind: 'write', id: 'n', ask: 'Write.', to: 'end' } satisfies Decision, ['hello']],
  ])('where it is %s', (_, decision, chosen) => {
    expect(() => judge(decision, { chosen }, none)).toThrow(refusal);
  });

  it('where it says how sure, and nobody asked', () => {
    expect(() => judge(one, { chosen: ['a'], confidence: 2 }, none)).toThrow(refusal);
    expect(() => judge(weigh, { chosen: ['3'], confidence: 2 }, none)).toThrow(refusal);
  });
});

describe('an answer is worth', () => {
  it('three, two, one or no thirds by the rating of the one choice', () => {
    const ratings: Rating[] = ['strong', 'sound', 'risky', 'harmful'];
    const decision = choose('d', ...ratings.map((rating) => choice(rating.slice(0, 4), rating, 'end')));
    expect(['stro', 'soun', 'risk', 'harm'].map((id) => points(decision, id))).toEqual([
      FULL,
      (FULL * 2) / 3,
      FULL / 3,
      0,
    ]);
  });

  it('the share of what is right less the share of what is wrong, and never less than nothing', () => {
    expect(points(select, 'a', 'b')).toBe(FULL);
    expect(points(select, 'a')).toBe(FULL / 2);
    expect(points(select, 'a', 'b', 'c')).toBe(FULL / 2);
    expect(points(select, 'a', 'c', 'd')).toBe(0);
    expect(points(select, 'c', 'd')).toBe(0);
  });

  it('the share of pairs that stand in the right order', () => {
    expect(points(order, 'c', 'a', 'b')).toBe(FULL);
    expect(points(order, 'a', 'c', 'b')).toBe((FULL * 2) / 3);
    expect(points(order, 'b', 'a', 'c')).toBe(0);
  });

  it('nothing at all, good or bad, where the learner weighs or writes', () => {
    expect(points(weigh, '3')).toBeUndefined();
    expect(points({ kind: 'write', id: 'n', ask: 'Write.', to: 'end' }, 'w')).toBeUndefined();
  });

  it('a whole number for any count of right and wrong items, so that no side rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (right, wrong) => {
        fc.pre(right + wrong <= 9);
        const choices = [
          ...Array.from({ length: right }, (_, index) => item(`r${index}`, 'sound')),
          ...Array.from({ length: wrong }, (_, index) => item(`w${index}`, 'risky')),
        ];
        const decision: Decision = { kind: 'select', id: 'd', ask: 'Which?', choices, bands: bandsTo('end') };
        const worth = answersTo(decision, none).map((answer) => judge(decision, answer, none).points);
        expect(worth.every((one) => Number.isInteger(one))).toBe(true);
        expect(Math.max(...worth.map((one) => one ?? 0))).toBe(FULL);
      }),
    );
  });
});

describe('what follows an answer', () => {
  it('is that of the first band that it reaches', () => {
    const led = (...chosen: string[]) => judge(select, { chosen }, none).to;
    expect([led('a', 'b'), led('a'), led('c')]).toEqual(['high', 'low', 'low']);
    expect(judge(order, { chosen: ['a', 'c', 'b'] }, none).to).toBe('middle');
  });

  it('counts as harmful where one of the ticked items is, whatever its score', () => {
    expect(judge(select, { chosen: ['a', 'b', 'd'] }, none)).toMatchObject({ harmful: true, rating: 'harmful' });
    expect(judge(select, { chosen: ['a', 'b', 'c'] }, none)).toMatchObject({ harmful: false, rating: 'risky' });
  });

  it('rests on what is offered: items that the flags hide count neither as right nor as wrong', () => {
    const hiding: Decision = { ...select, choices: [...select.choices, item('e', 'strong', { when: 'told' })] };
    expect(judge(hiding, { chosen: ['a', 'b'] }, none).points).toBe(FULL);
    expect(judge(hiding, { chosen: ['a', 'b'] }, new Set(['told'])).points).toBe((FULL * 2) / 3);
  });
});
