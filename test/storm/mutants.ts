/** Players that are broken in one place each. A storm that does not see them proves nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../server/root.ts';
import type { Broken } from './formats.ts';

interface Mutant {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** A run that sees it, and that the real player comes through. Without one it is for `npm run storm -- --mutant`. */
  readonly seed?: number;
}

interface Edit {
  /** Below public/player. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'believes what it hears offline',
    edits: [{ file: 'main.ts', from: 'online: () => host || navigator.onLine,', to: 'online: () => true,' }],
  },
  {
    name: 'does not hear of its other windows',
    edits: [{ file: 'main.ts', from: 'if (path !== undefined) player?.meet(path);', to: '' }],
    seed: 1,
  },
  {
    name: 'writes in review mode',
    edits: [{ file: 'lms/lms.ts', from: "said === 'browse' || said === 'review' ? said : 'normal'", to: "'normal'" }],
    seed: 4,
  },
  {
    name: 'keeps nothing on the device',
    edits: [{ file: 'kept.ts', from: 'return store.set(', to: 'return true || store.set(' }],
    seed: 1,
  },
  {
    // Three things keep it from this, so that all of them are broken.
    name: 'throws away the copy of a learner whose id was not read',
    edits: [
      { file: 'lms/scorm12.ts', from: "lms.read('cmi.core.student_id') ?? ''", to: "lms.get('cmi.core.student_id')" },
      { file: 'lms/scorm2004.ts', from: "lms.read('cmi.learner_id') ?? ''", to: "lms.get('cmi.learner_id')" },
      { file: 'kept.ts', from: '[owner(value), mark].includes(NOBODY) || owner', to: 'owner' },
      { file: 'kept.ts', from: 'if (open(at(nonce)) !== undefined) store.remove', to: 'store.remove' },
      { file: 'opening.ts', from: "if (stands && stands !== 'ahead')", to: "if (stands !== 'ahead')" },
    ],
  },
  {
    name: 'calls a pass saved that was dropped',
    edits: [{ file: 'lms/lms.ts', from: "|| 'without-pass'", to: '|| true' }],
  },
  {
    name: 'takes an unread record for an empty one',
    edits: [
      {
        file: 'lms/lms.ts',
        from: "lms.read('cmi.suspend_data') ?? (lms.read(entry) === 'ab-initio' ? '' : undefined)",
        to: "lms.get('cmi.suspend_data')",
      },
    ],
    seed: 42,
  },
  {
    name: 'takes an unread record for an empty one, in cmi5',
    edits: [{ file: 'cmi5/launch.ts', from: 'worked(place) || place.status === 404;', to: 'true;' }],
  },
  {
    name: 'refills an emptied record unasked',
    edits: [
      {
        file: 'main.ts',
        from: 'else screen.ready(',
        to: "else if (opening.kind === 'offer') start(opening.mine, true); else screen.ready(",
      },
    ],
    seed: 19,
  },
  {
    name: 'leaves its copy behind at an update',
    edits: [{ file: 'opening.ts', from: 'copy === undefined ?', to: 'copy === undefined || found.version ?' }],
  },
];

/** The script of the package that has this place, broken so. @throws Error where a place is no longer there */
export async function playerOf({ name, edits }: Mutant): Promise<Broken> {
  const whole = new Map<string, string>();
  for (const { file, from, to } of edits) {
    const place = path.join(root, 'public/player', file);
    const before = whole.get(place) ?? readFileSync(place, 'utf8');
    if (!before.includes(from)) throw new Error(`The player that ${name} cannot be made: its place is gone.`);
    whole.set(
      place,
      before.replace(from, () => to),
    );
  }
  const script = edits.some(({ file }) => file.startsWith('cmi5/')) ? 'cmi5' : 'player';
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`public/player/${script === 'cmi5' ? 'cmi5/' : ''}main.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    plugins: [
      {
        name: 'mutant',
        setup: (at) => {
          at.onLoad({ filter: /\.ts$/ }, (one) => {
            const contents = whole.get(one.path);
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  return { script, text: outputFiles[0]?.text ?? '' };
}
