/** What the lint step refuses, shown on files that do it: a layer that is held by nothing is a wish. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../server/root.ts';

const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
/** In server/, but no features: the command line puts them together, and `courses` reads files for all of them. */
const SHARED = ['cli', 'courses'];
const FEATURES = readdirSync(path.join(root, 'server'), { withFileTypes: true })
  .filter((one) => one.isDirectory() && !SHARED.includes(one.name))
  .map((one) => one.name);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'standpoint-layers-'));
  for (const name of ['biome.json', 'tsconfig.json', 'courses/tsconfig.json', 'courses/no-randomness.grit']) {
    cpSync(path.join(root, name), path.join(folder, name));
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

/** Of each file, the numbers of the lines that Biome refuses by this house's own rules. */
function refusedByBiome(): (name: string) => Set<number> {
  const options = ['--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
  const { stdout } = spawnSync(bin('biome'), ['lint', ...options], { cwd: folder, encoding: 'utf8' });
  const ours = [...stdout.matchAll(/^::error title=(?:lint\/style\/noRestricted\w+|plugin),file=(.+?),line=(\d+)/gm)];
  return (name) => new Set(ours.flatMap(([, file, line]) => (file?.endsWith(`/${name}`) ? [Number(line)] : [])));
}

const linesOf = (text: string): Set<number> => new Set(text.split('\n').map((_, index) => index + 1));

describe('what is taught knows of no clock, chance or platform', () => {
  test('a date or a random number in courses/ is refused', () => {
    const probe = [
      'export const now = Date.now();',
      'export const today = new Date();',
      'export const chance = Math.random();',
      'export const platform = globalThis;',
    ].join('\n');
    write('courses/model/probe.ts', probe);
    write('courses/blocks/probe.ts', `${probe}\nexport const round = Math.round(1.5);`);
    write('public/probe.ts', probe);
    const refused = refusedByBiome();
    expect(refused('courses/model/probe.ts')).toEqual(linesOf(probe));
    expect(refused('courses/blocks/probe.ts')).toEqual(linesOf(probe));
    expect(refused('public/probe.ts')).toEqual(new Set());
  });

  test('whatever only Node or a browser has is no word in courses/', () => {
    const probe = [
      'export const a = process.env;',
      'export const b = document.title;',
      "export const c = fetch('/');",
      'export const d = performance.now();',
      'export const e = crypto.randomUUID();',
      'setTimeout(() => {}, 1);',
      "console.log('x');",
    ].join('\n');
    write('courses/model/probe.ts', probe);
    const { stdout } = spawnSync(bin('tsc'), ['-p', path.join(folder, 'courses'), '--pretty', 'false'], {
      encoding: 'utf8',
    });
    const refused = [...stdout.matchAll(/probe\.ts\((\d+),\d+\): error TS2/g)].map(([, line]) => Number(line));
    expect(new Set(refused)).toEqual(linesOf(probe));
  });

  test('the lint step asks both', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(scripts.lint.split(' && ')).toEqual(expect.arrayContaining(['biome check .', 'tsc -p courses']));
  });
});

describe('features do not reach into each other', () => {
  test('an import of any other feature is refused, and one of what is shared is not', () => {
    const others = [...FEATURES, 'cli'];
    for (const feature of FEATURES) {
      const imports = [...others.map((one) => `../${one}/x.ts`), '../errors.ts', '../courses/x.ts', '../../db/x.ts'];
      write(`server/${feature}/probe.ts`, imports.map((from) => `import '${from}';`).join('\n'));
    }
    const refused = refusedByBiome();
    for (const feature of FEATURES) {
      expect(refused(`server/${feature}/probe.ts`), feature).toEqual(linesOf(others.join('\n')));
    }
  });
});
