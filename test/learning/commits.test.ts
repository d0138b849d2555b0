import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePath, encodePath } from '../../courses/model/path.ts';
import { replay } from '../../courses/model/replay.ts';
import { beginRun } from '../../courses/model/runs.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { startLearner } from '../support/learners.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

describe('nothing changes, and the answer says why,', () => {
  it('when a learner commits to another learner’s attempt', async () => {
    const [owner, stranger] = [await startLearner(test), await startLearner(test)];
    const before = owner.stored();
    const answer = await stranger.visitor.put(`/attempts/${owner.id}/path`, { path: owner.paths(0)[0] });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'attempt-not-found', title: expect.any(String) });
    expect(owner.stored()).toEqual(before);
  });

  it('when a learner is signed out, or their session is forged or has ended', async () => {
    const learner = await startLearner(test);
    const before = learner.stored();
    const [path = ''] = learner.paths(0);
    const url = `/attempts/${learner.id}/path`;
    expect((await test.visitor().put(url, { path })).statusCode).toBe(401);
    const forged = learner.visitor.cookies().replace(/session=[^.]+/, 'session=somebodyelse');
    expect((await test.visitor().put(url, { path }, { cookie: forged })).statusCode).toBe(401);
    const other = await startApp();
    const late = await startLearner(other);
    other.wait(401 * 86_400_000);
    const answer = await late.commit(late.paths(0)[0] ?? '');
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'signed-out' });
    await other.close();
    expect(learner.stored()).toEqual(before);
  });

  it('when a learner signs out, though their cookie was good a moment ago', async () => {
    const learner = await startLearner(test);
    const [first = '', second = ''] = learner.paths(0);
    const cookie = learner.visitor.cookies();
    const url = `/attempts/${learner.id}/path`;
    expect((await learner.commit(first)).statusCode).toBe(200);
    await learner.visitor.get('/account');
    expect((await learner.visitor.post('/account/sign-out')).statusCode).toBe(303);
    expect((await test.visitor().put(url, { path: second }, { cookie })).statusCode).toBe(401);
    expect(learner.stored().path).toBe(first);
  });

  it.each([
    ['no JSON', '{"path": '],
    ['an empty body', ''],
    ['no path', {}],
    ['a path that is a number', { path: 5 }],
    ['a list', ['1.3fa94c21.k7f2q9x1ab.1']],
    ['a choice that is no path', { path: 'x', instead: 7 }],
  ])('when the body is %s', async (_what, body) => {
    const learner = await startLearner(test);
    const before = learner.stored();
    const answer = await learner.visitor.put(`/attempts/${learner.id}/path`, body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'commit-malformed', text: expect.any(String) });
    expect(learner.stored()).toEqual(before);
  });

  it('when the path is impossible: the first token that is', async () => {
    const learner = await startLearner(test);
    const before = learner.stored();
    const [one = '', two = ''] = learner.paths(0);
    const last = decodePath(two).current.at(-1)?.tokens.at(-1);
    for (const [path, token] of [
      [`${one}.nope:x`, 2],
      [two.replace(`${last?.decision}:${last?.chosen[0]}`, `${last?.decision}:zzzz`), 2],
      ['suspend_data', 0],
      [one.replace(learner.nonce, 'zzzzzzzzzz'), 0],
      [one.replace(/^1\.[0-9a-f]{8}/, '1.00000000'), 0],
    ] as const) {
      const answer = await learner.commit(path);
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ code: 'path-impossible', token, reason: expect.any(String) });
    }
    expect(learner.stored()).toEqual(before);
  });

  it('when the path is too long, or the body is', async () => {
    const learner = await startLearner(test);
    const before = learner.stored();
    const [one = ''] = learner.paths(0);
    for (const path of [one.padEnd(4001, '.a:b'), one.padEnd(200_000, '.a:b')]) {
      const answer = await learner.commit(path);
      expect(answer.statusCode).toBe(413);
      expect(answer.json()).toMatchObject({ code: 'path-too-long' });
    }
    expect(learner.stored()).toEqual(before);
  });

  it('when a page of another site sends it', async () => {
    const learner = await startLearner(test);
    const before = learner.stored();
    const [path] = learner.paths(0);
    const url = `/attempts/${learner.id}/path`;
    expect((await learner.visitor.put(url, { path }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await learner.visitor.put(url, { path }, { 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect(learner.stored()).toEqual(before);
  });

  it('when two ways diverge: the stored one is answered', async () => {
    const learner = await startLearner(test);
    const [mine = '', other = ''] = [learner.paths(0)[1], learner.paths(1)[1]];
    await learner.commit(mine);
    const before = learner.stored();
    const answer = await learner.commit(other);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'path-diverged', path: mine });
    expect(learner.stored()).toEqual(before);
    expect(learner.setAside()).toEqual([]);
  });
});

describe('a commit', () => {
  it('is kept with what it has come to, decision by decision', async () => {
    const learner = await startLearner(test);
    for (const path of learner.paths(0)) {
      const answer = await learner.commit(path);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ path, outcome: { passed: false } });
      expect(learner.stored().path).toBe(path);
    }
    const answer = await learner.commit(learner.paths(0, 30)[29] ?? '');
    expect(answer.statusCode).toBe(200);
  });

  it('that is duplicated, replayed or overtaken changes nothing and answers what is stored', async () => {
    const learner = await startLearner(test);
    const [one = '', two = '', three = ''] = learner.paths(0);
    await learner.commit(three);
    const before = learner.stored();
    test.wait(1000);
    for (const late of [one, three, two, one]) {
      const answer = await learner.commit(late);
      expect(answer.statusCode).toBe(200);
      expect(answer.json().path).toBe(three);
    }
    expect(learner.stored()).toEqual(before);
  });

  it('of the same tick as others ends with the longest, whatever their order', async () => {
    const learner = await startLearner(test);
    const paths = learner.paths(0);
    const answers = await Promise.all([3, 0, 5, 1, 4, 2].map((index) => learner.commit(paths[index] ?? '')));
    expect(answers.map((one) => one.statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(learner.stored().path).toBe(paths[5]);
  });

  it('that passes is passed once and for all, at the server’s time', async () => {
    const learner = await startLearner(test);
    const answer = await learner.commit(learner.passing());
    expect(answer.json().outcome).toMatchObject({ complete: true, passed: true, percent: 100, progress: 1 });
    const { passedAt } = learner.stored();
    expect(passedAt).toEqual(test.app.clock());
    test.wait(60_000);
    const content = test.app.published.module(test.hash, 'security');
    const first = content?.modules[0]?.scenarios[0]?.id ?? '';
    const again = content && beginRun(replay(content, test.hash, learner.passing()), first);
    const rerun = `${encodePath(again ?? decodePath(learner.passing()))}${learner.paths(1)[0]?.slice(learner.passing().indexOf('/'))}`;
    const later = await learner.commit(rerun);
    expect(later.statusCode).toBe(200);
    expect(later.json()).toMatchObject({ path: rerun, outcome: { passed: true, percent: 100 } });
    expect(learner.stored()).toMatchObject({ path: rerun, passed: true, passedAt });
  });
});

/** Attempts beside the learner's until not even a small one fits: no page has room, and none can be added. */
function fillPages(test: TestApp, id: string): void {
  const like = test.app.attempts.stored(id);
  if (!like) throw new Error('There is no attempt to put others beside.');
  for (const length of [400, 40, 1]) {
    try {
      for (let n = 0; ; n += 1) {
        const other = `${length}-${n}`.padStart(16, 'z');
        test.app.attempts.insert({ ...like, id: other, nonce: other, path: 'x'.repeat(length) });
      }
    } catch (error) {
      expect(error).toMatchObject({ code: 'SQLITE_FULL' });
    }
  }
}

it('a full disk is told, loses nothing that was saved, and is over once there is room', async () => {
  const own = await startApp();
  const learner = await startLearner(own);
  const { raw } = own.app.db;
  raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`);
  fillPages(own, learner.id);
  let saved = learner.stored().path;
  let refused: number | undefined;
  for (const path of learner.paths(0, 60)) {
    const answer = await learner.commit(path);
    refused = answer.statusCode === 200 ? undefined : answer.statusCode;
    if (refused) break;
    saved = path;
  }
  expect(refused).toBe(507);
  expect(learner.stored().path).toBe(saved);
  expect((await learner.visitor.get(`/attempts/${learner.id}`)).statusCode).toBe(200);
  raw.pragma('max_page_count = 1000000');
  const next = learner.paths(0, 60).find((one) => one.length > saved.length) ?? '';
  expect((await learner.commit(next)).statusCode).toBe(200);
  expect(learner.stored().path).toBe(next);
  await own.close();
});

describe('the learner’s choice between two ways', () => {
  it('replaces what was stored, which is set aside and not dropped', async () => {
    const learner = await startLearner(test);
    const [mine = '', other = ''] = [learner.paths(0)[1], learner.paths(1)[1]];
    await learner.commit(mine);
    const answer = await learner.commit(other, mine);
    expect(answer.statusCode).toBe(200);
    expect(learner.stored().path).toBe(other);
    expect(learner.setAside()).toContain(mine);
  });

  it('is asked for again where what is stored is no longer what the learner saw', async () => {
    const learner = await startLearner(test);
    const [seen = '', now = ''] = learner.paths(0);
    const [, other = ''] = learner.paths(1);
    await learner.commit(now);
    const answer = await learner.commit(other, seen);
    expect(answer.statusCode).toBe(409);
    expect(answer.json().path).toBe(now);
    expect(learner.stored().path).toBe(now);
  });

  it('never replaces a pass by less', async () => {
    const learner = await startLearner(test);
    await learner.commit(learner.passing());
    const [, other = ''] = learner.paths(1);
    expect((await learner.commit(other, learner.passing())).statusCode).toBe(409);
    expect(learner.stored()).toMatchObject({ path: learner.passing(), passed: true });
  });
});
