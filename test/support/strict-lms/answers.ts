/** What a call is answered with, and the rules that it broke. */
import type { Breach } from './states.ts';

export interface Answer {
  readonly answer: string;
  /** The error code afterwards. */
  readonly code: number;
  readonly breaches: readonly Breach[];
}

export const done = (breaches: readonly Breach[] = []): Answer => ({ answer: 'true', code: 0, breaches });

export const refused = (code: number, rule: string, text: string, answer = 'false'): Answer => ({
  answer,
  code,
  breaches: [{ rule, text }],
});

export const nothingWritten = (what: string): Breach => ({
  rule: 'review-writes-nothing',
  text: `${what} was written while browsing or reviewing.`,
});
