/** `coverage COURSE [--json]`: where each clause of the guidance is practised and explained. */
import { type ClauseCoverage, coverage, scenariosPractising } from '../../courses/model/coverage.ts';
import { readCourse } from '../course-files.ts';
import type { Io } from './command.ts';
import { courseAndJson } from './course-argument.ts';

export function showCoverage(args: readonly string[], io: Io): number {
  const { folder, json } = courseAndJson(args, io);
  const { course, guidance } = readCourse(folder);
  if (!course || !guidance) {
    io.err('This course cannot be read. Run check on it first.');
    return 1;
  }
  const covered = coverage(course, guidance);
  if (json) io.out(JSON.stringify(covered, null, 2));
  else for (const line of table(covered.clauses)) io.out(line);
  return 0;
}

function table(clauses: readonly ClauseCoverage[]): string[] {
  const asked = clauses.filter((one) => one.kind === 'obligation' || one.kind === 'expectation');
  const practised = asked.filter((one) => one.practised.length > 0);
  const twice = asked.filter((one) => scenariosPractising(one) >= 2);
  const taught = clauses.filter((one) => one.practised.length > 0 || one.explained.length > 0);
  return [
    row('clause', 'kind', 'stories practising', 'scenes explaining'),
    ...clauses.map((one) => row(one.id, one.kind, String(scenariosPractising(one)), String(one.explained.length))),
    '',
    `${practised.length} of ${asked.length} obligations and expectations practised, ${twice.length} in two stories; ` +
      `${taught.length} of ${clauses.length} clauses practised or explained.`,
  ];
}

const row = (clause: string, kind: string, practised: string, explained: string): string =>
  `${clause.padEnd(20)}${kind.padEnd(14)}${practised.padStart(20)}${explained.padStart(20)}`;
