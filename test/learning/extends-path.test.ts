import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePaths, extendsPath, mayReplace } from '../../courses/model/compare.ts';
import { outcomeOf } from '../../courses/model/outcome.ts';
import { decodePath } from '../../courses/model/path.ts';
import { replay } from '../../courses/model/replay.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';
import { anyAnswer, growingPaths, passingPath } from '../support/walks.ts';

const hash = hashOf(tinyContent);
const nonce = 'k7f2q9x1ab';
const walk = (random: () => number): string[] =>
  growingPaths(
    tinyContent,
    hash,
    nonce,
    (decision, flags) => anyAnswer(decision, flags, (n) => Math.floor(random() * n)),
    40,
  );

describe('a path that grew at its end', () => {
  it('is never called an extension where the comparison says otherwise', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (stream) => {
        const random = (): number => stream.next().value;
        const paths = [...walk(random), ...walk(random)];
        for (const stored of paths) {
          for (const incoming of paths.filter((one) => extendsPath(stored, one))) {
            const comparison = comparePaths(replay(tinyContent, hash, stored), replay(tinyContent, hash, incoming));
            expect({ comparison, stored, incoming }).toMatchObject({ comparison: 'ahead' });
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is recognised at every decision of a run', () => {
    const run = walk(() => 0).filter((one) => decodePath(one).run === 1);
    expect(run.length).toBeGreaterThan(3);
    for (const [index, path] of run.slice(1).entries()) expect(extendsPath(run[index] ?? '', path)).toBe(true);
  });

  it('is not one where the last answer merely got longer', () => {
    expect(extendsPath('1.3fa94c21.k7f2q9x1ab.1/s.a:b', '1.3fa94c21.k7f2q9x1ab.1/s.a:b+c')).toBe(false);
    expect(extendsPath('1.3fa94c21.k7f2q9x1ab.1/s.a:b', '1.3fa94c21.k7f2q9x1ab.1/s.a:b!2')).toBe(false);
    expect(extendsPath('1.3fa94c21.k7f2q9x1ab.1', '1.3fa94c21.k7f2q9x1ab.12')).toBe(false);
  });
});

it('a pass is not replaced by less, and anything else may be chosen', () => {
  const passed = outcomeOf(tinyContent, hash, passingPath(tinyContent, hash, nonce));
  const begun = outcomeOf(tinyContent, hash, walk(() => 0)[0] ?? '');
  expect(passed.passed).toBe(true);
  expect(mayReplace(passed, begun)).toBe(false);
  expect(mayReplace(passed, { ...passed, percent: (passed.percent ?? 0) - 1 })).toBe(false);
  expect(mayReplace(passed, passed)).toBe(true);
  expect(mayReplace(begun, passed)).toBe(true);
});
