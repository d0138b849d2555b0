/** Players that are broken in one place each. A storm that does not see them proves nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../server/root.ts';

interface Mutant {
  readonly name: string;
  /** Below public/player. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** A run that sees it, and that the real player comes through. */
  readonly seed: number;
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'believes what it hears offline',
    file: 'main.ts',
    from: 'online: () => host || navigator.onLine,',
    to: 'online: () => true,',
    seed: 32,
  },
  {
    name: 'does not hear of its other windows',
    file: 'main.ts',
    from: 'if (path !== undefined) player?.meet(path);',
    to: '',
    seed: 5,
  },
  {
    name: 'writes in review mode',
    file: 'lms/lms.ts',
    from: "said === 'browse' || said === 'review' ? said : 'normal'",
    to: "'normal'",
    seed: 9,
  },
  {
    name: 'keeps nothing on the device',
    file: 'kept.ts',
    from: 'write: (path) => store.set(',
    to: 'write: (path) => true || store.set(',
    seed: 117,
  },
];

/** The script of the player, broken so. @throws Error where the place is no longer there */
export async function playerOf({ name, file, from, to }: Mutant): Promise<string> {
  const place = path.join(root, 'public/player', file);
  const whole = readFileSync(place, 'utf8');
  if (!whole.includes(from)) throw new Error(`The player that ${name} cannot be made: its place is gone.`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['public/player/main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    plugins: [
      {
        name: 'mutant',
        setup: (at) => {
          at.onLoad({ filter: /\.ts$/ }, (one) =>
            one.path === place ? { contents: whole.replace(from, () => to), loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
