/** A state document, the learner's path or what stands beside it: given with its ETag, written over only by who has seen it. */
import { createHash } from 'node:crypto';
import { goesOn } from './goes-on.ts';
import type { Answered, Asked, Breach, Session } from './record.ts';

export class StateDocument {
  /** As it stands; undefined where there is none. */
  text: string | undefined;
  /** ETags that a session was given; null where there was no document. */
  readonly #seen = new WeakMap<Session, Set<string | null>>();
  readonly #contentOf: (document: Readonly<Record<string, unknown>>) => unknown;

  /** @param contentOf what it is kept for: a text, or something else where it is not such a document */
  constructor(contentOf: (document: Readonly<Record<string, unknown>>) => unknown) {
    this.#contentOf = contentOf;
  }

  read(): { readonly path?: string } | undefined {
    return this.text === undefined ? undefined : JSON.parse(this.text);
  }

  give(session: Session): Answered {
    const etag = etagOf(this.text);
    this.#seen.set(session, new Set(this.#seen.get(session)).add(etag ?? null));
    if (this.text === undefined) return { status: 404 };
    return { status: 200, headers: { 'content-type': 'application/json', etag: etag ?? '' }, body: this.text };
  }

  take(headers: Asked['headers'], body: string, session: Session): { status: number; breach?: Breach } {
    const content = this.#contentIn(body);
    if (!/^application\/json\b/.test(headers['content-type'] ?? '') || content === undefined) {
      return { status: 400, breach: ['state-content', 'The state is no JSON, or does not say that it is.'] };
    }
    if (session.mode !== 'Normal') {
      return { status: 403, breach: ['review-writes-nothing', `The mode is ${session.mode}.`] };
    }
    const match = headers['if-match'];
    const isNew = headers['if-none-match'] === '*';
    const hasSeen = (etag: string | null): boolean => this.#seen.get(session)?.has(etag) ?? false;
    const isUnseen = match === undefined && !isNew && !goesOn(content, this.#contentIn(this.text ?? '') ?? '');
    const isFalse = (match !== undefined && !hasSeen(match)) || (isNew && !hasSeen(null));
    if (isUnseen || isFalse) {
      const over = match ?? (isNew ? 'nothing' : 'whatever is there');
      return { status: 412, breach: ['state-unseen', `${content} was to be written over ${over}: ${this.text}`] };
    }
    const holds = match === undefined ? !isNew || this.text === undefined : match === etagOf(this.text);
    if (!holds) return { status: 412 };
    this.text = body;
    return { status: 204 };
  }

  #contentIn(body: string): string | undefined {
    try {
      const content = this.#contentOf(JSON.parse(body));
      return typeof content === 'string' ? content : undefined;
    } catch {
      return undefined;
    }
  }
}

/** xAPI 1.0.3, part 3, 3.1: the SHA-1 of the document, in quotes. */
const etagOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `"${createHash('sha1').update(text).digest('hex')}"`;
