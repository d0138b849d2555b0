/**
 * Certificate codes: eleven random characters of Crockford's base 32 and a check character, shown as XXXX-XXXX-XXXX.
 * 55 random bits: guessing one of a million certificates, at ten tries a minute, takes thousands of years.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** @param random whole number from 0 to below its argument */
export function makeCode(random: (below: number) => number): string {
  const digits = Array.from({ length: LENGTH - 1 }, () => random(ALPHABET.length));
  return [...digits, times2(remainder(digits))].map((digit) => ALPHABET[digit]).join('');
}

/** What a person typed as a code, or undefined where it cannot be one: its length, a letter or its check is wrong. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const digits = [...code].map((letter) => ALPHABET.indexOf(letter));
  const whole = digits.length === LENGTH && !digits.includes(-1) && remainder(digits) === 0;
  return whole ? code : undefined;
}

export const showCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/**
 * The code as a polynomial at α in GF(32), a Reed–Solomon check: it is 0 for a right code, and any one changed character
 * and any two swapped neighbours make it something else.
 */
const remainder = (digits: readonly number[]): number => digits.reduce((sum, digit) => times2(sum) ^ digit, 0);

/** Times α in GF(32), with α⁵ = α² + 1. */
const times2 = (value: number): number => (value << 1) ^ (value & 16 ? 0b100101 : 0);
