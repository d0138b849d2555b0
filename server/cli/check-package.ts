/** `check-package FILE.zip [--json]`: what is wrong with a SCORM or cmi5 zip, ours or anybody's. Exit 1 on an error. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { checkZip } from '../packaging/check-zip.ts';
import { type Io, readArgs, UsageError } from './command.ts';

export async function checkPackageFile(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean', default: false } });
  const [name, ...more] = positionals;
  if (name === undefined) throw new UsageError('No zip was named.');
  if (more.length > 0) throw new UsageError(`One zip at a time, and “${more.join(' ')}” came after it.`);
  const file = path.resolve(io.cwd, name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no file “${name}”.`);
  const findings = await checkZip(file);
  const errors = findings.filter((one) => one.severity === 'error');
  const warnings = findings.filter((one) => one.severity === 'warning');
  if (values.json) io.out(JSON.stringify({ errors, warnings }, null, 2));
  else {
    for (const { severity, id, message } of findings) io.out(`${severity} ${id}: ${message}`);
    io.out(`${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}.`);
  }
  return errors.length > 0 ? 1 : 0;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
