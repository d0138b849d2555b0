/** The strict LRS: answers what a package asks, keeps what is right, and refuses and names what is not. */
import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isSatisfied, judgeOrder } from './judge-session.ts';
import { judgeStatement, verbOf } from './judge-statement.ts';
import type { Answered, Asked, Au, Breach, Heard, Mode, Session, Violation } from './record.ts';
import { States } from './states.ts';

export const ACTOR = {
  objectType: 'Agent',
  name: 'Ada Okafor',
  account: { homePage: 'https://lms.example', name: 'learner-1' },
} as const;
export const ACTIVITY = 'https://lms.example/activities/41';

export interface LaunchOptions {
  readonly mode?: Mode;
  /** What an administrator set instead of the course structure's. */
  readonly masteryScore?: number;
  readonly returnURL?: string;
  /** Whether the token lets statements be read. */
  readonly unreadable?: boolean;
}

export class Lrs {
  readonly #au: Au;
  readonly #sessions: Session[] = [];
  readonly #violations: Violation[] = [];
  readonly #statements: Heard[] = [];
  readonly #states = new States();
  #registration = randomUUID();
  #unreadable = false;

  constructor(au: Au) {
    this.#au = au;
  }

  /** A new session. One that was not terminated is abandoned by it (9.3.6). @returns the names of the launch (8.1) */
  launch(endpoint: string, options: LaunchOptions = {}): Record<string, string> {
    const last = this.#sessions.at(-1);
    if (last && !last.over) last.over = 'abandoned';
    const { mode = 'Normal', returnURL, masteryScore = this.#au.masteryScore, unreadable = false } = options;
    const id = randomUUID();
    const contextTemplate = {
      contextActivities: { grouping: [{ id: this.#au.id }], category: [{ id: 'https://lms.example/spring' }] },
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': id },
    };
    const mark = masteryScore === undefined ? {} : { masteryScore };
    const token = randomBytes(12).toString('base64');
    const heard = {
      fetched: false,
      launchDataRead: false,
      preferencesRead: false,
      statements: [],
    };
    this.#sessions.push({ id, token, registration: this.#registration, mode, contextTemplate, ...heard, ...mark });
    const data = {
      contextTemplate,
      launchMode: mode,
      moveOn: this.#au.moveOn,
      ...mark,
      ...(returnURL && { returnURL }),
    };
    this.#states.launchData.set(id, JSON.stringify(data));
    this.#unreadable = unreadable;
    return {
      endpoint: `${endpoint}xapi/`,
      fetch: `${endpoint}fetch/${id}`,
      actor: JSON.stringify(ACTOR),
      registration: this.#registration,
      activityId: ACTIVITY,
    };
  }

  /** Answers as the LMS does. */
  ask(asked: Asked): Answered {
    const [first, name = ''] = asked.resource.split(/\/(.*)/s);
    if (first === 'fetch') return this.#fetch(asked.method, name);
    const session = this.#sessions.find((one) => asked.headers.authorization === `Basic ${one.token}`);
    if (!session) return this.#refuse(401, ['token', `${asked.method} ${asked.resource} came without the token.`]);
    const version = asked.headers['x-experience-api-version'];
    if (!/^1\.0\.\d$/.test(version ?? '')) return this.#refuse(400, ['version', `The version is ${version}.`]);
    const [kind] = [`${asked.method} ${name}`];
    if (kind === 'GET activities/state' || kind === 'PUT activities/state') return this.#state(asked, session);
    if (kind === 'GET agents/profile') return this.#preferences(asked, session);
    if (kind === 'GET statements') return this.#read(asked);
    if (kind === 'PUT statements' || kind === 'POST statements') return this.#record(asked, session);
    return this.#refuse(404, ['resource', `${kind} is nothing that a package asks for.`]);
  }

  violations(): readonly Violation[] {
    return this.#violations;
  }

  /** What was said in the registration, in order: verbs of cmi5 by their short names. */
  verbs(): string[] {
    return this.#statements.map(verbOf);
  }

  statements(): readonly Heard[] {
    return this.#statements;
  }

  sessions(): readonly Session[] {
    return this.#sessions;
  }

  isSatisfied(): boolean {
    return isSatisfied(this.#au.moveOn, this.#statements);
  }

  /** The path's document as it stands. */
  place(): { readonly path?: string } | undefined {
    return this.#states.place.read();
  }

  /** The document beside it, with the codes of certificates. */
  certificate(): unknown {
    return this.#states.certificate.read();
  }

  /** Somebody else writes the document: another window, or an administrator. Without a text it is emptied. */
  setPlace(text: string | undefined): void {
    this.#states.place.text = text;
  }

  /** Another window notes a certificate. */
  setCertificate(text: string): void {
    this.#states.certificate.text = text;
  }

  /** The learner is enrolled anew: nothing of the old registration is found again. */
  enrolAnew(): void {
    this.#registration = randomUUID();
    this.#states.place.text = undefined;
    this.#states.certificate.text = undefined;
    this.#statements.length = 0;
  }

  #refuse(status: number, ...breaches: readonly Breach[]): Answered {
    this.#violations.push(...breaches.map(([rule, text]) => ({ id: `cmi5.${rule}`, text })));
    return { status };
  }

  #fetch(method: string, id: string): Answered {
    const session = this.#sessions.find((one) => one.id === id);
    if (!session) return { status: 404 };
    if (method !== 'POST') return this.#refuse(405, ['fetch-post', `The token was asked for by ${method}.`]);
    const headers = { 'content-type': 'application/json' };
    if (session.fetched) {
      this.#refuse(200, ['fetch-once', 'The token was asked for again.']);
      return { status: 200, headers, body: '{"error-code":"1","error-text":"Already in use"}' };
    }
    session.fetched = true;
    return { status: 200, headers, body: JSON.stringify({ 'auth-token': session.token }) };
  }

  #state(asked: Asked, session: Session): Answered {
    const { activityId, agent, registration, stateId } = asked.query;
    const isHere = activityId === ACTIVITY && registration === session.registration && isActor(agent);
    if (!isHere || !stateId) return this.#refuse(400, ['state-address', 'The state is of another launch.']);
    const { breach, ...answer } = this.#states.answer(asked, session);
    return breach ? this.#refuse(answer.status, breach) : answer;
  }

  #preferences({ query }: Asked, session: Session): Answered {
    const isHere = query.profileId === 'cmi5LearnerPreferences' && isActor(query.agent);
    if (!isHere) return this.#refuse(400, ['preferences-read', `The profile ${query.profileId} was asked for.`]);
    session.preferencesRead = true;
    return { status: 404 };
  }

  #read({ query }: Asked): Answered {
    if (this.#unreadable) return { status: 403 };
    const headers = { 'content-type': 'application/json' };
    if (query.statementId !== undefined) {
      const found = this.#statements.find((one) => one.id === query.statementId);
      return found ? { status: 200, headers, body: JSON.stringify(found) } : { status: 404 };
    }
    const statements = this.#statements.filter((one) => one.verb?.id === query.verb);
    return { status: 200, headers, body: JSON.stringify({ statements: statements.slice(0, Number(query.limit)) }) };
  }

  #record({ method, query, body }: Asked, session: Session): Answered {
    // Who is left behind by a later launch cannot know it (9.3.6): it is refused, and not to blame.
    if (session.over === 'abandoned') return { status: 403 };
    const heard: Heard[] = [JSON.parse(body)].flat();
    if (method === 'PUT' && heard[0]?.id !== query.statementId) {
      return this.#refuse(400, ['statement-id', 'The address has another id than the statement.']);
    }
    for (const one of heard) {
      const known = this.#statements.find((other) => other.id === one.id);
      if (known && isDeepStrictEqual(known, one)) continue;
      if (known) return this.#refuse(409, ['statement-once', `${one.id} was given to another statement.`]);
      const before = { session, registration: this.#statements };
      const breaches = [
        ...judgeStatement(one, session, { actor: ACTOR, activityId: ACTIVITY }),
        ...judgeOrder(one, before),
      ];
      if (breaches.length > 0) return this.#refuse(403, ...breaches);
      session.statements.push(one);
      this.#statements.push(one);
      if (verbOf(one) === 'terminated') session.over = 'terminated';
    }
    return {
      status: method === 'PUT' ? 204 : 200,
      body: method === 'PUT' ? '' : JSON.stringify(heard.map((one) => one.id)),
    };
  }
}

function isActor(agent: string | undefined): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(agent ?? ''), ACTOR);
  } catch {
    return false;
  }
}
