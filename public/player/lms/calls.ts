/**
 * A run-time API with every call wrapped. An API in another frame may throw at any call, answer booleans for strings, or
 * nothing at all; what comes out here is always a string or a yes or no.
 */
import { note } from '../log.ts';

type Api = Readonly<Record<string, unknown>>;

export interface Calls {
  get(element: string): string;
  /** What it holds, asked until the call does not break; undefined where it broke each time. */
  read(element: string): string | undefined;
  set(element: string, value: string): boolean;
  /** True where it answered "true" and then reported no error. */
  commit(): boolean;
  initialize(): boolean;
  terminate(): boolean;
}

/** 1.2 RTE 3.3.3 and 2004 RTE 3.1.7: the call itself broke. Any other code says of the value that it is not there. */
const BROKE = ['101', '301'];
const TRIES = 5;

/** @param prefix LMS in SCORM 1.2 (RTE 3.3), nothing in SCORM 2004 (RTE 3.1) */
export function callsOf(api: Api, prefix: 'LMS' | ''): Calls {
  /** Undefined where the API has no such method, or throws. */
  const ask = (name: string, ...values: string[]): string | undefined => {
    try {
      const method = api[prefix + name];
      // Called on the API itself: some LMSs use `this`.
      return typeof method === 'function' ? String(method.apply(api, values) ?? '') : undefined;
    } catch {
      return undefined;
    }
  };
  let code: string | undefined;
  const call = (name: string, ...values: string[]): string | undefined => {
    const answer = ask(name, ...values);
    code = ask('GetLastError');
    note(name, values, answer, code);
    return answer;
  };
  const said = (name: string, ...values: string[]): boolean => call(name, ...values) === 'true';
  return {
    get: (element) => call('GetValue', element) ?? '',
    read: (element) => {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const value = call('GetValue', element);
        if (value || (value === '' && !BROKE.includes(code ?? ''))) return value;
      }
      return undefined;
    },
    set: (element, value) => said('SetValue', element, value),
    commit: () => said('Commit', '') && ['0', '', undefined].includes(code),
    initialize: () => said('Initialize', ''),
    terminate: () => said(prefix ? 'Finish' : 'Terminate', ''),
  };
}
