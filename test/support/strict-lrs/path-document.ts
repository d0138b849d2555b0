/** The state document with the learner's path: given with its ETag, and written over only by who has seen it. */
import { createHash } from 'node:crypto';
import type { Answered, Asked, Breach, Session } from './record.ts';

export class PathDocument {
  /** As it stands; undefined where there is none. */
  text: string | undefined;

  give(session: Session): Answered {
    session.seen.add(etagOf(this.text) ?? null);
    if (this.text === undefined) return { status: 404 };
    const headers = { 'content-type': 'application/json', etag: etagOf(this.text) ?? '' };
    return { status: 200, headers, body: this.text };
  }

  take(headers: Asked['headers'], body: string, session: Session): { status: number; breach?: Breach } {
    const path = pathIn(body);
    if (!/^application\/json\b/.test(headers['content-type'] ?? '') || path === undefined) {
      return { status: 400, breach: ['state-content', 'The state is no JSON, or does not say that it is.'] };
    }
    if (session.mode !== 'Normal') {
      return { status: 403, breach: ['review-writes-nothing', `The mode is ${session.mode}.`] };
    }
    const match = headers['if-match'];
    const isNew = headers['if-none-match'] === '*';
    const isUnseen = match === undefined && !isNew && !path.startsWith(pathIn(this.text ?? '') ?? '');
    const isFalse = (match !== undefined && !session.seen.has(match)) || (isNew && !session.seen.has(null));
    if (isUnseen || isFalse) {
      const over = match ?? (isNew ? 'nothing' : 'whatever is there');
      return { status: 412, breach: ['state-unseen', `${path} was to be written over ${over}: ${this.text}`] };
    }
    const holds = match === undefined ? !isNew || this.text === undefined : match === etagOf(this.text);
    if (!holds) return { status: 412 };
    this.text = body;
    return { status: 204 };
  }
}

/** xAPI 1.0.3, part 3, 3.1: the SHA-1 of the document, in quotes. */
const etagOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `"${createHash('sha1').update(text).digest('hex')}"`;

function pathIn(body: string): string | undefined {
  try {
    const { path } = JSON.parse(body);
    return typeof path === 'string' ? path : undefined;
  } catch {
    return undefined;
  }
}
