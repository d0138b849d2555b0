import { describe, expect, it } from 'vitest';
import { sendTo } from '../../public/host/send.ts';
import { nameOf } from '../conformance/requirements.ts';

const answering = (status: number, body: object) =>
  sendTo('/attempts/a/path', async () => Response.json(body, { status }));

describe('an answer of the server', () => {
  it.each([400, 404, 413, 422])('%i ends the retrying, with the server’s words', async (status) => {
    const answer = await answering(status, { code: 'x', title: 'A title', text: 'What to do' })('p');
    expect(answer).toEqual({ kind: 'refused', title: 'A title', text: 'What to do' });
  });

  it.each([403, 429, 500, 502, 503, 507])('%i is tried again later', async (status) => {
    expect(await answering(status, { title: 'A title' })('p')).toEqual({ kind: 'later' });
  });

  it('401 asks the learner to sign in', async () => {
    expect(await answering(401, {})('p')).toEqual({ kind: 'signed-out' });
  });

  it('409 brings the other way', async () => {
    expect(await answering(409, { path: 'q' })('p')).toEqual({ kind: 'diverged', stored: 'q' });
  });

  it('200 says whether it has passed', async () => {
    expect(await answering(200, { path: 'p', outcome: { passed: true } })('p')).toEqual({ kind: 'kept', passed: true });
  });
});

it(nameOf('quirk.host-any-answer'), async () => {
  const portal = sendTo('/attempts/a/path', async () => new Response('<h1>Welcome</h1>', { status: 200 }));
  expect(await portal('p')).toEqual({ kind: 'later' });
  const proxy = sendTo('/attempts/a/path', async () => Response.json({}, { status: 404 }));
  expect(await proxy('p')).toEqual({ kind: 'later' });
});

it('no network is tried again later', async () => {
  const offline = sendTo('/attempts/a/path', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await offline('p')).toEqual({ kind: 'later' });
});

it('the choice between two ways names the way that it replaces', async () => {
  const bodies: unknown[] = [];
  const send = sendTo('/attempts/a/path', async (_address, init) => {
    bodies.push(JSON.parse(String(init?.body)), init?.keepalive);
    return Response.json({ path: 'p', outcome: { passed: false } });
  });
  await send('p', 'q');
  expect(bodies).toEqual([{ path: 'p', instead: 'q' }, true]);
});
