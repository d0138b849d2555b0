/** What a package for cmi5 asks and says, by the book, to be broken in one place each by the wrong calls. */
import { randomUUID } from 'node:crypto';
import { ACTIVITY, ACTOR, type LaunchOptions, Lrs } from '../support/strict-lrs/lrs.ts';
import type { Answered, Asked, Heard, Session } from '../support/strict-lrs/record.ts';
import { PLACE } from '../support/strict-lrs/states.ts';

/** One request, made from what the launch gave. */
export type Step = (at: { readonly session: Session; readonly lrs: Lrs; readonly etag: string }) => Asked;

export interface WrongWords {
  readonly steps: readonly Step[];
  readonly options?: LaunchOptions;
  /** Sittings of the same registration before this one. */
  readonly before?: readonly (readonly Step[])[];
}

export const wrong = (...steps: readonly Step[]): WrongWords => ({ steps });

const AU = { id: 'urn:uuid:au', url: 'index.html', moveOn: 'CompletedAndPassed', masteryScore: 0.6 };

/** An LMS in which these sittings were held, one after another. */
export function hold({ steps, options = {}, before = [] }: WrongWords): { lrs: Lrs; answers: Answered[] } {
  const lrs = new Lrs(AU);
  const sit = (these: readonly Step[], how: LaunchOptions): Answered[] => {
    lrs.launch('http://lrs.example/', how);
    let etag = '';
    return these.map((step) => {
      const session = lrs.sessions().at(-1);
      if (!session) throw new Error('Nothing was launched.');
      const answer = lrs.ask(step({ session, lrs, etag }));
      etag = answer.headers?.etag ?? etag;
      return answer;
    });
  };
  for (const one of before) sit(one, {});
  return { lrs, answers: sit(steps, options) };
}

export const fetchToken =
  (method = 'POST'): Step =>
  ({ session }) => ({ method, resource: `fetch/${session.id}`, query: {}, headers: {}, body: '' });

type Changes = Partial<Omit<Asked, 'query' | 'headers'>> & {
  readonly query?: Asked['query'];
  readonly headers?: Asked['headers'];
};

/** A request with the token, to be changed in one place. */
export const ask =
  (method: string, resource: string, changes: Changes | ((etag: string) => Changes) = {}): Step =>
  ({ session, etag }) => {
    const { query = {}, headers = {}, body = '' } = typeof changes === 'function' ? changes(etag) : changes;
    const usual = { authorization: `Basic ${session.token}`, 'x-experience-api-version': '1.0.3' };
    return { method, resource: `xapi/${resource}`, query: { ...query }, headers: { ...usual, ...headers }, body };
  };

/** Query of a state document of this launch. */
export const state =
  (method: string, stateId: string, changes: Changes | ((etag: string) => Changes) = {}): Step =>
  (at) => {
    const { query = {}, ...rest } = typeof changes === 'function' ? changes(at.etag) : changes;
    const here = {
      stateId,
      activityId: ACTIVITY,
      agent: JSON.stringify(ACTOR),
      registration: at.session.registration,
    };
    return ask(method, 'activities/state', { ...rest, query: { ...here, ...query } })(at);
  };

const json = { 'content-type': 'application/json' };
export const readLaunch = state('GET', 'LMS.LaunchData');
export const readPreferences = ask('GET', 'agents/profile', {
  query: { profileId: 'cmi5LearnerPreferences', agent: JSON.stringify(ACTOR) },
});
export const readPath = state('GET', PLACE);
export const begin: readonly Step[] = [fetchToken(), readLaunch, readPreferences, readPath];

const body = (path: string): string => JSON.stringify({ path, earned: {}, seconds: 0 });
/** Writes the path over what was read last, or where nothing is. */
export const writePath = (path: string, headers?: (etag: string) => Asked['headers']): Step =>
  state('PUT', PLACE, (etag) => {
    const only = headers ? headers(etag) : etag === '' ? { 'if-none-match': '*' } : { 'if-match': etag };
    return { body: body(path), headers: { ...json, ...only } };
  });

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
export const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

const RESULTS: Readonly<{ [verb: string]: Heard['result'] }> = {
  completed: { completion: true, duration: 'PT1H2M3S' },
  passed: { success: true, score: { scaled: 0.8, raw: 80, min: 0, max: 100 }, duration: 'PT90S' },
  failed: { success: false, duration: 'PT90S' },
  terminated: { duration: 'PT0.5S' },
  answered: { response: 'a', success: true, duration: 'PT4S' },
};

const DEFINITION = {
  type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  interactionType: 'choice',
  choices: [{ id: 'a' }, { id: 'b' }],
};

let now = Date.parse('2026-01-01T09:00:00.000Z');

function statement(verb: string, { registration, contextTemplate }: Session): Heard {
  now += 1000;
  const isAnswer = verb === 'answered';
  const names = isAnswer ? [] : ['completed', 'passed', 'failed'].includes(verb) ? ['cmi5', 'moveon'] : ['cmi5'];
  const { contextActivities = {}, extensions = {} } = contextTemplate;
  const category = [contextActivities.category ?? [], names.map((one) => ({ id: CATEGORY + one }))].flat();
  const result = RESULTS[verb];
  return {
    id: randomUUID(),
    timestamp: new Date(now).toISOString(),
    actor: ACTOR,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: isAnswer ? { id: `${ACTIVITY}/test/s/question/a`, definition: DEFINITION } : { id: ACTIVITY },
    context: {
      registration,
      contextActivities: { ...contextActivities, category },
      extensions: { ...extensions, ...(verb === 'passed' && { [MASTERY]: 0.6 }) },
    },
    ...(result && { result }),
  };
}

/** Says it, changed where the test changes it. */
export const say =
  (verb: string, change: (right: Heard) => Heard = (right) => right): Step =>
  (at) => {
    const said = change(statement(verb, at.session));
    return ask('PUT', 'statements', {
      query: { statementId: String(said.id) },
      headers: json,
      body: JSON.stringify(said),
    })(at);
  };

/** Says several in one request. */
export const sayAll =
  (...verbs: readonly string[]): Step =>
  (at) =>
    ask('POST', 'statements', {
      headers: json,
      body: JSON.stringify(verbs.map((verb) => statement(verb, at.session))),
    })(at);

export const sitting: readonly Step[] = [
  ...begin,
  say('initialized'),
  writePath('1.a'),
  readPath,
  say('answered'),
  writePath('1.a.b'),
  say('completed'),
  say('passed'),
  say('terminated'),
];
