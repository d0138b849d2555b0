/** The strict LRS at an address of its own, and the package at another: requests cross from one to the other (CORS). */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { cacheControl, type Keeping, type ServedFile } from '../strict-lms/serve.ts';
import type { Lrs } from './lrs.ts';
import type { Answered } from './record.ts';

/** Makes some requests fail. They are counted from 1 within a launch, each kind by itself. */
export interface Fault {
  /** Method and resource, such as `PUT activities/state`. */
  readonly kind: string;
  readonly from: number;
  /** The last one that fails; without it all do. */
  readonly to?: number;
  /** A status; `drop`: nothing arrives; `lost`: it arrives, and the answer does not. */
  readonly how: number | 'drop' | 'lost';
}

export interface Trouble {
  faults: readonly Fault[];
  /** Milliseconds before each answer. */
  slow: number;
  /** Whether scripts of another address see ETag. */
  showsEtag: boolean;
  /** Whether scripts of another address may send If-Match and If-None-Match. */
  takesConditions: boolean;
}

export interface Site {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

async function listen(listener: RequestListener): Promise<Site> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/`, close };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface ServedCourse extends Site {
  /** Serves these files from now on, and none of those before. */
  replace(files: readonly ServedFile[]): void;
  /** Tells browsers from now on to keep what they get. */
  keep(what: Keeping): void;
}

/** The unzipped package, and a page around it, under a policy that allows its own files and the LRS. */
export async function serveCourse(served: readonly ServedFile[], lrs: string): Promise<ServedCourse> {
  let files = served;
  let keeping: Keeping = 'nothing';
  const left = Buffer.from('<!doctype html><title>Left</title>');
  const site = await listen((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://lms');
    const name = pathname.slice(1);
    const frame = `<!doctype html><title>LMS</title><iframe width="650" height="666" src="package/index.html${search.replaceAll('&', '&amp;')}"></iframe>`;
    const around = new Map([
      ['frame', Buffer.from(frame)],
      ['left', left],
    ]);
    const bytes = around.get(name) ?? files.find((one) => `package/${one.name}` === name)?.bytes;
    response.writeHead(bytes ? 200 : 404, {
      'content-type': TYPES[path.extname(name) || '.html'] ?? 'application/octet-stream',
      'cache-control': cacheControl(keeping, name),
      'content-security-policy': `default-src 'self'; style-src 'self' 'unsafe-inline'; connect-src ${lrs}`,
    });
    response.end(bytes);
  });
  return {
    ...site,
    replace: (later) => {
      files = later;
    },
    keep: (what) => {
      keeping = what;
    },
  };
}

export interface ServedLrs extends Site {
  /** Whether a request is under way, or was a moment ago. */
  isQuiet(): boolean;
  /** A new launch counts its faults anew. */
  begin(): void;
  /** How often each kind failed since the beginning. */
  readonly failed: Map<string, number>;
}

export async function serveLrs(lrs: Lrs, trouble: Trouble): Promise<ServedLrs> {
  const counts = new Map<string, number>();
  const failed = new Map<string, number>();
  let underway = 0;
  let last = 0;
  const site = await listen(async (request, response) => {
    underway += 1;
    response.once('close', () => {
      underway -= 1;
      last = Date.now();
    });
    if (request.method === 'OPTIONS') return void response.writeHead(204, allow(request, trouble)).end();
    const { kind, ask } = await heard(request, lrs);
    if (trouble.slow > 0) await new Promise((resolve) => setTimeout(resolve, trouble.slow));
    const nth = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, nth);
    const fault = trouble.faults.find((one) => one.kind === kind && nth >= one.from && nth <= (one.to ?? nth));
    if (fault) failed.set(kind, (failed.get(kind) ?? 0) + 1);
    const answered = fault && fault.how !== 'lost' ? undefined : ask();
    if (typeof fault?.how === 'string') request.socket.destroy();
    else send(response, answered ?? { status: Number(fault?.how) }, allow(request, trouble));
  });
  return { ...site, failed, begin: () => counts.clear(), isQuiet: () => underway === 0 && Date.now() - last > 150 };
}

async function heard(request: IncomingMessage, lrs: Lrs): Promise<{ kind: string; ask: () => Answered }> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lrs');
  const body = await text(request);
  const { method = 'GET' } = request;
  const resource = pathname.slice(1);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return {
    kind: `${method} ${resource.replace(/^xapi\//, '').replace(/^fetch\/.*/, 'fetch')}`,
    ask: () => lrs.ask({ method, resource, query: Object.fromEntries(searchParams), headers, body }),
  };
}

const allow = (request: IncomingMessage, { showsEtag, takesConditions }: Trouble): Record<string, string> => ({
  'access-control-allow-origin': request.headers.origin ?? '*',
  'access-control-allow-methods': 'GET, PUT, POST, DELETE',
  'access-control-allow-headers': `Authorization, Content-Type, X-Experience-API-Version${takesConditions ? ', If-Match, If-None-Match' : ''}`,
  ...(showsEtag && { 'access-control-expose-headers': 'ETag' }),
});

function send(response: ServerResponse, { status, headers = {}, body = '' }: Answered, cors: object): void {
  response.writeHead(status, { ...headers, ...cors }).end(body);
}
