/** `package COURSE [MODULE…] --standard S --out FILE.zip`, as a person types it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../server/cli/main.ts';
import { checkPackage } from '../../server/packaging/check-package.ts';
import { writeCourse } from '../support/course-folder.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { tinyCourse } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';
import { validateCarried } from '../support/validate-carried.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'standpoint-package-'));
});

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(['package', ...args], {
    cwd,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const REAL = ['communicating-online', 'security'] as const;

describe('the package command says in one line what is wrong, exits with 2, and writes nothing', () => {
  test.each<[string, string[], RegExp]>([
    ['no course', [], /^No course was named\. Usage: package COURSE \[MODULE…\] --standard/],
    [
      'a course that there is not',
      ['none', 'security', '--standard', 'scorm12', '--out', 'a.zip'],
      /^There is no course “none”/,
    ],
    [
      'a module that there is not',
      ['communicating-online', 'none', '--standard', 'scorm12', '--out', 'a.zip'],
      /^The course communicating-online has no module “none”\. It has .*security/,
    ],
    ['one module too many', [...REAL, 'more', '--standard', 'scorm12', '--out', 'a.zip'], /has no module “more”/],
    [
      'no standard',
      [...REAL, '--out', 'a.zip'],
      /^--standard must be one of scorm12, scorm2004-3, scorm2004-4, cmi5\./,
    ],
    ['another standard', [...REAL, '--standard', 'scorm13', '--out', 'a.zip'], /^--standard must be one of/],
    ['a word of every object', [...REAL, '--standard', 'toString', '--out', 'a.zip'], /^--standard must be one of/],
    ['no file', [...REAL, '--standard', 'scorm12'], /^--out must name a file that ends in \.zip\./],
    ['a file that is no zip', [...REAL, '--standard', 'scorm12', '--out', 'a.tar'], /^--out must name a file/],
    ['a folder that there is not', [...REAL, '--standard', 'scorm12', '--out', 'no/a.zip'], /^There is no folder no/],
    [
      'a system that we do not know',
      [...REAL, '--lms', 'none', '--out', 'a.zip'],
      /^--lms must be one of generic, moodle/,
    ],
    [
      'a pass that no system knows',
      [...REAL, '--lms', 'moodle', '--pass-as', 'failed', '--out', 'a.zip'],
      /^--pass-as must be passed or completed\./,
    ],
    ['half a score', [...REAL, '--lms', 'moodle', '--score', 'half', '--out', 'a.zip'], /^--score must be yes or no\./],
    [
      'decisions in other words',
      [...REAL, '--lms', 'moodle', '--decisions', 'on', '--out', 'a.zip'],
      /^--decisions must be yes or no\./,
    ],
    [
      'a name that no page can show',
      [...REAL, '--lms', 'moodle', '--name', 'x'.repeat(101), '--out', 'a.zip'],
      /^--name must have 100 characters at most\./,
    ],
    [
      'a self-test of a course',
      ['--self-test', ...REAL, '--standard', 'scorm12', '--out', 'a.zip'],
      /^The self-test holds no course\./,
    ],
    [
      'a self-test for no standard',
      ['--self-test', '--out', 'a.zip'],
      /^--standard must be one of scorm12, scorm2004-3, scorm2004-4, cmi5 for the self-test\./,
    ],
    ['an option that there is not', [...REAL, '--format', 'scorm12'], /^Unknown option '--format'/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
    expect(err[0]).toMatch(message);
    expect(err[0]).not.toContain('\n');
    expect(readdirSync(cwd)).toEqual([]);
  });
});

test('a course with errors is refused, and the person is told how to see them', async () => {
  const folder = writeCourse({ ...tinyCourse, passMark: 101 });
  const { code, err } = await run(folder, 'security', '--standard', 'scorm12', '--out', 'a.zip');
  expect(code).toBe(1);
  expect(err.join('\n')).toMatch(/^The course tiny has \d+ errors?\. See them with: check /);
  expect(existsSync(path.join(cwd, 'a.zip'))).toBe(false);
});

test('without a module it is the whole course', async () => {
  const { code, out } = await run('communicating-online', '--standard', 'scorm12', '--out', 'course.zip');
  expect(code).toBe(0);
  expect(out[0]).toMatch(/^course\.zip: Communicating online, the whole course, SCORM 1\.2, /);
  const files = unzip(readFileSync(path.join(cwd, 'course.zip')));
  expect(checkPackage(files)).toEqual([]);
});

test.each(['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5'])(
  'the self-test is a small %s package of its own',
  async (standard) => {
    const { code, out, err } = await run('--self-test', '--standard', standard, '--out', 'test.zip');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toMatch(/^test\.zip: the self-test, (SCORM .*|cmi5), \d\d KiB$/);
    const files = unzip(readFileSync(path.join(cwd, 'test.zip')));
    expect(checkPackage(files)).toEqual([]);
    expect(await validateCarried(files)).toEqual([]);
    const [page, readme] = ['index.html', 'README.html'].map((name) => files.find((one) => one.name === name)?.bytes);
    for (const html of [page, readme]) expect(await htmlFaults(html?.toString('utf8') ?? '')).toEqual([]);
  },
);

test('a system brings its standard with it, and what is reported can be chosen', async () => {
  const { code, out } = await run(
    ...[
      ...REAL,
      '--lms',
      'cornerstone',
      '--out',
      'a.zip',
      '--name',
      '  Online\u0007 & safe ',
      '--pass-as',
      'completed',
    ],
    ...['--score', 'no', '--decisions', 'yes'],
  );
  expect(code).toBe(0);
  expect(out[0]).toContain('SCORM 2004 3rd Edition');
  const files = unzip(readFileSync(path.join(cwd, 'a.zip')));
  const text = (name: string) => files.find((one) => one.name === name)?.bytes.toString('utf8');
  expect(text('settings.js')).toContain('"passAs":"completed","score":false,"interactions":true');
  expect(text('imsmanifest.xml')).toContain('<title>Online &amp; safe</title>');
  expect(checkPackage(files)).toEqual([]);
});

test.each(['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5'])(
  'the first real module becomes a %s package that breaks no requirement',
  async (standard) => {
    const { code, out, err } = await run(...REAL, '--standard', standard, '--out', 'security.zip');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(
      /^security\.zip: Communicating online, security, (SCORM .*|cmi5), \d+ KiB, content [0-9a-f]{8}$/,
    );
    const files = unzip(readFileSync(path.join(cwd, 'security.zip')));
    expect(checkPackage(files)).toEqual([]);
    expect(await validateCarried(files)).toEqual([]);
  },
);
