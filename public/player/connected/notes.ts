/** The LMS's own record of the learner: the name it has, and a remark that stays there. */
import { type Calls, callsOf } from '../lms/calls.ts';
import { findApi } from '../lms/find-api.ts';
import type { Notes } from '../lms/lms.ts';
import { duration2004, timespan12 } from '../lms/times.ts';

/**
 * The SCORM session that the player has open, known by the attempt that it holds; undefined where there is none. The
 * player itself never asks for names and never remarks, so this is here and not in its drivers.
 */
export function scormNotes(nonce: string): Notes | undefined {
  const api12 = findApi('API', window);
  const api2004 = findApi('API_1484_11', window);
  const old = api12 && callsOf(api12, 'LMS');
  const later = api2004 && callsOf(api2004, '');
  const isOpen = (calls: Calls): boolean => calls.get('cmi.suspend_data').split(/[.~/]/)[2] === nonce;
  if (old && isOpen(old)) return notesOf('scorm12', old);
  return later && isOpen(later) ? notesOf('scorm2004', later) : undefined;
}

/** Those of a session that is open. */
export const notesOf = (family: 'scorm12' | 'scorm2004', calls: Calls) =>
  family === 'scorm12' ? notes12(calls) : notes2004(calls);

/** As the player says it at each of its own commits: an LMS may count a commit without it as no time at all. */
const seconds = (): number => performance.now() / 1000;

/** SCORM 1.2 RTE 3.4.4: one text, which some LMSs replace and some add to. */
function notes12(lms: Calls) {
  const read = (): string => lms.get('cmi.comments');
  return {
    learnerName: lms.get('cmi.core.student_name'),
    read,
    write: (line: string): boolean => {
      const before = read();
      lms.set('cmi.comments', line);
      if (!read().includes(before)) lms.set('cmi.comments', `${before} ${line}`);
      lms.set('cmi.core.session_time', timespan12(seconds()));
      return lms.commit() && read().includes(line);
    },
  };
}

/** SCORM 2004 RTE 4.2.3: a list, to which one is added. */
function notes2004(lms: Calls) {
  const count = (): number => Number(lms.get('cmi.comments_from_learner._count')) || 0;
  const at = (index: number): string => lms.get(`cmi.comments_from_learner.${index}.comment`);
  return {
    learnerName: lms.get('cmi.learner_name'),
    read: () => Array.from({ length: count() }, (_, index) => at(index)).join(' '),
    write: (line: string): boolean => {
      const next = count();
      const taken = lms.set(`cmi.comments_from_learner.${next}.comment`, line);
      lms.set('cmi.session_time', duration2004(seconds()));
      return lms.commit() && taken && at(next) === line;
    },
  };
}

/** "Last, First" turned round. With more commas nobody can tell what is what, so it stays as it is. */
export function asSpoken(name: string): string {
  const [last = '', first, ...more] = name.split(',').map((one) => one.trim());
  return first && more.length === 0 ? `${first} ${last}` : name.trim();
}
