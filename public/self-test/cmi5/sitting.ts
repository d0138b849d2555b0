/** One launch of the test: our own driver on the LRS, and every request that it made. */
import type { Outcome } from '../../../courses/model/outcome.ts';
import type { Going } from '../../player/cmi5/going.ts';
import { type LaunchQuery, PLACE, parsed, stateAt } from '../../player/cmi5/launch.ts';
import { type Answer, lrsAt } from '../../player/cmi5/lrs.ts';
import { openCmi5 } from '../../player/cmi5/open-cmi5.ts';
import type { Lms } from '../../player/lms/lms.ts';
import { note } from '../../player/log.ts';
import type { Store } from '../../player/storage.ts';
import { type Entry, listenIn } from './listen-in.ts';

export interface Sitting {
  readonly lms: Lms;
  readonly entries: readonly Entry[];
  /** What the test reports as its score at the pass: within the LMS's own mark. */
  readonly score: number;
  /** Whether the LMS says the learner's name. */
  readonly hasName: boolean;
  /** Saves as packages do. @returns the requests that it took, and whether the driver was content */
  save(place: string, passed: boolean): Promise<{ readonly made: readonly Entry[]; readonly isSaved: boolean }>;
  /** The place as the LRS has it; empty where there is none. */
  held(): Promise<string>;
  /** Writes the document of the place as it stands once more. @param only If-Match or none */
  rewrite(place: string, only: Readonly<Record<string, string>>): Promise<Answer>;
  /** Ends the session. @returns the requests that it took */
  leave(place: string, passed: boolean, closing: boolean): Promise<readonly Entry[]>;
}

export interface SittingParts {
  readonly query: LaunchQuery;
  readonly seconds: () => number;
  readonly tab: Store;
  readonly going: Going;
}

const REPORTING = { passAs: 'passed', score: true, interactions: true } as const;

/** Without a sitting where no session begins: the requests say why. */
export async function openSitting(
  parts: SittingParts,
): Promise<{ readonly sitting?: Sitting; readonly entries: readonly Entry[] }> {
  const { query } = parts;
  const { entries, stop } = listenIn(query.endpoint, query.fetch);
  const lms = await openCmi5({ ...parts, reporting: REPORTING, log: note });
  if (!lms) {
    stop();
    return { entries };
  }
  const score = (lms.passMark ?? 0) > 80 ? 100 : 80;
  const outcomeOf = (passed: boolean): Outcome => ({
    complete: passed,
    passed,
    percent: passed ? score : undefined,
    progress: passed ? 1 : 0.5,
    modules: [],
  });
  const sitting: Sitting = {
    ...askingItself(query, entries),
    lms,
    entries,
    score,
    hasName: typeof query.actor.name === 'string' && query.actor.name !== '',
    save: async (path, passed) => {
      const before = entries.length;
      const isSaved = (await lms.save({ path, outcome: outcomeOf(passed) })) === true;
      return { made: entries.slice(before), isSaved };
    },
    leave: async (path, passed, closing) => {
      const before = entries.length;
      // To browse and to review are written nowhere, and end as well.
      const saved = lms.mode === 'normal' && lms.save({ path, outcome: outcomeOf(passed) });
      // A page that goes has no time to wait.
      if (!closing) await saved;
      await lms.end();
      return entries.slice(before);
    },
  };
  return { sitting, entries };
}

/** The same LRS, asked by the test itself with the token of the session. */
function askingItself(query: LaunchQuery, entries: readonly Entry[]): Pick<Sitting, 'held' | 'rewrite'> {
  const token = entries.map(({ headers }) => headers.authorization).find((one) => one !== undefined) ?? '';
  const lrs = lrsAt(query.endpoint, token.replace('Basic ', ''), note);
  const address = stateAt(query, PLACE);
  return {
    held: async () => {
      const { status, text } = await lrs.ask('GET', 'activities/state', address);
      if (status !== 200) return '';
      const { path } = parsed<{ path?: unknown }>(text) ?? {};
      // What was cut short is no JSON any more.
      return typeof path === 'string' ? path : text.replace(/^\{"path":"/, '');
    },
    rewrite: (path, only) =>
      lrs.ask('PUT', 'activities/state', address, { body: { path, earned: {}, seconds: 0 }, only }),
  };
}
