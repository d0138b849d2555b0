/**
 * Builds dist/: the player that packages carry, the site's own files, the server as one file, and the courses
 * compiled. Prints nothing when all is well.
 */
import path from 'node:path';
import { build } from 'esbuild';
import { buildAssets } from './build-assets.ts';
import { buildPlayer } from './build-player.ts';
import { compileCourses } from './compiled-courses.ts';
import { compileExamples } from './gallery/compile-examples.ts';
import { root } from './root.ts';
import { serverBundle } from './server-bundle.ts';

const dist = (folder: string): string => path.join(root, 'dist', folder);

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
