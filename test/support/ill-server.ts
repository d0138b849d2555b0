/** Servers that a connected package may meet where Standpoint ought to be. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface IllServer {
  readonly url: string;
  /** The addresses that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** What it answers, as any page may read it; `hangs` takes the question and says nothing, `stalls` stops half way. */
export type Illness = 'hangs' | 'stalls' | { readonly status?: number; readonly type?: string; readonly body: string };

export async function startIllServer(illness: Illness): Promise<IllServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    if (illness === 'hangs') return;
    const { status = 200, type = 'application/json', body } = illness === 'stalls' ? { body: '{"format":1,' } : illness;
    response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' });
    if (illness === 'stalls') response.write(body);
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
