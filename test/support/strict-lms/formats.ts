/** The data types of both standards, each at its strictest: what one known LMS refuses is refused here. */

/** True for text that may stand as a value of the type. */
export type Format = (text: string) => boolean;

const matches =
  (pattern: RegExp): Format =>
  (text) =>
    pattern.test(text);

export const oneOf =
  (...words: readonly string[]): Format =>
  (text) =>
    words.includes(text);

/** Printable ASCII and no more of it than fits: LMSs count bytes, characters or neither, and store in every charset. */
export const ascii =
  (most: number): Format =>
  (text) =>
    text.length <= most && /^[\x20-\x7E]*$/.test(text);

/** Free text without line breaks or a leading `{`, which starts a language mark in SCORM 2004 (RTE 4.1.1.6). */
export const line =
  (most: number): Format =>
  (text) =>
    text.length > 0 && text.length <= most && !/[\r\n]/.test(text) && !text.startsWith('{');

export const within =
  (least: number, most: number): Format =>
  (text) =>
    /^-?\d{1,10}(\.\d{1,7})?$/.test(text) && Number(text) >= least && Number(text) <= most;

export const decimal = within(-1e10, 1e10);

/** Letters, digits, `_` and `.` only: Moodle refuses hyphens and URNs in choices, and all refuse spaces. */
export const identifier = matches(/^[A-Za-z0-9_.]{1,250}$/);

/** CMITimespan: two to four digits of hours, and minutes and seconds below 60. */
export const timespan12 = matches(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** CMITime: a time of day. */
export const time12 = matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** timeinterval (second, 10, 2): a digit before every letter, at most two decimals, and nothing empty after T. */
export const interval2004 = matches(/^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);

/** time (second, 10, 0): a fraction of one or two digits with a zone, or neither. `…49Z` is refused by Moodle. */
export const timestamp2004: Format = (text) =>
  /^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?))?$/.test(text) &&
  !Number.isNaN(Date.parse(text));

const listOf =
  (delimiter: string, one: Format): Format =>
  (text) => {
    const parts = text.split(delimiter);
    return parts.every(one) && new Set(parts).size === parts.length && parts.length <= 36;
  };

const single = matches(/^[0-9a-z]$/);

/** student_response by interaction type (1.2 RTE 3.4.2). */
export const RESPONSES_12: Readonly<Record<string, Format>> = {
  'true-false': matches(/^[01tf]/),
  choice: listOf(',', single),
  'fill-in': line(255),
  likert: single,
  matching: listOf(',', matches(/^[0-9a-z]\.[0-9a-z]$/)),
  numeric: decimal,
  performance: line(255),
  sequencing: listOf(',', single),
};

/** learner_response by interaction type (2004 RTE 4.2.9.1). */
export const RESPONSES_2004: Readonly<Record<string, Format>> = {
  'true-false': oneOf('true', 'false'),
  choice: listOf('[,]', identifier),
  'fill-in': line(250),
  'long-fill-in': line(4000),
  likert: identifier,
  matching: listOf('[,]', (text) => text.split('[.]').length === 2 && text.split('[.]').every(identifier)),
  numeric: decimal,
  sequencing: listOf('[,]', identifier),
  performance: line(250),
  other: line(4000),
};

/** Hundredths of a second in a timespan or an interval that has its right form. Years and months are not used by us. */
export function hundredths(text: string): number {
  const found =
    /^(\d+):(\d+):([\d.]+)$/.exec(text) ?? /^P(?:\d+D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
  const [, hours = 0, minutes = 0, seconds = 0] = found;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 100);
}
