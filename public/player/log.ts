/**
 * What the package and its LMS said to each other in this launch, for support: every call with its time, answer and error
 * code. It stays on this page until the learner copies it.
 */
const began = Date.now();
const lines: string[] = [];
/** A module taken twice makes some 700 calls. */
const MOST = 3000;

/** Elements that say who learns, or hold words: of those only the length is shown. */
const WORDS = /[rt]_(id|name)|description|comment/;

/** @param code what GetLastError said afterwards; undefined where it could not be asked, as for `answer` */
export function note(
  call: string,
  [element = '', value]: readonly string[],
  answer: string | undefined,
  code: string | undefined,
): void {
  const shown = (text: string | undefined): string | undefined =>
    text && WORDS.test(element) ? `(${text.length} characters)` : text;
  const line =
    value === undefined ? `${call} ${element} = ${shown(answer)}` : `${call} ${element} ${shown(value)} = ${answer}`;
  lines.push(`${(Date.now() - began) / 1000} ${line} [${code}]`);
  if (lines.length > MOST) lines.shift();
}

/** @param about what was launched, by its ids */
export const logText = (about: string): string =>
  [about, navigator.userAgent, new Date(began).toISOString(), ...lines].join('\n');
