/**
 * The state document with the learner's path. It is written only over what this session knows of, and read back: an LMS
 * that says "taken" is not believed, and another window's decisions are never overwritten unseen.
 */
import { type LaunchQuery, PLACE, parsed, stateAt } from './launch.ts';
import { type Answer, type Lrs, worked } from './lrs.ts';
import type { Earned } from './statements.ts';

export interface PlaceRecord {
  readonly path: string;
  /**
   * Ids of the statements that say so, noted before they are sent. However often a page dies between the two, and
   * whatever answer is lost, an LMS never gets a second statement: it gets the same one again.
   */
  readonly earned: Readonly<Partial<{ [verb in Earned]: string }>>;
  /** Spent in all sessions so far. */
  readonly seconds: number;
}

export interface Place {
  readonly found: PlaceRecord;
  holds(record: PlaceRecord): boolean;
  /** The LMS holds it, or it is on its way there. */
  isSent(record: PlaceRecord): boolean;
  put(record: PlaceRecord): Promise<boolean>;
  /** Sends it and looks no further, for a page that is about to go. Nothing is sent twice at one time. */
  putLast(record: PlaceRecord): Promise<boolean>;
}

/** A document that is none of ours is a path that cannot be read: it stays as it is until the learner starts again. */
function readRecord({ status, text }: Answer): PlaceRecord {
  if (status === 404) return { path: '', earned: {}, seconds: 0 };
  const { path, earned = {}, seconds = 0 } = parsed<Partial<PlaceRecord>>(text) ?? {};
  return typeof path === 'string' ? { path, earned, seconds } : { path: text, earned: {}, seconds: 0 };
}

const same = (one: PlaceRecord, other: PlaceRecord): boolean =>
  one.path === other.path &&
  one.earned.completed === other.earned.completed &&
  one.earned.passed === other.earned.passed;

/** Whether a path is another one with decisions added: what follows is a mark between them, so that no id is cut. */
const goesOn = (path: string, from: string): boolean =>
  path.startsWith(from) && ['.', '/', '~', undefined].includes(path[from.length]);

export function placeOf(lrs: Lrs, query: LaunchQuery, first: Answer): Place {
  const address = stateAt(query, PLACE);
  const found = readRecord(first);
  /** The document as the LMS gave it last. */
  let there = first;
  let held = found;
  /** On its way, or not read back yet. */
  let sending: PlaceRecord | undefined;
  const ours = new Set<string>();

  const write = (record: PlaceRecord, only: Readonly<{ [header: string]: string }>): Promise<Answer> => {
    ours.add(record.path);
    return lrs.ask('PUT', 'activities/state', address, { body: record, only });
  };
  const condition = (): { [header: string]: string } => {
    if (there.status === 404) return { 'If-None-Match': '*' };
    // Where an LMS at another address does not show its ETag there is nothing to hold it to.
    return there.etag ? { 'If-Match': there.etag } : {};
  };
  /** Whether what is there now is our own, or what ours goes on from. */
  const mayReplace = async (record: PlaceRecord): Promise<boolean> => {
    const now = await lrs.ask('GET', 'activities/state', address);
    if (!worked(now)) return false;
    const { path } = readRecord(now);
    if (!ours.has(path) && !goesOn(record.path, path)) return false;
    there = now;
    return true;
  };
  const putAndRead = async (record: PlaceRecord): Promise<boolean> => {
    let answer = await write(record, condition());
    if (answer.status === 412 && (await mayReplace(record))) answer = await write(record, condition());
    if (!worked(answer)) return false;
    const back = await lrs.ask('GET', 'activities/state', address);
    if (!worked(back) || !same(readRecord(back), record)) return false;
    there = back;
    held = record;
    return true;
  };
  const isSent = (record: PlaceRecord): boolean =>
    same(held, record) || (sending !== undefined && same(sending, record));
  return {
    found,
    holds: (record) => same(held, record),
    isSent,
    put: async (record) => {
      sending = record;
      const taken = await putAndRead(record);
      sending = undefined;
      return taken;
    },
    putLast: async (record) => {
      if (isSent(record)) return true;
      // One on its way has the same condition: it cannot land after this one and undo it.
      if (!worked(await write(record, sending ? {} : condition()))) return false;
      held = record;
      return true;
    },
  };
}
