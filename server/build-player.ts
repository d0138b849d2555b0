/**
 * dist/player: player.js, player.css, the font that the style names, under the name it has in a package, cmi5.js for
 * packages for cmi5, and two scripts that bring their own style: reflect.js, and connected.js for connected packages.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type OutputFile, type Plugin } from 'esbuild';
import { minify } from 'terser';
import { BROWSERS } from './build-assets.ts';
import { root } from './root.ts';

const folder = path.join(root, 'dist/player');

const shared = {
  absWorkingDir: root,
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'iife',
  target: BROWSERS,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
} as const;

export async function buildPlayer(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [
      { in: 'public/player/main.ts', out: 'player' },
      { in: 'public/styles/player.css', out: 'player' },
      { in: 'public/player/cmi5/main.ts', out: 'cmi5' },
      { in: 'public/self-test/main.ts', out: 'self-test' },
      { in: 'public/self-test/cmi5/main.ts', out: 'self-test-cmi5' },
      { in: 'public/styles/self-test.css', out: 'self-test' },
    ],
    plugins: [codesOnly],
    assetNames: 'atkinson',
    loader: { '.woff2': 'file' },
  });
  const added = await Promise.all([
    styled('reflect', 'public/reflect/main.ts', 'REFLECT_STYLE', [ofThePlayer]),
    styled('connected', 'public/player/connected/main.ts', 'CONNECTED_STYLE'),
  ]);
  mkdirSync(folder, { recursive: true });
  await Promise.all([...outputFiles, ...added.flat()].map(write));
}

/** A script that brings its own style, as the text `constant` in it. */
async function styled(name: string, script: string, constant: string, plugins: Plugin[] = []): Promise<OutputFile[]> {
  const [style] = (await build({ ...shared, entryPoints: [`public/styles/${name}.css`] })).outputFiles;
  const define = { [constant]: JSON.stringify(style?.text.trim() ?? '') };
  return (await build({ ...shared, entryPoints: [{ in: script, out: name }], define, plugins })).outputFiles;
}

/**
 * reflect.js takes from the running player what public/player/shared.ts names, also where one of its own parts imports it
 * from the file that has it.
 */
const ofThePlayer: Plugin = {
  name: 'of-the-player',
  setup: ({ onLoad }) => {
    const file = path.join(root, 'public/player/shared.ts');
    const named = [...readFileSync(file, 'utf8').matchAll(/^export \{ (.*) \} from '(.*)'/gm)];
    const taken = new Map(named.map(([, names = '', from = '']) => [path.join(path.dirname(file), from), names]));
    taken.set(file, [...taken.values()].join(', '));
    onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
      const names = taken.get(loaded);
      return names === undefined ? undefined : { contents: `export const { ${names} } = window.standpointShared;` };
    });
  },
};

/** The player goes by the codes of the model's errors. Nobody reads there what they say, and every package carries it. */
const codesOnly: Plugin = {
  name: 'codes-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /courses.model.\w[\w-]*\.ts$/ }, ({ path: loaded }) => {
      const words = /(new ModelError\(\s*'[a-z.-]+',\s*)(?:'[^']*'|`[^`]*`)/g;
      return { contents: readFileSync(loaded, 'utf8').replace(words, "$1''"), loader: 'ts' };
    });
  },
};

async function write({ path: file, contents, text }: OutputFile): Promise<void> {
  const written = file.endsWith('.js') ? shortened(text) : file.endsWith('.css') ? withoutBlanks(text) : contents;
  writeFileSync(file, await written);
}

/** esbuild leaves the values of custom properties as they are: theirs are colours and lengths, where blanks say nothing. */
const withoutBlanks = (style: string): string =>
  style.replace(/(--[\w-]+):\s+/g, '$1:').replace(/(?<=light-dark\(#\w+),\s+/g, ',');

/** Every package carries the player: further passes take another 5 % off what it weighs compressed. */
async function shortened(code: string): Promise<string> {
  const { code: shorter = code } = await minify(code, { ecma: 2020, compress: { passes: 6, unsafe_arrows: true } });
  return shorter;
}
