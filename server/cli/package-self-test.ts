/** `package --self-test --standard S --out FILE.zip`: the package that tests the LMS it is imported into. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { isStandard, STANDARDS } from '../package-standards.ts';
import { zipSelfTest } from '../packaging/self-test.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { buildPlayerWhereNeeded, readOut } from './package-out.ts';

export async function makeSelfTest(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, {
    'self-test': { type: 'boolean' },
    standard: { type: 'string' },
    out: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError('The self-test holds no course.');
  const { standard = '' } = values;
  const all = Object.keys(STANDARDS).join(', ');
  if (!isStandard(standard)) throw new UsageError(`--standard must be one of ${all} for the self-test.`);
  const out = readOut(values.out, io);
  await buildPlayerWhereNeeded();
  const zip = await zipSelfTest(standard);
  writeFileSync(path.resolve(io.cwd, out), zip);
  io.out(`${out}: the self-test, ${STANDARDS[standard].title}, ${Math.ceil(zip.length / 1024)} KiB`);
  return 0;
}
