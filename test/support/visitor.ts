/** Somebody with a browser, without the browser: keeps cookies, and sends forms with the token of the page they stand on. */
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { App } from '../../server/app.ts';

export interface Visitor {
  readonly get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  /** A form post. Without a page visited first there is no token, and the server refuses. */
  readonly post: (url: string, fields?: Record<string, string>) => Promise<LightMyRequestResponse>;
  /** A JSON request as a script of our own page sends it. */
  readonly put: (url: string, body: unknown, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  /** As a Cookie header. */
  readonly cookies: () => string;
  readonly forgetCookies: () => void;
}

export function createVisitor(app: App): Visitor {
  const jar = new Map<string, string>();
  let token: string | undefined;
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const send = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const headers = { ...options.headers, ...(jar.size > 0 && { cookie: cookies() }) };
    const response = await app.inject({ ...options, headers });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) jar.delete(name);
      else jar.set(name, encodeURIComponent(value));
    }
    token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? token;
    return response;
  };

  return {
    get: (url, headers = {}) => send({ method: 'GET', url, headers: { accept: 'text/html', ...headers } }),
    post: (url, fields = {}) =>
      send({
        method: 'POST',
        url,
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ...(token !== undefined && { _csrf: token }), ...fields }).toString(),
      }),
    put: (url, body, headers = {}) =>
      send({
        method: 'PUT',
        url,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    cookies,
    forgetCookies: () => jar.clear(),
  };
}
