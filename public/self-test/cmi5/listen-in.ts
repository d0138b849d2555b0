/** Stands between our own driver and the LRS, so that the test judges every request that packages make. */
export interface Entry {
  readonly method: string;
  /** `fetch`, or what was asked for below the endpoint: `statements`, `activities/state`, `agents/profile`. */
  readonly resource: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly sent: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly text: string;
  readonly etag: string | undefined;
  readonly milliseconds: number;
}

export interface Heard {
  readonly entries: readonly Entry[];
  /** From here on nobody listens. */
  stop(): void;
}

/** @param fetchUrl where the token is given: what stands in it is nobody's but the LMS's */
export function listenIn(endpoint: string, fetchUrl: string): Heard {
  const entries: Entry[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init = {}) => {
    const { method = 'GET', headers, body } = init;
    const url = new URL(String(input));
    const began = performance.now();
    const add = (status: number, text: string, etag?: string): void => {
      entries.push({
        method,
        resource: String(input) === fetchUrl ? 'fetch' : resourceIn(url, endpoint),
        query: Object.fromEntries(url.searchParams),
        headers: Object.fromEntries(new Headers(headers)),
        sent: typeof body === 'string' ? body : '',
        status,
        text,
        etag,
        milliseconds: performance.now() - began,
      });
    };
    try {
      const response = await real(input, init);
      add(response.status, await response.clone().text(), response.headers.get('etag') ?? undefined);
      return response;
    } catch (error) {
      add(0, '');
      throw error;
    }
  };
  return {
    entries,
    stop: () => {
      globalThis.fetch = real;
    },
  };
}

const resourceIn = ({ pathname }: URL, endpoint: string): string =>
  pathname.slice(new URL(endpoint).pathname.replace(/\/*$/, '/').length);
