/** How the server becomes one file: unbundled, drizzle alone costs about 250 ms and 150 MB at start. */
import type { BuildOptions } from 'esbuild';
import { root } from './root.ts';

/** Everything but where it starts and where it goes. */
export const serverBundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  // Parts that read files of their own next to their code, or are native; and fontkit, which is to be the one that pdfkit has.
  external: ['better-sqlite3', 'pdfkit', 'fontkit', 'tinypool', 'esbuild'],
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS parts inside an ES module still call require.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
} as const satisfies BuildOptions;
