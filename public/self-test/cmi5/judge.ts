/** What requests and their answers say about the LMS. */
import { withResult } from '../checks.ts';
import { comparePlaces } from '../place.ts';
import type { Cmi5CheckId, Cmi5Results } from './checks.ts';
import type { Entry } from './listen-in.ts';
import type { Sitting } from './sitting.ts';

const SLOW = 2000;

/** A conflict says that the statement is there. */
export const worked = ({ status }: Entry): boolean => [200, 204, 409].includes(status);

/** Names nobody: neither the actor nor the address. */
export const said = ({ method, resource, query, status }: Entry): string =>
  `${method} ${[resource, query.stateId].filter(Boolean).join(' ')} = ${status || 'no answer'}`;

const isState = (id: string) => (one: Entry) => one.resource === 'activities/state' && one.query.stateId === id;
export const isPlace = isState('standpoint.path');
export const isCertificate = isState('standpoint.certificate');
export const isWritten = ({ method }: Entry): boolean => method !== 'GET';
const isStatement = (one: Entry): boolean => one.resource === 'statements';

/** Short names of the verbs that a request says. */
const verbsIn = ({ sent }: Entry): string[] =>
  [...sent.matchAll(/expapi\/verbs\/([a-z]+)"/g)].map(([, verb = '']) => verb);
export const says =
  (verb: string) =>
  (one: Entry): boolean =>
    isStatement(one) && isWritten(one) && verbsIn(one).includes(verb);

/** Why no session begins. Nothing was asked where the page knows by itself that its session is over. */
export function judgeRefusal(entries: readonly Entry[]): Cmi5Results {
  const wrong = (id: Cmi5CheckId, seen: string): Cmi5Results => withResult<Cmi5CheckId>({}, id, false, seen);
  const token = entries.find((one) => one.resource === 'fetch');
  const launch = entries.find(isState('LMS.LaunchData'));
  const failed = [token, launch, entries.find(isPlace)].find((one) => one?.status === 0);
  if (failed) return wrong('reach', said(failed));
  if (token && !launch) return wrong('token', `${said(token)}${codeIn(token)}`);
  if (!launch) return wrong('session', 'it was loaded again after its end');
  if ([401, 403].includes(launch.status)) return wrong('access', said(launch));
  const hasTemplate = launch.text.includes('"contextTemplate"');
  if (launch.status !== 200 || !hasTemplate) {
    return wrong('launch-data', said(launch) + (launch.status === 200 ? ', without a contextTemplate' : ''));
  }
  const place = entries.find(isPlace);
  return wrong('state', place ? said(place) : 'it was not asked for');
}

const codeIn = ({ text }: Entry): string => {
  const [, code] = /"error-code"\s*:\s*"?(\d+)/.exec(text) ?? [];
  return code === undefined ? ', without a token' : `, error-code ${code}`;
};

export function judgeOpening({ hasName, entries }: Sitting): Cmi5Results {
  const open: readonly Cmi5CheckId[] = ['launch', 'reach', 'token', 'access', 'launch-data', 'state', 'session'];
  const begun: Cmi5Results = Object.fromEntries(open.map((id) => [id, { ok: true, seen: '' }]));
  const named = withResult(begun, 'name', hasName, 'the actor has no name');
  return judgeStatements(named, entries);
}

/** Statements by their verbs, and whether those that were taken are there. */
export function judgeStatements(results: Cmi5Results, entries: readonly Entry[]): Cmi5Results {
  let judged = results;
  for (const one of entries.filter((each) => isStatement(each) && isWritten(each))) {
    const [verb = ''] = verbsIn(one);
    const id = { answered: 'decisions', completed: 'pass', passed: 'pass', terminated: 'end' }[verb] ?? 'statements';
    judged = withResult(judged, id as Cmi5CheckId, worked(one), `“${verb}” was answered ${one.status || 'not at all'}`);
  }
  const read = entries.filter((one) => isStatement(one) && !isWritten(one));
  for (const one of read) {
    judged = withResult(judged, 'readable', [200, 404].includes(one.status), said(one));
  }
  return judged;
}

/** @param means which check it is where nothing came back, and where only the beginning did */
export function judgePlace(
  results: Cmi5Results,
  sent: string,
  found: string,
  means: { readonly empty: Cmi5CheckId; readonly cut: Cmi5CheckId },
): Cmi5Results {
  const how = comparePlaces(sent, found);
  if (how === 'same') return withResult(withResult(results, means.empty, true), 'unchanged', true);
  const seen = `${sent.length} characters were sent, and ${found.length} came back`;
  return withResult(results, how === 'changed' ? 'unchanged' : means[how], false, seen);
}

export function judgeSpeed(results: Cmi5Results, entries: readonly Entry[]): Cmi5Results {
  const slowest = Math.max(0, ...entries.filter(isWritten).map((one) => one.milliseconds));
  return withResult(results, 'speed', slowest < SLOW, `${Math.round(slowest)} ms`);
}
