/** Stands between our own driver and the LMS, so that the test judges every call that packages make, whatever they are. */
export interface Entry {
  readonly call: string;
  readonly element: string;
  readonly value: string;
  /** As it was given, or why there is none. */
  readonly answer: string;
  /** What GetLastError said next; empty where it was not asked. */
  code: string;
  readonly milliseconds: number;
}

type Api = Readonly<Record<string, unknown>>;

const CALLS = ['Initialize', 'Finish', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError'];

export function listenIn(api: Api, prefix: 'LMS' | ''): { readonly api: Api; readonly entries: readonly Entry[] } {
  const entries: Entry[] = [];
  const heard =
    (call: string) =>
    (element: string, value: string, ...rest: unknown[]): unknown => {
      const began = performance.now();
      let answer = '(broke off)';
      try {
        const method = api[prefix + call];
        if (typeof method !== 'function') throw new Error(`There is no ${prefix}${call}.`);
        const values = value === undefined ? [element] : [element, value, ...rest];
        const given: unknown = method.apply(api, call === 'GetLastError' ? [] : values);
        answer = String(given ?? '');
        return given;
      } finally {
        const last = entries.at(-1);
        if (call !== 'GetLastError') {
          entries.push({ call, element, value, answer, code: '', milliseconds: performance.now() - began });
        } else if (last) last.code = answer;
      }
    };
  return { entries, api: Object.fromEntries(CALLS.map((call) => [prefix + call, heard(call)])) };
}
