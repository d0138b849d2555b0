/** Error codes: 1.2 RTE 3.3.3 and 2004 RTE 3.1.7. */
import type { CallName, Standard } from './record.ts';

interface Codes {
  readonly argument: number;
  readonly unknown: number;
  readonly readOnly: number;
  readonly writeOnly: number;
  readonly format: number;
  readonly index: number;
  readonly dependency: number;
  /** Reading what was never set. */
  readonly unset: number;
  readonly again: number;
  /** Initialize after the session has ended. */
  readonly over: number;
  readonly before: Readonly<Record<CallName, number>>;
  readonly after: Readonly<Record<CallName, number>>;
  /** What a made-up fault answers. */
  readonly broken: Readonly<Record<CallName, number>>;
}

const every = (code: number): Readonly<Record<CallName, number>> => ({
  Initialize: code,
  Terminate: code,
  GetValue: code,
  SetValue: code,
  Commit: code,
});

export const CODES: Readonly<Record<Standard, Codes>> = {
  scorm12: {
    argument: 201,
    unknown: 201,
    readOnly: 403,
    writeOnly: 404,
    format: 405,
    index: 201,
    dependency: 201,
    unset: 0,
    again: 101,
    over: 101,
    before: every(301),
    after: every(301),
    broken: every(101),
  },
  scorm2004: {
    argument: 201,
    unknown: 401,
    readOnly: 404,
    writeOnly: 405,
    format: 406,
    index: 351,
    dependency: 408,
    unset: 403,
    again: 103,
    over: 104,
    before: { Initialize: 0, Terminate: 112, GetValue: 122, SetValue: 132, Commit: 142 },
    after: { Initialize: 104, Terminate: 113, GetValue: 123, SetValue: 133, Commit: 143 },
    broken: { Initialize: 102, Terminate: 111, GetValue: 301, SetValue: 351, Commit: 391 },
  },
};
