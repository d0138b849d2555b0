/**
 * Builds dist/: the player that packages carry, the site's own files, and the server as one file (unbundled, drizzle
 * alone costs about 250 ms and 150 MB at start). Prints nothing when all is well.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BROWSERS, buildAssets } from './build-assets.ts';
import { root } from './root.ts';

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

/** Parts that read files of their own next to their code, or are native. */
const UNBUNDLED = ['better-sqlite3', 'pdfkit', 'esbuild'];

async function buildServer(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['server/main.ts'],
    outfile: dist('server/main.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: UNBUNDLED,
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    // CommonJS parts inside an ES module still call require.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
}

try {
  await Promise.all([buildPlayer(), buildAssets(), buildServer()]);
} catch (error) {
  // esbuild has already said what and where; anything else says it here.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  console.error('Standpoint could not be built. What is wrong stands above.');
  process.exit(1);
}
