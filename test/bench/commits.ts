/**
 * The commit path (session, ownership, comparison, replay, FULL) against bare Fastify with a group-committed upsert of
 * the same bytes, and against one transaction a request. The three run in turn, several rounds, medians.
 */
import autocannon from 'autocannon';
import { commitHeaders, type Lane, prepareLanes } from './lanes.ts';
import { type Measure, median, ratioAtLeast } from './measure.ts';
import { startProcess } from './processes.ts';

const CONNECTIONS = 32;
const ROUNDS = 15;
/** Rounds before those that count: a server runs for weeks, and is quick only once its code has been compiled. */
const WARM_UP = 9;
/** Commits of each connection in one round; fewer where each is slow. */
const COMMITS = { ours: 120, group: 120, single: 20 } as const;

export async function measure(): Promise<Measure[]> {
  const ours = await startProcess(() => ['dist/server/main.js']);
  const group = await startProcess((dataDir) => ['test/bench/servers/bare.ts', 'group', dataDir]);
  const single = await startProcess((dataDir) => ['test/bench/servers/bare.ts', 'single', dataDir]);
  try {
    const lanes = await prepareLanes(ours, CONNECTIONS, (WARM_UP + ROUNDS) * COMMITS.ours + CONNECTIONS);
    const servers = [
      { url: ours.url, commits: COMMITS.ours, sent: lanes.map(() => 0), rates: [] as number[] },
      { url: group.url, commits: COMMITS.group, sent: lanes.map(() => 0), rates: [] as number[] },
      { url: single.url, commits: COMMITS.single, sent: lanes.map(() => 0), rates: [] as number[] },
    ];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      // Forwards and backwards in turn: whoever follows the slow one would otherwise do so each time.
      for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
        const rate = await load(server, lanes);
        if (round >= 0) server.rates.push(rate);
      }
    }
    const [rate = 0, bare = 1, one = 1] = servers.map((server) => median(server.rates));
    return [
      ratioAtLeast(
        { name: 'commit path against a bare group-committed upsert', unit: 'commits/s', value: rate },
        bare,
        0.7,
      ),
      ratioAtLeast({ name: 'commit path against one transaction a request', unit: 'commits/s', value: rate }, one, 2),
    ];
  } finally {
    await Promise.all([ours, group, single].map((server) => server.stop()));
  }
}

/** Requests answered a second. Anything but 200 ends the bench: a fast refusal is no speed. */
async function load(
  { url, commits, sent }: { url: string; commits: number; sent: number[] },
  lanes: readonly Lane[],
): Promise<number> {
  let lane = 0;
  const from = performance.now();
  let until = from;
  const result = await autocannon({
    url,
    connections: lanes.length,
    amount: commits * lanes.length,
    setupClient: (client) => {
      // autocannon ends at a whole second; the last answer is when the work was done.
      client.on('response', () => {
        until = performance.now();
      });
      const mine = lane++;
      const { path: target, cookie, bodies } = lanes[mine] ?? { path: '/', cookie: '', bodies: [] };
      const headers = commitHeaders(cookie);
      const request = () => {
        const turn = sent[mine] ?? 0;
        sent[mine] = turn + 1;
        return { method: 'PUT' as const, path: target, headers, body: bodies[turn] ?? '' };
      };
      client.setRequests([{ ...request(), setupRequest: (old) => ({ ...old, ...request() }) }]);
    },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`The server at ${url} refused ${result.non2xx} requests and dropped ${result.errors}.`);
  }
  return (result.requests.total * 1000) / (until - from);
}
