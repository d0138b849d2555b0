/** A guest who passes the first module of the catalogue on a running server, and has a certificate made. */
import { passingPath } from '../support/walks.ts';
import { commitHeaders, playedBy } from './lanes.ts';
import type { Running } from './processes.ts';
import { guestAttempts } from './visitors.ts';

/** Answers with the certificate's code, and the address of the module. */
export async function guestCertificate(server: Running): Promise<{ code: string; module: string }> {
  const [guest] = await guestAttempts(server.url, 1);
  const [played] = guest ? playedBy(server, [guest.id]) : [];
  if (!guest || !played) throw new Error('No attempt was started.');
  const { content, hash, nonce } = played;
  const attempt = `${server.url}/attempts/${guest.id}`;
  const committed = await fetch(`${attempt}/path`, {
    method: 'PUT',
    headers: commitHeaders(guest.cookie),
    body: JSON.stringify({ path: passingPath(content, hash, nonce) }),
  });
  if (committed.status !== 200) throw new Error(`The pass answered ${committed.status}.`);
  const headers = { cookie: guest.cookie };
  const form = await (await fetch(`${attempt}/certificate`, { headers })).text();
  const token = /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const made = await fetch(`${attempt}/certificate`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams({ _csrf: token, name: 'Amélie Łukasz-Okonkwo', look: 'right' }),
  });
  const code = /^\/certificates\/(\w+)$/.exec(made.headers.get('location') ?? '')?.[1];
  if (made.status !== 303 || code === undefined) throw new Error(`The form answered ${made.status}.`);
  return { code, module: `/modules/${content.course.id}/${content.modules[0]?.id ?? ''}` };
}
