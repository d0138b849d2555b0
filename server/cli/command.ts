/** What a command is: a name, a line of usage, and a function from arguments to an exit code. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

export interface Io {
  /** Where the person stands; relative paths are meant from here. */
  readonly cwd: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

type Run = (args: readonly string[], io: Io) => Promise<number> | number;

export interface Command {
  readonly name: string;
  /** What it does, in a few words after its name. */
  readonly what: string;
  readonly usage: string;
  readonly load: () => Promise<Run>;
}

/** The person asked for something that there is not. Its message is one sentence; the usage is added to it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options and words after the command. @throws UsageError where an option is unknown or lacks its value */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message.split('. ')[0]}.`);
  }
}
