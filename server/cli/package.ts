/** `package COURSE MODULE --standard S --out FILE.zip`: the zip that an LMS imports, from the files on disk. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCourse } from '../course-files.ts';
import { isError } from '../courses/finding.ts';
import { isStandard, STANDARDS } from '../packaging/standards.ts';
import { zipPackage } from '../packaging/zip-package.ts';
import { root } from '../root.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { courseFolder } from './course-argument.ts';

export async function makePackage(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { standard: { type: 'string' }, out: { type: 'string' } });
  const [courseWord, module, ...more] = positionals;
  const { standard, out } = values;
  if (courseWord === undefined) throw new UsageError('No course was named.');
  if (module === undefined) throw new UsageError('No module was named.');
  if (more.length > 0) throw new UsageError(`One module at a time, and “${more.join(' ')}” came after it.`);
  if (standard === undefined || !isStandard(standard)) {
    throw new UsageError(`--standard must be one of ${Object.keys(STANDARDS).join(', ')}.`);
  }
  if (out === undefined || !out.endsWith('.zip')) throw new UsageError('--out must name a file that ends in .zip.');
  const target = path.resolve(io.cwd, out);
  if (!existsSync(path.dirname(target))) throw new UsageError(`There is no folder ${path.dirname(out)} to write to.`);
  const { id, content, hash, findings } = readCourse(courseFolder(courseWord, io));
  if (!content || !hash) {
    const errors = findings.filter(isError).length;
    io.err(`The course ${id} has ${errors} ${errors === 1 ? 'error' : 'errors'}. See them with: check ${courseWord}`);
    return 1;
  }
  if (!content.modules.some((one) => one.id === module)) {
    const known = content.modules.map((one) => one.id).join(', ');
    throw new UsageError(`The course ${id} has no module “${module}”. It has ${known}.`);
  }
  await buildPlayerWhereNeeded();
  const zip = await zipPackage({ content, hash, modules: [module], standard });
  writeFileSync(target, zip);
  const size = Math.ceil(zip.length / 1024);
  io.out(
    `${out}: ${content.course.title}, ${module}, ${STANDARDS[standard].title}, ${size} KiB, content ${hash.slice(0, 8)}`,
  );
  return 0;
}

/** Builds the browser code where it is missing or older than what it is made from. */
async function buildPlayerWhereNeeded(): Promise<void> {
  const built = path.join(root, 'dist/player/player.js');
  const made = existsSync(built) ? statSync(built).mtimeMs : 0;
  const { newestSource } = await import('./newest-source.ts');
  if (made < newestSource()) await import('../build.ts');
}
