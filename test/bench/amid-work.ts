/**
 * The slowest commits while the server makes packages and certificates, against the same commits while it does nothing
 * else. Idle and busy rounds take turns. 3,000 commits a round: three are slower than its p99.9, and the medians of five
 * rounds are compared, 15,000 commits on either side.
 *
 * The budget also names a report of 100,000 rows. There is none yet, as employers have no pages: it joins the work here
 * with them.
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { guestCertificate } from './guest-certificate.ts';
import { commitHeaders, type Lane, prepareLanes } from './lanes.ts';
import { atLeast, type Measure, median, ratioAtMost } from './measure.ts';
import { type Running, startProcess } from './processes.ts';

const CONNECTIONS = 32;
const ROUNDS = 5;
const WARM_UP = 2;
const COMMITS = 3_000;
/** A second: eight times the peak of the week before renewal, and far from what the server can take. */
const RATE = 250;
/** Milliseconds from one new package to the next, and from one certificate to the next, where the server keeps up. */
const PACE = 100;

export async function measure(): Promise<Measure[]> {
  const server = await startProcess(() => ['dist/server/main.js']);
  try {
    const lanes = await prepareLanes(server, CONNECTIONS, Math.ceil(COMMITS / CONNECTIONS) * (WARM_UP + 2 * ROUNDS));
    const steady = steadyCommits(server.url, lanes);
    const work = await workOf(server);
    const [idle, busy]: [number[], number[]] = [[], []];
    for (let round = 0; round < WARM_UP; round += 1) await (round % 2 === 0 ? steady() : work.amid(steady));
    const before = work.made();
    for (let round = 0; round < ROUNDS; round += 1) {
      // In either order: whoever follows the busy one would otherwise do so each time.
      const turns = [async () => idle.push(await steady()), async () => busy.push(await work.amid(steady))];
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
    }
    const { packages, certificates } = work.made();
    const seconds = (ROUNDS * COMMITS) / RATE;
    const rate = (count: number) => count / seconds;
    return [
      ratioAtMost(
        {
          name: 'commit p99.9 while packages and certificates are made, against idle',
          unit: 'ms',
          value: median(busy),
        },
        median(idle),
        4,
      ),
      // A server that made nothing meanwhile would keep the budget too.
      atLeast({ name: 'packages made meanwhile', unit: '1/s', value: rate(packages - before.packages) }, 1),
      atLeast(
        { name: 'certificates drawn meanwhile', unit: '1/s', value: rate(certificates - before.certificates) },
        1,
      ),
    ];
  } finally {
    await server.stop();
  }
}

/** The function that sends a round of commits at a steady rate, and answers with the p99.9 of their milliseconds. */
function steadyCommits(url: string, lanes: readonly Lane[]): () => Promise<number> {
  const agents = lanes.map(() => new Agent({ keepAlive: true, maxSockets: 1 }));
  const sent = lanes.map(() => 0);
  const every = (CONNECTIONS * 1000) / RATE;
  return async () => {
    const begin = performance.now();
    const times: number[] = [];
    await Promise.all(
      lanes.map(async (lane, index) => {
        const count = Math.floor(COMMITS / CONNECTIONS) + (index < COMMITS % CONNECTIONS ? 1 : 0);
        let answered = begin;
        for (let turn = 0; turn < count; turn += 1) {
          const due = begin + (turn + index / CONNECTIONS) * every;
          await sleep(Math.max(0, due - performance.now()));
          // A learner whose last answer is late has waited since this one was due; a late timer is nobody's wait.
          const from = answered > due ? due : performance.now();
          const body = lane.bodies[sent[index] ?? 0] ?? '';
          sent[index] = (sent[index] ?? 0) + 1;
          await commit(url + lane.path, lane.cookie, body, agents[index]);
          answered = performance.now();
          times.push(answered - from);
        }
      }),
    );
    return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.999) - 1] ?? Number.NaN;
  };
}

function commit(url: string, cookie: string, body: string, agent: Agent | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { ...commitHeaders(cookie), 'content-length': Buffer.byteLength(body) };
    const sending = request(url, { method: 'PUT', headers, agent }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`A commit answered ${response.statusCode}.`));
      });
    });
    sending.once('error', reject).end(body);
  });
}

interface Work {
  /** Runs it while packages and certificates are made, one of each at a time. */
  readonly amid: (run: () => Promise<number>) => Promise<number>;
  readonly made: () => { readonly packages: number; readonly certificates: number };
}

async function workOf(server: Running): Promise<Work> {
  const { module, code } = await guestCertificate(server);
  let packages = 0;
  let certificates = 0;
  /**
   * Not faster than the pace: without a pause, 70 packages and 16 certificates a second took all of two cores. The budget
   * was missed either way on two calm cores, 5.5 to 30 ms without a pause and 3.3 to 19 at this pace; a drawing thread of
   * the lowest priority made no difference that could be told from noise.
   */
  const again = async (going: () => boolean, make: () => Promise<void>) => {
    while (going()) {
      const next = performance.now() + PACE;
      await make();
      await sleep(Math.max(0, next - performance.now()));
    }
  };
  const downloadPackage = async () => {
    packages += 1;
    // With a name of its own, it is not one that the server has kept.
    await download(`${server.url}${module}/packages/scorm2004-4.zip?name=Bench+${packages}`, packages);
  };
  const drawCertificate = async () => {
    certificates += 1;
    await download(`${server.url}/certificates/${code}.pdf`, certificates);
  };
  return {
    amid: async (run) => {
      let going = true;
      const making = [downloadPackage, drawCertificate].map((make) => again(() => going, make));
      try {
        return await run();
      } finally {
        going = false;
        await Promise.all(making);
      }
    },
    made: () => ({ packages, certificates }),
  };
}

/** From many addresses in turn, as employers are: one alone may download 60 packages a minute. */
function download(url: string, turn: number): Promise<void> {
  const localAddress = `127.0.${1 + (Math.floor(turn / 250) % 250)}.${1 + (turn % 250)}`;
  return new Promise((resolve, reject) => {
    const asking = request(url, { localAddress, agent: false }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${response.statusCode}.`));
      });
    });
    asking.once('error', reject).end();
  });
}
