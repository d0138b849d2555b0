/** The command line: a table of commands, each loaded only when it is asked for. Exit 0 done, 1 not, 2 misunderstood. */
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../config.ts';
import { type Command, type Io, UsageError } from './command.ts';

const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    usage: 'check COURSE [--json]',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'coverage',
    usage: 'coverage COURSE [--json]',
    load: async () => (await import('./coverage.ts')).showCoverage,
  },
  {
    name: 'package',
    usage:
      'package COURSE [MODULE…] --standard scorm12|scorm2004-3|scorm2004-4|cmi5 --out FILE.zip [--lms SYSTEM] ' +
      '[--pass-as passed|completed] [--score yes|no] [--decisions yes|no] [--name NAME] ' +
      '[--connected --employer NAME [--days N]]; package --self-test --standard scorm12|scorm2004-3|scorm2004-4|cmi5 --out FILE.zip',
    load: async () => (await import('./package.ts')).makePackage,
  },
  {
    name: 'check-package',
    usage: 'check-package FILE.zip [--json]',
    load: async () => (await import('./check-package.ts')).checkPackageFile,
  },
  {
    name: 'employer',
    usage: 'employer add NAME | employer list',
    load: async () => (await import('./employer.ts')).manageEmployers,
  },
  {
    name: 'token',
    usage: 'token list [--employer NAME] | token revoke TOKEN',
    load: async () => (await import('./token.ts')).manageTokens,
  },
  {
    name: 'versions',
    usage: 'versions COURSE',
    load: async () => (await import('./versions.ts')).listVersions,
  },
  {
    name: 'restore',
    usage: 'restore COURSE [--version VERSION] --out FOLDER',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'schemas',
    usage: 'schemas',
    load: async () => (await import('./schemas.ts')).writeSchemas,
  },
];

/** Runs what the arguments ask for, and answers the exit code. */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
  const command = COMMANDS.find((one) => one.name === args[0]);
  if (!command) {
    const asked = args[0] === undefined ? 'No command was given' : `There is no command “${args[0]}”`;
    io.err(`${asked}. Commands: ${COMMANDS.map((one) => one.usage).join('; ')}`);
    return 2;
  }
  try {
    const run = await command.load();
    return await run(args.slice(1), io);
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // INIT_CWD is where the person stands; npm runs scripts in the project's own folder.
  process.exitCode = await runCommand(process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
  });
}
