import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCode, readCode, showCode } from '../../server/certificates/code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const codes = fc.infiniteStream(fc.nat()).map((numbers) => makeCode((below) => Number(numbers.next().value) % below));

test('a code with any one character changed is refused', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.integer({ min: 1, max: 31 }), (code, at, by) => {
      const other = ALPHABET[(ALPHABET.indexOf(code[at] ?? '') + by) % 32];
      expect(readCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined();
    }),
  );
});

test('a code with two different neighbours swapped is refused', () => {
  fc.assert(
    fc.property(codes, fc.nat(10), (code, at) => {
      const [first = '', second = ''] = code.slice(at, at + 2);
      fc.pre(first !== second);
      expect(readCode(code.slice(0, at) + second + first + code.slice(at + 2))).toBeUndefined();
    }),
  );
});

test('a code with a character too few or too many, or one that no code has, is refused', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.constantFrom(...ALPHABET), (code, at, extra) => {
      expect(readCode(code.slice(0, at) + code.slice(at + 1))).toBeUndefined();
      expect(readCode(code.slice(0, at) + extra + code.slice(at))).toBeUndefined();
      for (const none of ['U', 'É', '!', '🙂']) {
        expect(readCode(code.slice(0, at) + none + code.slice(at + 1))).toBeUndefined();
      }
    }),
  );
  expect(readCode('')).toBeUndefined();
});

test('a code is read as it is shown, in small letters, with O for 0 and I or L for 1, and with any dash', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('-', '–', '‑', ' ', '\u00a0', ''), (code, between) => {
      expect(showCode(code)).toMatch(/^[^-]{4}-[^-]{4}-[^-]{4}$/);
      expect(readCode(showCode(code))).toBe(code);
      const typed = showCode(code).toLowerCase().replaceAll('-', between);
      expect(readCode(` ${typed.replaceAll('0', 'o').replaceAll('1', 'i')} `)).toBe(code);
      expect(readCode(typed.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
    }),
  );
});
