/**
 * What the package and its LMS said to each other in this launch, for support: every call with its time, answer and error
 * code. It stays on this page until the learner copies it.
 */
const began = Date.now();
/** How the launch began says most of what goes wrong later: these lines stay, whatever follows. */
const first: string[] = [];
const FIRST = 200;
const last: string[] = [];
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
  (first.length < FIRST ? first : last).push(`${(Date.now() - began) / 1000} ${line} [${code}]`);
  if (last.length > MOST) last.splice(0, 2, '(lines are left out here)');
}

/** @param about what was launched, by its ids */
export const logText = (about: string): string =>
  [about, navigator.userAgent, new Date(began).toISOString(), ...first, ...last].join('\n');
