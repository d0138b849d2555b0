/** The state documents of a registration: what the LMS says of a launch, the learner's path, and what stands beside it. */
import type { Answered, Asked, Breach, Session } from './record.ts';
import { StateDocument } from './state-document.ts';

export const PLACE = 'standpoint.path';
export const CERTIFICATE = 'standpoint.certificate';

export class States {
  /** By session. */
  readonly launchData = new Map<string, string>();
  readonly place = new StateDocument(({ path }) => path);
  readonly certificate = new StateDocument(({ lines }) => Array.isArray(lines) && lines.join('\n'));

  answer({ method, query, headers, body }: Asked, session: Session): Answered & { readonly breach?: Breach } {
    const { stateId } = query;
    if (stateId === 'LMS.LaunchData') return this.#launchData(method, session);
    if (stateId !== PLACE && stateId !== CERTIFICATE) {
      return { status: 404, breach: ['resource', `There is a state ${stateId}.`] };
    }
    const document = stateId === PLACE ? this.place : this.certificate;
    if (method === 'GET') return document.give(session);
    if (session.over === 'terminated' && stateId === CERTIFICATE) {
      const text = 'A certificate was noted after the session was terminated.';
      return { status: 401, breach: ['certificate-within', text] };
    }
    // The token is for the session only (8.2): what comes after its end is refused, and the package keeps it.
    return session.over ? { status: 401 } : document.take(headers, body, session);
  }

  #launchData(method: string, session: Session): Answered & { readonly breach?: Breach } {
    if (method !== 'GET') {
      return { status: 403, breach: ['launch-data-kept', 'LMS.LaunchData was to be changed.'] };
    }
    session.launchDataRead = true;
    const headers = { 'content-type': 'application/json' };
    return { status: 200, headers, body: this.launchData.get(session.id) ?? '' };
  }
}
