/** The command line: a table of commands, each loaded only when it is asked for. Exit 0 done, 1 not, 2 misunderstood. */
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../config.ts';
import { type Command, type Io, UsageError } from './command.ts';

const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    what: 'says what is wrong with a course, and what to do',
    usage: 'check COURSE [--json]',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'coverage',
    what: 'shows which clauses of the guidance a course practises',
    usage: 'coverage COURSE [--json]',
    load: async () => (await import('./coverage.ts')).showCoverage,
  },
  {
    name: 'package',
    what: 'makes a package for an LMS',
    usage:
      'package COURSE [MODULE…] --standard scorm12|scorm2004-3|scorm2004-4|cmi5 --out FILE.zip [--lms SYSTEM] ' +
      '[--pass-as passed|completed] [--score yes|no] [--decisions yes|no] [--name NAME] ' +
      '[--connected --employer NAME [--days N]]; package --self-test --standard scorm12|scorm2004-3|scorm2004-4|cmi5 --out FILE.zip',
    load: async () => (await import('./package.ts')).makePackage,
  },
  {
    name: 'check-package',
    what: 'says what is wrong with a SCORM or cmi5 zip, ours or anybody’s',
    usage: 'check-package FILE.zip [--json]',
    load: async () => (await import('./check-package.ts')).checkPackageFile,
  },
  {
    name: 'employer',
    what: 'adds an employer, or lists them',
    usage: 'employer add NAME | employer list',
    load: async () => (await import('./employer.ts')).manageEmployers,
  },
  {
    name: 'token',
    what: 'lists the permanent addresses of packages, or ends one',
    usage: 'token list [--employer NAME] | token revoke TOKEN',
    load: async () => (await import('./token.ts')).manageTokens,
  },
  {
    name: 'certificate',
    what: 'corrects the name on a certificate, or withdraws one',
    usage: 'certificate correct CODE --name NAME --why REASON | certificate withdraw CODE --why REASON',
    load: async () => (await import('./certificate.ts')).manageCertificates,
  },
  {
    name: 'versions',
    what: 'lists the published versions of a course',
    usage: 'versions COURSE',
    load: async () => (await import('./versions.ts')).listVersions,
  },
  {
    name: 'restore',
    what: 'writes the files that a published version was made from',
    usage: 'restore COURSE [--version VERSION] --out FOLDER',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'schemas',
    what: 'writes the schemas that editors check courses with',
    usage: 'schemas',
    load: async () => (await import('./schemas.ts')).writeSchemas,
  },
];

const HELP = ['--help', '-h', 'help'];

/** Runs what the arguments ask for, and answers the exit code. */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name !== undefined && HELP.includes(name)) return tell(COMMANDS, io);
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const asked = name === undefined ? 'No command was given' : `There is no command “${name}”`;
    io.err(`${asked}. Commands: ${COMMANDS.map((one) => one.name).join(', ')}. What they do: --help`);
    return 2;
  }
  if (rest.includes('--help')) return tell([command], io);
  try {
    const run = await command.load();
    return await run(rest, io);
  } catch (error) {
    if (error instanceof ConfigError) {
      io.err(error.message);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    io.err(`${error.message} Usage: ${command.usage}`);
    return 2;
  }
}

/** Two lines a command: what it does, and how it is typed. */
function tell(commands: readonly Command[], io: Io): number {
  for (const { name, what, usage } of commands) {
    io.out(`${name}: ${what}`);
    io.out(`    ${usage}`);
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Whoever reads on no longer, as `head` does, has what they wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // INIT_CWD is where the person stands; npm runs scripts in the project's own folder.
  process.exitCode = await runCommand(process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
  });
}
