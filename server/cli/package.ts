/**
 * `package COURSE [MODULE…] --standard S --out FILE.zip`: the zip that an LMS imports, from the files on disk. Without a
 * module it is the whole course. `--lms` names the system: its standard then needs no saying, and the rest is as usual.
 * With `--connected` it is made of what this server has published, and knows where that is.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCourse } from '../course-files.ts';
import { isError } from '../courses/finding.ts';
import { isStandard, STANDARDS, type Standard } from '../package-standards.ts';
import { PRESETS } from '../packaging/presets.ts';
import { type ZipRequest, zipPackage } from '../packaging/zip-package.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { type AskedConnection, CONNECTION_OPTIONS, connect, readConnection } from './connect.ts';
import { courseFolder } from './course-argument.ts';
import { CHOICE_OPTIONS, type PackageChoices, readChoices } from './package-choices.ts';
import { buildPlayerWhereNeeded, readOut } from './package-out.ts';
import { makeSelfTest } from './package-self-test.ts';

interface Asked {
  readonly course: string;
  /** None: the whole course. */
  readonly modules: readonly string[];
  readonly standard: Standard;
  readonly choices: PackageChoices;
  /** As it was typed. */
  readonly out: string;
  /** Only where it is to be connected. */
  readonly connection: AskedConnection | undefined;
}

export async function makePackage(args: readonly string[], io: Io): Promise<number> {
  if (args.includes('--self-test')) return makeSelfTest(args, io);
  const { course, modules: asked, standard, choices, out, connection } = readAsked(args, io);
  const { id, content, hash, findings } = readCourse(courseFolder(course, io));
  if (!content || !hash) {
    const errors = findings.filter(isError).length;
    io.err(`The course ${id} has ${errors} ${errors === 1 ? 'error' : 'errors'}. See them with: check ${course}`);
    return 1;
  }
  const known = content.modules.map((one) => one.id);
  const unknown = asked.find((one) => !known.includes(one));
  if (unknown !== undefined) {
    throw new UsageError(`The course ${id} has no module “${unknown}”. It has ${known.join(', ')}.`);
  }
  await buildPlayerWhereNeeded();
  const modules = asked.length === 0 ? 'all' : asked;
  const connected = connection && (await connect({ course: id, modules, standard, choices, ...connection }));
  const request = connected?.request ?? { content, hash, modules, standard, ...choices };
  const zip = await zipPackage(request);
  writeFileSync(path.resolve(io.cwd, out), zip);
  for (const line of [summary(out, request, zip.length), ...(connected?.facts ?? [])]) io.out(line);
  return 0;
}

function summary(out: string, { content, hash, modules, standard }: ZipRequest, bytes: number): string {
  const what = modules === 'all' ? 'the whole course' : modules.join(', ');
  const facts = [what, STANDARDS[standard].title, `${Math.ceil(bytes / 1024)} KiB`, `content ${hash.slice(0, 8)}`];
  return `${out}: ${content.course.title}, ${facts.join(', ')}`;
}

/** @throws UsageError with the first thing that is wrong */
function readAsked(args: readonly string[], io: Io): Asked {
  const { values, positionals } = readArgs(args, {
    ...CHOICE_OPTIONS,
    ...CONNECTION_OPTIONS,
    standard: { type: 'string' },
    out: { type: 'string' },
  });
  const [course, ...modules] = positionals;
  if (course === undefined) throw new UsageError('No course was named.');
  const choices = readChoices(values);
  const standard = values.standard ?? (values.lms && PRESETS[choices.preset].standard);
  if (standard === undefined || !isStandard(standard)) {
    throw new UsageError(`--standard must be one of ${Object.keys(STANDARDS).join(', ')}.`);
  }
  return { course, modules, standard, choices, out: readOut(values.out, io), connection: readConnection(values) };
}
