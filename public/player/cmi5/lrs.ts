/** Requests to a learning record store (xAPI 1.0.3), each with an answer, also where none came. */
export interface Answer {
  /** 0 where there was none: offline, blocked, or too late. */
  readonly status: number;
  readonly text: string;
  readonly etag?: string;
}

export interface Lrs {
  ask(method: string, resource: string, params: Readonly<Record<string, string>>, sent?: Sent): Promise<Answer>;
}

interface Sent {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** If-Match or If-None-Match. */
  readonly only?: Readonly<Record<string, string>>;
}

/** Writes a line of the log that the learner can copy: what was asked, with what, and what came back. */
export type Log = (
  call: string,
  asked: readonly string[],
  answer: string | undefined,
  code: string | undefined,
) => void;

/** An LMS that takes longer is asked again later. */
const PATIENCE = 20_000;

export const worked = ({ status }: Answer): boolean => status === 200 || status === 204;

export function lrsAt(endpoint: string, token: string, log: Log): Lrs {
  const base = endpoint.replace(/\/*$/, '/');
  return {
    ask: async (method, resource, params, { body, only } = {}) => {
      const query = new URLSearchParams(params).toString();
      // Names what was asked for, and nobody: no actor, and of what is sent the path alone.
      const what = [resource, params.stateId ?? params.statementId ?? params.verb ?? params.profileId].join(' ');
      const path = Object(body).path;
      const noted = (answer: Answer): Answer => {
        log(method, path === undefined ? [what] : [what, path], String(answer.status), answer.etag);
        return answer;
      };
      try {
        const response = await fetch(`${base}${resource}${query && `?${query}`}`, {
          method,
          headers: {
            Authorization: `Basic ${token}`,
            'X-Experience-API-Version': '1.0.3',
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            ...only,
          },
          body: body === undefined ? null : JSON.stringify(body),
          // What is written goes on its way also where the page is about to disappear.
          keepalive: body !== undefined,
          cache: 'no-store',
          signal: AbortSignal.timeout(PATIENCE),
        });
        const etag = response.headers.get('etag');
        return noted({ status: response.status, text: await response.text(), ...(etag && { etag }) });
      } catch {
        return noted({ status: 0, text: '' });
      }
    },
  };
}
