/** Random paths that are well-formed, and strings that nearly are. They need not fit any course. */
import fc from 'fast-check';
import type { Path, Take, Token } from '../../courses/model/path.ts';

const characters = (alphabet: string, min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max });

const shortId = characters('abcdefghijklmnopqrstuvwxyz0123456789', 1, 4);

const token: fc.Arbitrary<Token> = fc
  .record({
    decision: shortId,
    chosen: fc.uniqueArray(shortId, { minLength: 1, maxLength: 9 }),
    confidence: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ confidence, ...rest }) => (confidence === undefined ? rest : { ...rest, confidence }));

const takes: fc.Arbitrary<Take[]> = fc.uniqueArray(
  fc.record({ scenario: shortId, tokens: fc.array(token, { minLength: 1, maxLength: 5 }) }),
  { maxLength: 3, selector: (one) => one.scenario },
);

export const randomPath: fc.Arbitrary<Path> = fc
  .record({
    hash8: characters('0123456789abcdef', 8, 8),
    nonce: characters('abcdefghijklmnopqrstuvwxyz0123456789', 8, 16),
    run: fc.integer({ min: 1, max: 999 }),
    kept: takes,
    current: takes,
  })
  .map((path) => (path.run === 1 ? { ...path, kept: [] } : path));

/** A text with up to three places changed: something taken out, put in, or both. */
export const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat(2), characters('~/.:+!019azA-é \n', 0, 3)), { minLength: 1, maxLength: 3 }),
    )
    .map(([whole, changes]) =>
      changes.reduce((now, [place, gone, put]) => {
        const at = place % (now.length + 1);
        return now.slice(0, at) + put + now.slice(at + gone);
      }, whole),
    );
