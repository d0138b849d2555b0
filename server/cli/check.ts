/** `check COURSE [--json]`: what is wrong with a course, and what to do. Exit 1 where there is an error. */
import path from 'node:path';
import { type FileFinding, readCourse } from '../course-files.ts';
import type { Io } from './command.ts';
import { courseAndJson } from './course-argument.ts';

export function check(args: readonly string[], io: Io): number {
  const { folder, json } = courseAndJson(args, io);
  const { findings } = readCourse(folder);
  const errors = findings.filter((one) => one.severity === 'error');
  const warnings = findings.filter((one) => one.severity === 'warning');
  if (json) io.out(JSON.stringify({ errors: errors.map(asData), warnings: warnings.map(asData) }, null, 2));
  else print(errors, warnings, io);
  return errors.length > 0 ? 1 : 0;
}

const asData = ({ rule, module, scenario, scene, line, message }: FileFinding) => ({
  rule,
  module,
  scenario,
  scene,
  line,
  message,
});

function print(errors: readonly FileFinding[], warnings: readonly FileFinding[], io: Io): void {
  for (const { file, line, severity, rule, message } of [...errors, ...warnings]) {
    io.out(`${path.relative(io.cwd, file)}:${line} ${severity} ${rule}: ${message}`);
  }
  io.out(`${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}.`);
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
