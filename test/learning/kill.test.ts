import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';
import { root } from '../../server/root.ts';
import { serverBundle } from '../../server/server-bundle.ts';
import { storm } from '../support/storm.ts';

const acknowledgesEarly: Plugin = {
  name: 'acknowledges-early',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/group-commit\.ts$/ }, () => ({
      path: path.join(root, 'test/support/early-group-commit.ts'),
    }));
  },
};

/** The server as `npm run build` makes it, but for its group commit. */
async function buildMutant(): Promise<string> {
  const outfile = path.join(root, 'dist/test/early-server.js');
  await build({
    ...serverBundle,
    entryPoints: ['server/main.ts'],
    outfile,
    plugins: [acknowledgesEarly],
  });
  return outfile;
}

const short = { kills: 3, learners: 8 };

it('a learner whose page said "Saved" finds every decision there after the server was killed', async () => {
  const server = path.join(root, 'dist/server/main.js');
  const { acknowledged, lost, integrity } = await storm({ ...short, server });
  expect(acknowledged).toBeGreaterThan(150);
  expect({ lost, integrity }).toEqual({ lost: 0, integrity: 'ok' });
}, 60_000);

it('that test sees the loss where commits are acknowledged before they are on disk', async () => {
  const { lost } = await storm({ ...short, server: await buildMutant() });
  expect(lost).toBeGreaterThan(0);
}, 60_000);
