/** Hands statements to the LMS in their order, each until it is taken, and never in two versions. */
import type { LaunchQuery } from './launch.ts';
import { parsed } from './launch.ts';
import { type Answer, type Lrs, worked } from './lrs.ts';
import type { Session } from './session.ts';
import { type Earned, type Statement, verbId } from './statements.ts';

export interface Delivery {
  /** Puts a statement behind those that wait. */
  add(statement: Statement): void;
  /** Sends what waits; true where nothing is left. */
  flush(): Promise<boolean>;
  /** True where the LMS has it: it was taken now, or under this id before. */
  deliver(statement: Statement): Promise<boolean>;
  /** Sends what waits and is not on its way, with `last` at its end, in one request: the page is about to go. */
  finish(last: readonly Statement[]): Promise<void>;
  /** Its result as the LMS has it, null where it has none, undefined where the LMS does not say. */
  read(id: string): Promise<Statement | null | undefined>;
  /** The id of such a statement in this registration; null where none is known, undefined where no answer came. */
  find(verb: Earned): Promise<string | null | undefined>;
  readonly isEmpty: () => boolean;
  /** Whether a statement is on its way. */
  isUnderway(): boolean;
  /** When none that is on its way now is any more. */
  settled(): Promise<unknown>;
}

/** What comes to nothing now may come to something later. Other refusals are final. */
const isPassing = ({ status }: Answer): boolean => [0, 408, 429].includes(status) || status >= 500;

export function deliveryTo(lrs: Lrs, query: LaunchQuery, session: Session): Delivery {
  const underway = new Map<string, Promise<Answer>>();
  let closed = false;
  const waiting = (): readonly Statement[] => session.now().queue;
  const drop = (ids: readonly string[]): void =>
    session.set({ queue: waiting().filter((one) => !ids.includes(one.id)) });

  const put = async (statement: Statement): Promise<Answer> => {
    if (closed) return { status: 0, text: '' };
    const asked = lrs.ask('PUT', 'statements', { statementId: statement.id }, { body: statement });
    underway.set(statement.id, asked);
    const answer = await asked;
    underway.delete(statement.id);
    // Ours alone has this id, so that a conflict says that an earlier try has arrived.
    return answer.status === 409 ? { ...answer, status: 204 } : answer;
  };
  const read = async (id: string): Promise<Statement | null | undefined> => {
    const answer = await lrs.ask('GET', 'statements', { statementId: id });
    return answer.status === 404 ? null : worked(answer) ? parsed<Statement>(answer.text) : undefined;
  };
  return {
    add: (statement) => session.set({ queue: [...waiting(), statement] }),
    flush: async () => {
      for (const statement of waiting()) {
        const answer = await put(statement);
        // A decision that the LMS does not want is no reason to hold back the next; the session's begin is.
        const isAllowed = statement.verb.id === verbId('answered');
        if (!worked(answer) && (isPassing(answer) || !isAllowed)) return false;
        drop([statement.id]);
      }
      return true;
    },
    deliver: async (statement) => worked(await put(statement)) || !!(await read(statement.id)),
    finish: async (last) => {
      // Nothing is said after the session's last word.
      closed = true;
      const rest = [...waiting(), ...last].filter((one) => !underway.has(one.id));
      if (rest.length === 0) return;
      if (worked(await lrs.ask('POST', 'statements', {}, { body: rest }))) drop(rest.map((one) => one.id));
    },
    read,
    find: async (verb) => {
      const { actor, activityId, registration } = query;
      const asked = {
        agent: JSON.stringify(actor),
        verb: verbId(verb),
        activity: activityId,
        registration,
        limit: '1',
      };
      const answer = await lrs.ask('GET', 'statements', asked);
      if (isPassing(answer)) return undefined;
      return parsed<{ statements?: Statement[] }>(answer.text)?.statements?.[0]?.id ?? null;
    },
    isEmpty: () => waiting().length === 0,
    isUnderway: () => underway.size > 0,
    settled: () => Promise.all(underway.values()),
  };
}
