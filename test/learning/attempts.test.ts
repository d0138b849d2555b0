import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../server/content-hash.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { START, startLearner } from '../support/learners.ts';
import { compileTiny, tinyCourse } from '../support/tiny-course.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** What the host page tells its script. */
const dataOf = (page: string): { path: string; hash: string; play: string; passed: boolean } =>
  JSON.parse(/<script type="application\/json" id="attempt">(.+?)<\/script>/.exec(page)?.[1] ?? '{}');

describe('nobody gets', () => {
  it('another learner’s attempt: for them there is none', async () => {
    const [owner, stranger] = [await startLearner(test), await startLearner(test)];
    const page = await stranger.visitor.get(`/attempts/${owner.id}`);
    expect(page.statusCode).toBe(404);
    expect(page.body).not.toContain(owner.nonce);
    expect((await test.visitor().get(`/attempts/${owner.id}`)).statusCode).toBe(404);
  });

  it('an attempt of a module that is not taught', async () => {
    const visitor = test.visitor();
    await visitor.get('/account/sign-in');
    expect((await visitor.post('/modules/tiny/nothing/attempts')).statusCode).toBe(404);
    expect((await visitor.post('/modules/nothing/security/attempts')).statusCode).toBe(404);
  });

  it('an attempt from another site’s form', async () => {
    expect((await test.visitor().post(START)).statusCode).toBe(403);
  });
});

describe('Start', () => {
  it('gives a guest an attempt of their own, with nothing decided', async () => {
    const [one, other] = [await startLearner(test), await startLearner(test)];
    expect(one.id).not.toBe(other.id);
    expect(one.nonce).toMatch(/^[a-z0-9]{10}$/);
    const data = dataOf((await one.visitor.get(`/attempts/${one.id}`)).body);
    expect(data).toMatchObject({
      path: `1.${test.hash.slice(0, 8)}.${one.nonce}.1`,
      hash: test.hash,
      play: `/play/${test.hash}/security/index.html`,
      passed: false,
    });
  });

  it('goes on with the attempt that there is, at its last decision, also when it is finished', async () => {
    const learner = await startLearner(test);
    await learner.commit(learner.paths(0)[2] ?? '');
    expect((await startLearner(test, learner.visitor)).id).toBe(learner.id);
    const data = dataOf((await learner.visitor.get(`/attempts/${learner.id}`)).body);
    expect(data.path).toBe(learner.paths(0)[2]);
    const finished = await startLearner(test);
    await finished.commit(finished.passing());
    expect((await startLearner(test, finished.visitor)).id).toBe(finished.id);
    expect(dataOf((await finished.visitor.get(`/attempts/${finished.id}`)).body).passed).toBe(true);
  });

  it('pressed twice makes one attempt', async () => {
    const learner = await startLearner(test);
    const presses = await Promise.all([1, 2, 3].map(() => learner.visitor.post(START, { version: 'newest' })));
    expect(new Set(presses.map((one) => one.headers.location))).toEqual(new Set([`/attempts/${learner.id}`]));
  });
});

describe('when an edited course is published,', () => {
  it('an attempt under way plays the old text, and a new one the new', async () => {
    const first = await startApp();
    const learner = await startLearner(first);
    const [one = '', two = ''] = learner.paths(0);
    await learner.commit(one);
    const cookie = learner.visitor.cookies();
    await first.app.close();
    const edited = compileTiny({ ...tinyCourse, title: 'A tiny course, edited' });
    const second = await startApp({ dataDir: first.dataDir, content: edited });
    const back = second.visitor();
    const page = await back.get(`/attempts/${learner.id}`, { cookie });
    expect(dataOf(page.body)).toMatchObject({ hash: first.hash, path: one });
    const commit = await back.put(`/attempts/${learner.id}/path`, { path: two }, { cookie });
    expect(commit.statusCode).toBe(200);
    const newcomer = await startLearner(second);
    expect(dataOf((await newcomer.visitor.get(`/attempts/${newcomer.id}`)).body).hash).toBe(contentHash(edited));
    await second.app.close();
    await first.close();
  });

  it('a learner goes on with the old text, or asks for the new and has both', async () => {
    const own = await startApp();
    const learner = await startLearner(own);
    const edited = compileTiny({ ...tinyCourse, title: 'A tiny course, edited' });
    own.app.published.publish(contentHash(edited), edited);
    expect((await startLearner(own, learner.visitor)).id).toBe(learner.id);
    const asked = await learner.visitor.post(START, { version: 'newest' });
    expect(asked.headers.location).not.toBe(`/attempts/${learner.id}`);
    const page = await learner.visitor.get(asked.headers.location ?? '');
    expect(dataOf(page.body).hash).toBe(contentHash(edited));
    expect((await learner.visitor.get(`/attempts/${learner.id}`)).statusCode).toBe(200);
    await own.close();
  });
});
