/**
 * The learner's name as the LMS says it, and the codes of certificates: in a state document of our own beside the path,
 * which is found again also where no statement may be read, and counts as nothing that the learner did.
 */
import type { Notes } from '../lms/lms.ts';
import { type LaunchQuery, parsed, stateAt } from './launch.ts';
import { type Answer, type Lrs, worked } from './lrs.ts';
import type { Sending } from './sending.ts';

/** Where the codes are kept. */
const CERTIFICATE = 'standpoint.certificate';

const linesIn = ({ text }: Answer): string[] => [parsed<{ lines?: unknown }>(text)?.lines ?? []].flat().map(String);

export function notesIn(lrs: Lrs, query: LaunchQuery, { within }: Pick<Sending, 'within'>): Notes {
  const address = stateAt(query, CERTIFICATE);
  const get = (): Promise<Answer> => lrs.ask('GET', 'activities/state', address);

  /** Behind the lines that are there. What cannot be read is not written over. */
  const add = async (line: string): Promise<Answer> => {
    const before = await get();
    if (!worked(before) && before.status !== 404) return before;
    const body = { lines: [...linesIn(before), line] };
    const matched = before.etag ? { 'If-Match': before.etag } : {};
    const only = before.status === 404 ? { 'If-None-Match': '*' } : matched;
    return (await within(() => lrs.ask('PUT', 'activities/state', address, { body, only }))) ?? before;
  };
  const { name } = query.actor;
  return {
    learnerName: typeof name === 'string' ? name : '',
    read: async () => linesIn(await get()).join(' '),
    write: async (line) => {
      // Another window wrote its own line meanwhile: both are kept.
      if ((await add(line)).status === 412) await add(line);
      return linesIn(await get()).includes(line);
    },
  };
}
