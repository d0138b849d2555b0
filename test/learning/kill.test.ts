import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';
import { root } from '../../server/root.ts';
import { storm } from '../support/storm.ts';

/** The real server as one file, or the same with another group commit in it. */
async function bundle(name: string, plugins: Plugin[] = []): Promise<string> {
  const outfile = path.join(root, 'dist/test', `${name}.js`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  const entryPoints = [path.join(root, 'server/main.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', plugins });
  return outfile;
}

const acknowledgesEarly: Plugin = {
  name: 'acknowledges-early',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/group-commit\.ts$/ }, () => ({
      path: path.join(root, 'test/support/early-group-commit.ts'),
    }));
  },
};

const short = { kills: 3, learners: 8 };

it('a learner whose page said "Saved" finds every decision there after the server was killed', async () => {
  const { acknowledged, lost, integrity } = await storm({ ...short, server: await bundle('server') });
  expect(acknowledged).toBeGreaterThan(150);
  expect({ lost, integrity }).toEqual({ lost: 0, integrity: 'ok' });
}, 60_000);

it('that test sees the loss where commits are acknowledged before they are on disk', async () => {
  const server = await bundle('early-server', [acknowledgesEarly]);
  const { lost } = await storm({ ...short, server });
  expect(lost).toBeGreaterThan(0);
}, 60_000);
