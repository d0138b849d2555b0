/** LRSs that are wrong in one way each, made of the strict one: what the self-test for cmi5 has to notice and name. */
import { ACTOR } from './lrs.ts';
import type { Answered, Asked } from './record.ts';
import { CERTIFICATE, PLACE } from './states.ts';

export type Ask = (asked: Asked) => Answered;

/** What a mutant may know: the LRS that is right, and which launch this is, from 1. */
interface Right {
  readonly ask: Ask;
  readonly launch: number;
  /** What this one keeps by itself from launch to launch. */
  readonly own: { text?: string; at?: number };
}

type Change = (right: Right) => Ask;
type Which = (asked: Asked, launch: number) => boolean;

const isFetch: Which = ({ resource }) => resource.startsWith('fetch/');
const isState =
  (id: string, method?: string): Which =>
  (asked) =>
    asked.resource === 'xapi/activities/state' &&
    asked.query.stateId === id &&
    (method === undefined || asked.method === method);
const isPut = isState(PLACE, 'PUT');
const isRead: Which = ({ resource, method }) => resource === 'xapi/statements' && method === 'GET';
const isSaid: Which = ({ resource, method }) => resource === 'xapi/statements' && method !== 'GET';
const says =
  (verb: string): Which =>
  (asked, launch) =>
    isSaid(asked, launch) && asked.body.includes(`/verbs/${verb}"`);

/** Some requests are answered otherwise, and change nothing. */
const answers =
  (which: Which, answer: Answered): Change =>
  ({ ask, launch }) =>
  (asked) =>
    which(asked, launch) ? answer : ask(asked);

/** Bodies of some answers are others. */
const gives =
  (which: Which, body: (text: string) => string): Change =>
  ({ ask, launch }) =>
  (asked) => {
    const answer = ask(asked);
    return which(asked, launch) && answer.body ? { ...answer, body: body(answer.body) } : answer;
  };

/** Some requests arrive without these headers, or with another body. */
const hears =
  (which: Which, change: (asked: Asked) => Asked): Change =>
  ({ ask, launch }) =>
  (asked) =>
    ask(which(asked, launch) ? change(asked) : asked);

/** It has the place in a document of its own, and gives back of it what is said here. */
const keeps =
  (given: (text: string, launch: number, at: number) => string | undefined): Change =>
  ({ ask, launch, own }) =>
  (asked) => {
    if (!isState(PLACE)(asked, launch)) return ask(asked);
    const text = own.text === undefined ? undefined : given(own.text, launch, own.at ?? 0);
    const etag = text && `"${text.length} ${text.slice(-20).replaceAll('"', '')}"`;
    if (asked.method === 'GET')
      return text ? { status: 200, headers: { etag: etag ?? '' }, body: text } : { status: 404 };
    const match = asked.headers['if-match'];
    if ((match !== undefined && match !== etag) || (text && asked.headers['if-none-match'])) return { status: 412 };
    Object.assign(own, { text: asked.body, at: launch });
    return { status: 204 };
  };

const { name: _, ...UNNAMED } = ACTOR;
const ALREADY = '{"error-code":"1","error-text":"Already in use"}';
const NONE: Answered = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"statements":[]}' };

export const MUTANTS = {
  'refuses the fetch of a second launch': answers((asked, launch) => isFetch(asked, launch) && launch === 2, {
    status: 200,
    body: ALREADY,
  }),
  'gives no token': answers(isFetch, { status: 500 }),
  'refuses its own token': answers(({ resource }) => resource.startsWith('xapi/'), { status: 401 }),
  'writes no LMS.LaunchData': answers(isState('LMS.LaunchData'), { status: 404 }),
  'writes LMS.LaunchData without a template': gives(isState('LMS.LaunchData'), () => '{}'),
  'fails where there is no state':
    ({ ask }) =>
    (asked) => {
      const answer = ask(asked);
      return isState(PLACE, 'GET')(asked, 0) && answer.status === 404 ? { status: 500 } : answer;
    },
  'forgets state between launches': keeps((text, launch, at) => (at < launch ? undefined : text)),
  'answers 204 to state and keeps nothing': answers(isPut, { status: 204 }),
  'refuses to save': answers(isPut, { status: 403 }),
  'refuses If-Match': answers(({ headers }) => headers['if-match'] !== undefined, { status: 400 }),
  'refuses If-None-Match': answers(({ headers }) => headers['if-none-match'] !== undefined, { status: 412 }),
  'ignores If-Match': ({ ask }) => {
    let etag = '';
    return (asked) => {
      const isOver = isPut(asked, 0) && asked.headers['if-match'] !== undefined;
      const answer = ask(isOver ? { ...asked, headers: { ...asked.headers, 'if-match': etag } } : asked);
      etag = isState(PLACE)(asked, 0) ? (answer.headers?.etag ?? etag) : etag;
      return answer;
    };
  },
  'keeps 1,000 characters of state': keeps((text) => text.slice(0, 1000)),
  'refuses 1,000 characters of state': answers((asked, launch) => isPut(asked, launch) && asked.body.length > 1000, {
    status: 413,
  }),
  'turns + into a space': gives(isState(PLACE, 'GET'), (text) => text.replaceAll('+', ' ')),
  'refuses every statement': answers(isSaid, { status: 403 }),
  'refuses the pass': answers(says('passed'), { status: 403 }),
  'answers 204 to a pass and keeps nothing': answers(says('passed'), { status: 204 }),
  'loses the score': gives(isRead, (text) => text.replace(/"score":\{[^}]*\},?/, '')),
  'takes the pass back':
    ({ ask, launch }) =>
    (asked) => {
      if (launch < 3 || !isRead(asked, launch)) return ask(asked);
      return asked.query.statementId === undefined ? NONE : { status: 404 };
    },
  'lets no statement be read': answers(isRead, { status: 403 }),
  'forgets state after the pass': keeps((text, launch, at) => (launch === 3 && at < 3 ? undefined : text)),
  'keeps nothing while a window closes': answers(
    (asked, launch) => isPut(asked, launch) && asked.body.includes('~closing"'),
    { status: 403 },
  ),
  'refuses the end': answers(says('terminated'), { status: 403 }),
  'refuses single decisions': answers(says('answered'), { status: 403 }),
  'refuses other documents': answers(isState(CERTIFICATE, 'PUT'), { status: 403 }),
  'does not say the learner’s name': hears(
    () => true,
    (asked) => ({
      ...asked,
      query: asked.query.agent === undefined ? asked.query : { ...asked.query, agent: JSON.stringify(ACTOR) },
      body: asked.body.replaceAll(JSON.stringify(UNNAMED), JSON.stringify(ACTOR)),
    }),
  ),
} as const satisfies Readonly<Record<string, Change>>;

/** The actor of a launch by a mutant that says no name. */
export const unnamed = JSON.stringify(UNNAMED);

export type MutantName = keyof typeof MUTANTS;
