/**
 * The SCORM 1.2 API that the package finds: scorm-again, with our own way of committing. Its own sending answers "true"
 * for commits that it then loses, and is refused by browsers while a page closes (both seen in 3.4.3).
 */
import { type HttpService, Scorm12API } from 'scorm-again/scorm12/min';
import { ModelError } from '../../courses/model/errors.ts';
import { decodePath, PATH_LIMIT } from '../../courses/model/path.ts';

/** SCORM 1.2 RTE 3.4.1: 101 general exception, 405 incorrect data type. */
const GENERAL = 101;
const INCORRECT_TYPE = 405;

export interface LmsParts {
  /** Of the attempt. A pseudonym does: the package only tells two learners at one computer apart by it. */
  readonly id: string;
  /** The path to begin with. */
  readonly path: string;
  readonly passed: boolean;
  /** Keeps a path; false where it is not safe, and the package hears "false". */
  readonly commit: (path: string) => boolean;
}

export function createApi({ id, path, passed, commit }: LmsParts): Scorm12API {
  const { nonce, kept, current } = decodePath(path);
  const begun = kept.length + current.length > 0;
  const outbox: HttpService = {
    processHttpRequest: (_url, sent) => {
      const text = suspendData(sent);
      const safe = text !== undefined && belongsTo(nonce, text) && commit(text);
      return safe ? { result: 'true', errorCode: 0 } : { result: 'false', errorCode: GENERAL };
    },
    updateSettings: () => {},
  };
  const settings = {
    autocommit: false,
    // Any text: without one nothing is handed to the outbox.
    lmsCommitUrl: 'outbox',
    dataCommitFormat: 'json',
    mastery_override: false,
    autoCompleteLessonStatus: false,
    logLevel: 'NONE',
  } as const;
  const api = new Scorm12API(settings, outbox);
  refuseTooLong(api);
  // Strings only: numbers are dropped without a word. No session_time and no exit, or time counts twice.
  const core = {
    student_id: id,
    lesson_status: passed ? 'passed' : begun ? 'incomplete' : 'not attempted',
    entry: begun ? 'resume' : 'ab-initio',
    credit: 'credit',
    lesson_mode: 'normal',
  };
  api.loadFromJSON({ core, suspend_data: path }, 'cmi');
  return api;
}

/** scorm-again takes 64,000 characters where SCORM 1.2 allows 4,096, and the server would refuse them later. */
function refuseTooLong(api: Scorm12API): void {
  const set = api.LMSSetValue.bind(api);
  api.LMSSetValue = (element, value) => {
    if (element !== 'cmi.suspend_data' || String(value).length <= PATH_LIMIT) return set(element, value);
    api.throwSCORMError(element, INCORRECT_TYPE, `suspend_data holds at most ${PATH_LIMIT} characters here`);
    return 'false';
  };
}

function suspendData(sent: unknown): string | undefined {
  if (typeof sent !== 'object' || sent === null || !('cmi' in sent)) return undefined;
  const { cmi } = sent;
  if (typeof cmi !== 'object' || cmi === null || !('suspend_data' in cmi)) return undefined;
  return typeof cmi.suspend_data === 'string' ? cmi.suspend_data : undefined;
}

/** A path, and one of this attempt. Whether the module allows it is for the server to say. */
function belongsTo(nonce: string, text: string): boolean {
  try {
    return decodePath(text).nonce === nonce;
  } catch (error) {
    if (error instanceof ModelError) return false;
    throw error;
  }
}
