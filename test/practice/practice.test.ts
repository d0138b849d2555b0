import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { practiceFor } from '../../courses/model/practice.ts';
import { decodePractice, encodePractice } from '../../public/practice/fragment.ts';
import { tinyContent } from '../support/tiny-course.ts';

describe('the link of a reminder', () => {
  const short = fc.stringMatching(/^[a-z0-9]{1,4}$/);
  const practice = fc.record({
    course: fc.constantFrom('tiny', 'communicating-online'),
    items: fc.array(fc.record({ scenario: short, decision: short }), { minLength: 1, maxLength: 20 }),
  });

  test('says what was put into it', () => {
    fc.assert(
      fc.property(practice, (one) => {
        expect(decodePractice(`#${encodePractice(one)}`)).toEqual(one);
      }),
    );
  });

  test('of before November 2026, which names a version as well, is read just so', () => {
    expect(decodePractice('#tiny/0a1b2c3d/scr.a,nei.b')).toEqual(decodePractice('#tiny/scr.a,nei.b'));
    expect(decodePractice('#tiny/0a1b2c3d/scr.a')).toEqual({
      course: 'tiny',
      items: [{ scenario: 'scr', decision: 'a' }],
    });
  });

  test('that was cut short or typed is refused, and never read as something else', () => {
    fc.assert(
      fc.property(practice, fc.nat(), (one, cut) => {
        const text = encodePractice(one);
        const part = text.slice(0, cut % text.length);
        const read = decodePractice(part);
        expect(read === undefined || encodePractice(read) === part).toBe(true);
      }),
    );
    for (const text of [
      '',
      '#',
      '#tiny',
      '#tiny/00000000/',
      '#tiny/00000000/a',
      '#tiny/zzzzzzzz/a.b',
      '#<b>/00000000/a.b',
    ]) {
      expect(decodePractice(text)).toBeUndefined();
    }
  });
});

describe('coming back to a decision', () => {
  const [first, second] = tinyContent.modules[0]?.scenarios ?? [];
  const asked = (scenario: string, decision: string) => practiceFor(tinyContent, { scenario, decision });
  const chosenIn = (one: typeof first) =>
    one?.scenes.find((scene) => scene.decision?.kind === 'choose')?.decision?.id ?? '';

  test('a decision that the course no longer has is not found', () => {
    expect(asked('nope', 'a')).toBeUndefined();
    expect(asked(first?.id ?? '', 'zz')).toBeUndefined();
  });

  test('is in its own scene where no other story asks about the same point', () => {
    const alone = { modules: tinyContent.modules.map((one) => ({ ...one, scenarios: one.scenarios.slice(0, 1) })) };
    const found = practiceFor(alone, { scenario: first?.id ?? '', decision: chosenIn(first) });
    expect(found).toMatchObject({ elsewhere: false, scenario: { id: first?.id } });
  });

  test('is in another setting where one practises the same point by itself', () => {
    if (!first) throw new Error('The tiny course has no story.');
    const twin = { ...first, id: 'twin', title: 'Somewhere else' };
    const twins = { modules: tinyContent.modules.map((one) => ({ ...one, scenarios: [first, twin] })) };
    expect(practiceFor(twins, { scenario: first.id, decision: chosenIn(first) })).toMatchObject({
      elsewhere: true,
      scenario: { title: 'Somewhere else' },
    });
    expect(second).toBeDefined();
  });
});
