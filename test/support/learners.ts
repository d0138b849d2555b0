/** Learners for tests: somebody who has started the tiny course's module, and the paths they may commit. */
import type { LightMyRequestResponse } from 'fastify';
import { pathSetAside } from '../../db/schema.ts';
import type { TestApp } from './app.ts';
import type { Visitor } from './visitor.ts';
import { anyAnswer, growingPaths, passingPath } from './walks.ts';

export interface TestLearner {
  readonly visitor: Visitor;
  readonly id: string;
  readonly nonce: string;
  readonly commit: (path: string, instead?: string) => Promise<LightMyRequestResponse>;
  /** What the database holds: the path, and what it has come to. */
  readonly stored: () => {
    path: string;
    passed: boolean;
    percent: number | null;
    savedAt: Date;
    passedAt: Date | null;
  };
  readonly setAside: () => string[];
  /** The paths of a way through the module, a decision at a time. `way` is which choice is taken everywhere. */
  readonly paths: (way: number, count?: number) => string[];
  readonly passing: () => string;
}

export const START = '/modules/tiny/security/attempts';

/** A guest who pressed Start. */
export async function startLearner(
  test: TestApp,
  visitor: Visitor = test.visitor(),
  address = START,
): Promise<TestLearner> {
  await visitor.get('/account/sign-in');
  const started = await visitor.post(address);
  const id = /^\/attempts\/([a-z0-9]+)$/.exec(started.headers.location ?? '')?.[1];
  if (started.statusCode !== 303 || id === undefined) throw new Error(`Start answered ${started.statusCode}.`);
  return learnerOf(test, visitor, id);
}

function learnerOf(test: TestApp, visitor: Visitor, id: string): TestLearner {
  const read = () => {
    const attempt = test.app.attempts.stored(id);
    if (!attempt) throw new Error(`There is no attempt ${id}.`);
    return attempt;
  };
  const { nonce, versionHash, moduleId } = read();
  const content = test.app.published.module(versionHash, moduleId);
  if (!content) throw new Error('The module is not published.');
  return {
    visitor,
    id,
    nonce,
    commit: (path, instead) => visitor.put(`/attempts/${id}/path`, { path, ...(instead !== undefined && { instead }) }),
    stored: () => {
      const { path, passed, percent, savedAt, passedAt } = read();
      return { path, passed, percent, savedAt, passedAt };
    },
    setAside: () =>
      test.app.db.orm
        .select()
        .from(pathSetAside)
        .all()
        .map((one) => one.path),
    paths: (way, count = 6) =>
      growingPaths(content, versionHash, nonce, (decision, flags) => anyAnswer(decision, flags, (n) => way % n), count),
    passing: () => passingPath(content, versionHash, nonce),
  };
}
