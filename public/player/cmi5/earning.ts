/** "Completed" and "passed": each once in a registration (cmi5 9.3), however many sessions, tries and lost answers it takes. */
import type { Receipt, Report } from '../lms/lms.ts';
import type { Delivery } from './delivery.ts';
import type { PlaceRecord } from './place.ts';
import { type Earned, type Maker, type Statement, uuid } from './statements.ts';

const BOTH = ['completed', 'passed'] as const;
type Ids = PlaceRecord['earned'];

export interface Earning {
  /** Whether the LMS has both. */
  isDone(): boolean;
  ids(): Ids;
  /**
   * Gives both their ids: those that the LMS has already, for a record that was emptied, or new ones. It is done as the
   * session begins, since a page that is closed right after its pass has no time to ask. False: no answer came.
   */
  begin(): Promise<boolean>;
  /** The statements that the LMS does not have yet. They are made once, so that a second try says the very same. */
  due(report: Report, seconds: number): readonly Statement[];
  /** True where the LMS has both. */
  send(report: Report, seconds: number): Promise<boolean>;
  receipt(): Receipt | undefined;
}

export interface EarningParts {
  readonly delivery: Delivery;
  readonly make: Maker;
  /** Whether the score is reported. */
  readonly score: boolean;
  /** As they were noted in earlier sessions. */
  readonly noted: Ids;
}

export async function earningOf({ delivery, make, score, noted }: EarningParts): Promise<Earning> {
  let ids = noted;
  const taken = new Set<Earned>();
  const made = new Map<Earned, Statement>();
  let seen: Statement | undefined;

  /** An LMS that does not let itself be read is believed about what was noted in an earlier session. */
  const check = async (verb: Earned, id: string | undefined): Promise<void> => {
    const there = id === undefined ? null : await delivery.read(id);
    if (there !== null) taken.add(verb);
    if (there && verb === 'passed') seen = there;
  };
  await Promise.all(BOTH.map((verb) => check(verb, noted[verb])));

  const due: Earning['due'] = ({ outcome }, seconds) => {
    if (!outcome.passed) return [];
    return BOTH.flatMap((verb) => {
      const id = ids[verb];
      if (taken.has(verb) || id === undefined) return [];
      const percent = score ? outcome.percent : undefined;
      const fresh = verb === 'passed' ? make.passed(seconds, percent) : make.completed(seconds);
      const statement = made.get(verb) ?? { ...fresh, id };
      made.set(verb, statement);
      return statement;
    });
  };
  return {
    isDone: () => BOTH.every((verb) => taken.has(verb)),
    ids: () => ids,
    begin: async () => {
      await Promise.all(
        BOTH.filter((verb) => ids[verb] === undefined).map(async (verb) => {
          const before = await delivery.find(verb);
          if (before) await check(verb, before);
          // Only now: whoever asks meanwhile must not send what the LMS may have.
          if (before !== undefined) ids = { ...ids, [verb]: before ?? uuid() };
        }),
      );
      return BOTH.every((verb) => ids[verb] !== undefined);
    },
    due,
    send: async (report, seconds) => {
      for (const statement of due(report, seconds)) {
        if (!(await delivery.deliver(statement))) return false;
        await check(statement.verb.id.endsWith('passed') ? 'passed' : 'completed', statement.id);
      }
      return due(report, seconds).length === 0;
    },
    receipt: () => seen && { status: 'passed', score: String(seen.result?.score?.raw ?? '') },
  };
}
