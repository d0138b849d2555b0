/** What an LMS that speaks cmi5 puts into the address of a launch (cmi5 8.1) and into its LMS.LaunchData (10). */
import { type Answer, type Lrs, worked } from './lrs.ts';

export interface LaunchQuery {
  readonly endpoint: string;
  /** Where the token of this session is to be had, once. */
  readonly fetch: string;
  readonly actor: Actor;
  readonly registration: string;
  readonly activityId: string;
}

export interface Actor {
  readonly name?: unknown;
  readonly account?: { readonly homePage?: string; readonly name?: string };
}

/** Undefined where no LMS opened this page by cmi5. */
export function readQuery(search: string): Partial<LaunchQuery> | undefined {
  const query = new URLSearchParams(search);
  if (!query.has('fetch') || !query.has('endpoint')) return undefined;
  const actor = parsed<Actor>(query.get('actor') ?? '');
  return { ...Object.fromEntries(query), ...(typeof actor === 'object' ? { actor } : { actor: {} }) };
}

export interface LaunchData {
  readonly contextTemplate: Context;
  readonly launchMode?: string;
  /** 0 to 1. */
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

export interface Context {
  readonly registration?: string;
  readonly contextActivities?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Found {
  readonly data: LaunchData;
  /** The document with the learner's path: 200, or 404 where there is none. */
  readonly place: Answer;
}

/** The parts of a state document's address. */
export const stateAt = ({ activityId, actor, registration }: LaunchQuery, stateId: string) => ({
  stateId,
  activityId,
  agent: JSON.stringify(actor),
  registration,
});

/** Where the path is kept. */
export const PLACE = 'standpoint.path';

/** Undefined where the LMS does not say what a session needs: what cannot be read is never taken for empty. */
export async function readLaunch(lrs: Lrs, query: LaunchQuery): Promise<Found | undefined> {
  const [launch, place] = await Promise.all([
    lrs.ask('GET', 'activities/state', stateAt(query, 'LMS.LaunchData')),
    lrs.ask('GET', 'activities/state', stateAt(query, PLACE)),
    // Asked for because it must be (11). The module has one language and no sound, so that nothing in it changes anything.
    lrs.ask('GET', 'agents/profile', { profileId: 'cmi5LearnerPreferences', agent: JSON.stringify(query.actor) }),
  ]);
  const data = worked(launch) ? parsed<LaunchData>(launch.text) : undefined;
  const isRead = worked(place) || place.status === 404;
  return typeof data?.contextTemplate === 'object' && isRead ? { data, place } : undefined;
}

export function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
