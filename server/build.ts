/**
 * Builds dist/: the player that packages carry, the site's own files, the server as one file, and the courses
 * compiled. Prints nothing when all is well.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BROWSERS, buildAssets } from './build-assets.ts';
import { compileCourses } from './compiled-courses.ts';
import { compileExamples } from './gallery/compile-examples.ts';
import { root } from './root.ts';
import { serverBundle } from './server-bundle.ts';

const dist = (folder: string): string => path.join(root, 'dist', folder);

/** dist/player: player.js, player.css, and the font that the style names, under the name it has in a package. */
async function buildPlayer(): Promise<void> {
  rmSync(dist('player'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: 'public/player/main.ts', out: 'player' },
      { in: 'public/styles/player.css', out: 'player' },
    ],
    outdir: dist('player'),
    assetNames: 'atkinson',
    loader: { '.woff2': 'file' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: BROWSERS,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** dist/server: what listens, and the thread that it draws certificates in. */
async function buildServer(): Promise<void> {
  await build({
    ...serverBundle,
    entryPoints: ['server/main.ts', 'server/certificates/draw-worker.ts'],
    outdir: dist('server'),
    entryNames: '[name]',
    sourcemap: 'linked',
  });
}

try {
  await Promise.all([buildPlayer(), buildAssets(), buildServer(), compileCourses(), compileExamples()]);
} catch (error) {
  // esbuild has already said what and where; anything else says it here.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  console.error('Standpoint could not be built. What is wrong stands above.');
  process.exit(1);
}
