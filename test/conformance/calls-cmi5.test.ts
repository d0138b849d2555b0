/** The strict LRS itself: it refuses every wrong word, names the requirement, and lets the right ones through. */
import { describe, expect, test } from 'vitest';
import { nameOf } from './requirements.ts';
import { ask, begin, hold, readPath, say, sayAll, sitting, writePath, wrong } from './sittings-cmi5.ts';
import { WRONG_CMI5 } from './wrong-calls-cmi5.ts';

describe('the strict LRS', () => {
  for (const [id, sittings] of Object.entries(WRONG_CMI5)) {
    test(nameOf(id), () => {
      for (const [at, one] of sittings.entries()) {
        const { lrs, answers } = hold(one);
        expect([...new Set(lrs.violations().map((each) => each.id))], `${id} ${at}`).toEqual([id]);
        // A fetch that comes again is refused with 200 (8.2.3).
        if (id !== 'cmi5.fetch-once') expect(answers.at(-1)?.status).toBeGreaterThanOrEqual(400);
      }
    });
  }
});

describe('the strict LRS lets a package', () => {
  test('take a sitting to its pass, and is satisfied', () => {
    const { lrs, answers } = hold(wrong(...sitting));
    expect(lrs.violations()).toEqual([]);
    expect(answers.map((one) => one.status)).toEqual([200, 200, 404, 404, 204, 204, 200, 204, 204, 204, 204, 204]);
    expect(lrs.verbs()).toEqual(['initialized', 'answered', 'completed', 'passed', 'terminated']);
    expect(lrs.isSatisfied()).toBe(true);
  });

  test('find again in the next session what it wrote, and say several words at once', () => {
    const steps = [...begin, sayAll('initialized', 'terminated')];
    const { lrs, answers } = hold({ steps, before: [[...begin, say('initialized'), writePath('1.a')]] });
    expect(lrs.violations()).toEqual([]);
    expect(JSON.parse(answers[3]?.body ?? '').path).toBe('1.a');
    expect(lrs.sessions().map((one) => one.over)).toEqual(['abandoned', 'terminated']);
  });

  test('say the very same again, and keeps it once', () => {
    const { lrs } = hold(wrong(...begin));
    const [session] = lrs.sessions();
    const once = session && say('initialized')({ session, lrs, etag: '' });
    if (!once) throw new Error('Nothing was launched.');
    expect([lrs.ask(once).status, lrs.ask(once).status]).toEqual([204, 204]);
    expect(lrs.verbs()).toEqual(['initialized']);
    expect(lrs.violations()).toEqual([]);
  });

  test('meet another window’s writing, and refuses to write over it without blaming anybody', () => {
    const { lrs, answers } = hold({
      steps: [
        ...begin,
        say('initialized'),
        writePath('1.a'),
        readPath,
        (at) => {
          at.lrs.setPlace('{"path":"1.other"}');
          return writePath('1.b')(at);
        },
      ],
    });
    expect(answers.at(-1)?.status).toBe(412);
    expect(lrs.place()?.path).toBe('1.other');
    expect(lrs.violations()).toEqual([]);
  });

  test('speak in a session that a later launch has abandoned, and refuses it without blame', () => {
    const { lrs } = hold({ steps: begin, before: [[...begin, say('initialized')]] });
    const [left] = lrs.sessions();
    const said = left && say('terminated')({ session: left, lrs, etag: '' });
    if (!said) throw new Error('Nothing was launched.');
    expect(lrs.ask(said).status).toBe(403);
    expect(lrs.verbs()).toEqual(['initialized']);
    expect(lrs.violations()).toEqual([]);
  });

  test('ask for statements by their verb, where its token lets it', () => {
    const query = { verb: 'http://adlnet.gov/expapi/verbs/passed', limit: '1' };
    const asked = ask('GET', 'statements', { query });
    const found = hold({ steps: [...begin, asked], before: [sitting] }).answers.at(-1);
    expect(JSON.parse(found?.body ?? '').statements).toHaveLength(1);
    const refused = hold({ steps: [...begin, asked], before: [sitting], options: { unreadable: true } });
    expect(refused.answers.at(-1)?.status).toBe(403);
  });
});
