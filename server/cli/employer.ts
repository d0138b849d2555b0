/** `employer add NAME`, `employer list`: the employers that connected packages are made for. */
import { employerQueries, slugOf } from '../../db/employers.ts';
import { randomId } from '../ids.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { withData } from './open-data.ts';

const LONGEST_NAME = 100;

export async function manageEmployers(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readArgs(args, {});
  const [act, ...words] = positionals;
  if (act === 'list' && words.length === 0) return listEmployers(io);
  if (act === 'add') return addEmployer(words.join(' ').trim(), io);
  throw new UsageError('Say add and a name, or list.');
}

async function addEmployer(name: string, io: Io): Promise<number> {
  if (slugOf(name) === '') throw new UsageError('No employer was named.');
  if (name.length > LONGEST_NAME || /[\p{C}<>]/u.test(name)) {
    throw new UsageError(`A name has ${LONGEST_NAME} characters at most, and no signs such as < or >.`);
  }
  return withData((db) => {
    const employers = employerQueries(db);
    const added = employers.add(randomId(16), name, new Date());
    if (!added) {
      io.err(`There is an employer of that name: ${employers.find(name)?.name}.`);
      return 1;
    }
    io.out(`${added.name} is an employer now.`);
    return 0;
  });
}

const listEmployers = (io: Io): Promise<number> =>
  withData((db) => {
    for (const { name } of employerQueries(db).all()) io.out(name);
    return 0;
  });
