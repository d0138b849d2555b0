/**
 * The path: the decisions of one attempt, in order, as one ASCII string. It is the only thing that is stored about an
 * attempt; state, score and status are replayed from it (replay.ts, outcome.ts).
 *
 *     1.3fa94c21.k7f2q9x1ab.2~gran.a:b.c:d!3/lov.a:c.b:a+d
 *     │ │        │          │ │                └ takes of this run: scenario, then its tokens
 *     │ │        │          │ └ kept takes: the best finished take of each scenario from earlier runs
 *     │ │        │          └ run, counted from 1
 *     │ │        └ nonce of the attempt
 *     │ └ first eight characters of the content hash
 *     └ format
 *
 * A token is `decision:chosen`, several or ordered choices joined by `+`, with `!1` to `!3` for how sure the learner
 * was. The longest path of a course and one full retake must fit in 4,000 characters, the least that any SCORM edition
 * gives suspend_data (2004 3rd edition, RTE 4.2.21); lint checks it.
 */
import { ModelError } from './errors.ts';

export const PATH_FORMAT = '1';
/** Characters that every LMS keeps: 4,096 in SCORM 1.2, 4,000 in 2004 3rd edition. */
export const PATH_LIMIT = 4000;

export interface Token {
  readonly decision: string;
  readonly chosen: readonly string[];
  readonly confidence?: number;
}

/** One way through one scenario, finished or not. */
export interface Take {
  readonly scenario: string;
  readonly tokens: readonly Token[];
}

export interface Path {
  readonly hash8: string;
  readonly nonce: string;
  readonly run: number;
  readonly kept: readonly Take[];
  readonly current: readonly Take[];
}

const HEADER = /^1\.([0-9a-f]{8})\.([a-z0-9]{8,16})\.([1-9][0-9]{0,2})(?=[~/]|$)/;
const TAKE = /([~/])([a-z0-9]{1,4})((?:\.[^~/.]*)*)/y;
const TOKEN = /^([a-z0-9]{1,4}):([a-z0-9]{1,4}(?:\+[a-z0-9]{1,4}){0,8})(?:!([1-3]))?$/;

/** A path on which nothing has been decided yet. `hash` may be the whole content hash or its first eight characters. */
export function emptyPath(hash: string, nonce: string): Path {
  return { hash8: hash.slice(0, 8), nonce, run: 1, kept: [], current: [] };
}

export function encodeToken(token: Token): string {
  const sure = token.confidence === undefined ? '' : `!${token.confidence}`;
  return `${token.decision}:${token.chosen.join('+')}${sure}`;
}

const encodeTake = (mark: string, take: Take): string =>
  `${mark}${[take.scenario, ...take.tokens.map(encodeToken)].join('.')}`;

export function encodePath(path: Path): string {
  const header = [PATH_FORMAT, path.hash8, path.nonce, path.run].join('.');
  const kept = path.kept.map((take) => encodeTake('~', take));
  const current = path.current.map((take) => encodeTake('/', take));
  return [header, ...kept, ...current].join('');
}

function malformed(token: number, text: string): ModelError {
  return new ModelError('path.malformed', `The path cannot be read at token ${token}: ${text.slice(0, 40)}`, {
    token,
    text,
  });
}

/** Reads a take as it is written, without its mark. `before` is how many tokens of the path stand ahead of it. */
export type ReadTake = (text: string, before: number) => Take;

/**
 * @param readTake where takes may be known already, as to `replay`
 * @throws ModelError path.malformed, with the number of the first token that is none (the header is token 0)
 */
export function decodePath(text: string, readTake: ReadTake = decodeTake): Path {
  const header = HEADER.exec(text);
  if (!header) throw malformed(0, text);
  const [whole, hash8 = '', nonce = '', run = ''] = header;
  const kept: Take[] = [];
  const current: Take[] = [];
  let token = 0;
  let at = whole.length;
  while (at < text.length) {
    TAKE.lastIndex = at;
    const found = TAKE.exec(text);
    if (!found) throw malformed(token + 1, text.slice(at));
    const [entry, mark = '', scenario = '', tokens = ''] = found;
    const list = mark === '~' ? kept : current;
    const misplaced = mark === '~' && (current.length > 0 || run === '1');
    const unread = misplaced || tokens === '' || list.some((take) => take.scenario === scenario);
    if (unread) throw malformed(token + 1, entry);
    const take = readTake(entry.slice(1), token);
    list.push(take);
    token += take.tokens.length;
    at += entry.length;
  }
  return { hash8, nonce, run: Number(run), kept, current };
}

/** @throws ModelError path.malformed */
export const decodeTake: ReadTake = (text, before) => {
  const [scenario = '', ...parts] = text.split('.');
  return { scenario, tokens: parts.map((part, index) => decodeToken(part, before + index + 1)) };
};

/** @throws ModelError path.malformed with `index`, the token's number in its path */
export function decodeToken(text: string, index: number): Token {
  const found = TOKEN.exec(text);
  if (!found) throw malformed(index, text);
  const [, decision = '', list = '', sure] = found;
  const chosen = list.split('+');
  if (new Set(chosen).size !== chosen.length) throw malformed(index, text);
  return sure === undefined ? { decision, chosen } : { decision, chosen, confidence: Number(sure) };
}

/** The same path with one more decision at the end of a scenario's take in this run. */
export function appendToken(path: Path, scenario: string, token: Token): Path {
  const known = path.current.some((take) => take.scenario === scenario);
  const current = known
    ? path.current.map((take) => (take.scenario === scenario ? { scenario, tokens: [...take.tokens, token] } : take))
    : [...path.current, { scenario, tokens: [token] }];
  return { ...path, current };
}
