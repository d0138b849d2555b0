import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../server/cli/main.ts';
import { root } from '../../server/root.ts';
import { writeCourse } from '../support/course-folder.ts';
import { tinyCourse } from '../support/tiny-course.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], cwd = root): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, { cwd, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('whoever asks for help', () => {
  it.each([['--help'], ['-h'], ['help']])('has a line of what each command does, and exit 0, by %s', async (asked) => {
    const ran = await run([asked]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^check: says what is wrong with a course/);
    expect(ran.out).toMatch(/\ncheck-package: .*\n {4}check-package FILE\.zip \[--json\]\n/);
  });

  it('has that of one command alone', async () => {
    expect(await run(['versions', '--help'])).toEqual({
      code: 0,
      out: 'versions: lists the published versions of a course\n    versions COURSE',
      err: '',
    });
  });
});

it('a reader who stops reading, as head does, ends a command without a word', async () => {
  const main = path.join(root, 'server/cli/main.ts');
  const child = spawn(process.execPath, [main, 'coverage', 'communicating-online'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

describe('the command line says in one line what is wrong with the words, and exits with 2', () => {
  it.each([
    ['nothing', [], /^No command was given\. Commands: check, coverage, .* --help$/],
    ['a command that there is not', ['chek', 'a'], /^There is no command “chek”\. Commands:/],
    ['check without a course', ['check'], /^No course was named\. Usage: check COURSE \[--json\]$/],
    ['a course that there is not', ['check', 'none'], /^There is no course “none”: .* Usage:/],
    ['a path out of the courses', ['check', '../courses/none'], /^There is no course/],
    ['two courses', ['check', 'communicating-online', 'b'], /^One course at a time/],
    ['an option that there is not', ['check', 'communicating-online', '--jsn'], /^Unknown option '--jsn'\. Usage:/],
    ['coverage of nothing', ['coverage'], /^No course was named\. Usage: coverage/],
    ['a word too many', ['schemas', 'now'], /^This command takes no arguments/],
  ])('%s', async (_, args, message) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toContain('\n');
  });
});

describe('check', () => {
  const broken = writeCourse({ ...tinyCourse, passMark: 101 });

  it('exits with 1 where there is an error, and says file, line, rule and what to do', async () => {
    const ran = await run(['check', broken], path.dirname(broken));
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^tiny\/course\.yaml:\d+ error shape: 101 does not fit\. Give a number up to 100\.$/m);
    expect(ran.out).toMatch(/\d+ errors?, \d+ warnings?\.$/);
  });

  it('takes a path from where the person stands', async () => {
    expect(await run(['check', 'tiny'], path.dirname(broken))).toMatchObject({ code: 1 });
  });

  it('exits with 0 where there are only warnings', async () => {
    expect((await run(['check', 'communicating-online'])).code).toBe(0);
  });

  it('answers as data: errors and warnings, each with its place', async () => {
    const ran = await run(['check', broken, '--json']);
    const answer = JSON.parse(ran.out);
    expect(ran.code).toBe(1);
    expect(Object.keys(answer)).toEqual(['errors', 'warnings']);
    expect(answer.errors[0]).toEqual({
      rule: 'shape',
      module: null,
      scenario: null,
      scene: null,
      line: expect.any(Number),
      message: '101 does not fit. Give a number up to 100.',
    });
  });
});

describe('coverage', () => {
  it('lists every clause of the guidance with where it is practised and explained', async () => {
    const ran = await run(['coverage', 'communicating-online', '--json']);
    const { clauses } = JSON.parse(ran.out);
    expect(clauses).toHaveLength(106);
    const keeping = clauses.find((one: { id: string }) => one.id === 'security.1');
    expect(Object.keys(keeping)).toEqual(['id', 'kind', 'practised', 'explained']);
    expect(keeping).toMatchObject({ kind: 'obligation' });
    expect(Object.keys(keeping.practised[0])).toEqual(['module', 'scenario', 'scene', 'choice']);
    expect(Object.keys(keeping.explained.at(-1))).toEqual(['module', 'scenario', 'scene']);
  });

  it('is a table for people', async () => {
    const { out, code } = await run(['coverage', 'communicating-online']);
    expect(code).toBe(0);
    expect(out).toMatch(/^security\.1 +obligation +\d+ +\d+$/m);
    expect(out).toMatch(/\d+ of 45 obligations and expectations practised/);
  });

  it('sends those whose course cannot be read to check', async () => {
    const folder = writeCourse(tinyCourse);
    rmSync(path.join(folder, 'security.yaml'));
    expect(await run(['coverage', folder])).toMatchObject({ code: 1, err: expect.stringContaining('Run check') });
    writeFileSync(path.join(folder, 'security.yaml'), 'id: [');
    expect((await run(['coverage', folder])).code).toBe(1);
  });
});
