/** The site's own files: styles, the host script, the mark. Named by their content, so that browsers keep them for ever. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './root.ts';

/** What views call them, and what they are made from. */
const ENTRIES: Readonly<Record<string, string>> = {
  'site.css': 'public/styles/site.css',
  'story.css': 'public/styles/story.css',
  'mark.svg': 'public/styles/mark.svg',
  'player.css': 'public/styles/player.css',
  'host.js': 'public/host/main.ts',
  'gallery.js': 'public/gallery/main.ts',
  'sheet.css': 'public/styles/sheet.css',
  'together.css': 'public/styles/together.css',
  'together.js': 'public/together/main.ts',
  'practice.js': 'public/practice/main.ts',
  'certificate.js': 'public/certificate/main.ts',
};

/** Browsers with `light-dark()`, which carries both colour schemes: 2024 and later. */
export const BROWSERS = ['chrome123', 'edge123', 'firefox121', 'safari17.5'];

/** Writes dist/assets and its manifest.json: built names by the names that views use. */
export async function buildAssets(): Promise<void> {
  const folder = path.join(root, 'dist/assets');
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(ENTRIES).map(([name, source]) => ({ in: source, out: path.parse(name).name })),
    outdir: folder,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    bundle: true,
    minify: true,
    metafile: true,
    format: 'iife',
    target: BROWSERS,
    logLevel: 'warning',
  });
  const built = Object.entries(metafile.outputs);
  const manifest = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, source]) => {
      const output = built.find(([, { entryPoint }]) => entryPoint === source)?.[0];
      if (output === undefined) throw new Error(`Nothing was built from ${source}.`);
      return [name, path.basename(output)];
    }),
  );
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
