import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../../courses/model/errors.ts';
import { appendToken, decodePath, emptyPath, encodePath } from '../../courses/model/path.ts';
import { damaged, randomPath } from '../support/random-path.ts';

/** The number of the token at which a text is refused; undefined where it is a path. */
function refusedAt(text: string): number | undefined {
  try {
    decodePath(text);
    return undefined;
  } catch (error) {
    if (error instanceof ModelError && error.code === 'path.malformed') return error.detail.token;
    throw error;
  }
}

/** Tokens in the longest beginning of a text that is a path by itself. */
function tokensBeforeFault(text: string): number {
  const cuts = [...text.matchAll(/[~/.]|$/g)].map((found) => text.slice(0, found.index));
  const longest = cuts.findLast((one) => refusedAt(one) === undefined);
  if (longest === undefined) return -1;
  const { kept, current } = decodePath(longest);
  return [...kept, ...current].reduce((sum, take) => sum + take.tokens.length, 0);
}

const HEADER = '1.3fa94c21.k7f2q9x1ab';

describe('a text is refused as a path', () => {
  it.each([
    ['of another format', '2.3fa94c21.k7f2q9x1ab.1', 0],
    ['without a run', HEADER, 0],
    ['with a run that begins with 0', `${HEADER}.0`, 0],
    ['with something behind it', `${HEADER}.1/s.a:b `, 1],
    ['with a line break behind it', `${HEADER}.1\n`, 0],
    ['with a story in which nothing is decided', `${HEADER}.1/s`, 1],
    ['with capital letters', `${HEADER}.1/s.a:b.C:d`, 2],
    ['with a choice named twice', `${HEADER}.1/s.a:b+b`, 1],
    ['with more sureness than there is', `${HEADER}.1/s.a:b!4`, 1],
    ['with the same story twice', `${HEADER}.1/s.a:b/s.a:b`, 2],
    ['with a kept story behind the others', `${HEADER}.2/s.a:b~t.a:b`, 2],
    ['with a kept story in the first run', `${HEADER}.1~s.a:b.a`, 1],
  ])('%s', (_, text, token) => {
    expect(refusedAt(text)).toBe(token);
  });
});

describe('a path', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(randomPath, (path) => {
        expect(decodePath(encodePath(path))).toEqual(path);
      }),
    );
  });

  it('is written as it was read, and any other text is refused at its first invalid token', () => {
    const text = fc.oneof(fc.string(), damaged(randomPath.map(encodePath)));
    fc.assert(
      fc.property(text, (one) => {
        const token = refusedAt(one);
        if (token === undefined) expect(encodePath(decodePath(one))).toBe(one);
        else if (token > 0) expect(tokensBeforeFault(one)).toBe(token - 1);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes the first eight characters of the hash, and grows by one token at a time', () => {
    const empty = emptyPath('3fa94c21ffff', 'k7f2q9x1ab');
    const one = appendToken(empty, 'gran', { decision: 'a', chosen: ['b'] });
    const two = appendToken(one, 'gran', { decision: 'c', chosen: ['d', 'e'], confidence: 3 });
    const three = appendToken(two, 'lov', { decision: 'a', chosen: ['c'] });
    expect([empty, one, two, three].map(encodePath)).toEqual([
      `${HEADER}.1`,
      `${HEADER}.1/gran.a:b`,
      `${HEADER}.1/gran.a:b.c:d+e!3`,
      `${HEADER}.1/gran.a:b.c:d+e!3/lov.a:c`,
    ]);
  });
});
