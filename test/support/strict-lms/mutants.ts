/** LMSs that are wrong in one way each, made of the strict one: what the self-test has to notice and name. */
type Api = Readonly<Record<string, (...args: string[]) => string>>;

/** What a mutant may know: the API that is right, without its prefix, and which launch this is, from 1. */
interface Right {
  readonly api: Api;
  readonly launch: number;
}

type Change = (right: Right) => Api;

const PLACE = 'cmi.suspend_data';
const isStatus = (name: string): boolean => /lesson_status|completion_status|success_status/.test(name);
const call = (api: Api, name: string, ...args: string[]): string => api[name]?.(...args) ?? '';

/** Other answers when a value is asked for. */
const reads =
  (answer: (name: string, right: Right, own: string) => string): Change =>
  (right) => ({
    ...right.api,
    GetValue: (name = '') => answer(name, right, call(right.api, 'GetValue', name)),
  });

/** Other values are set, or none: undefined is answered "true" and kept nowhere. */
const writes =
  (value: (name: string, sent: string) => string | undefined): Change =>
  ({ api }) => ({
    ...api,
    SetValue: (name = '', sent = '') => {
      const kept = value(name, sent);
      return kept === undefined ? 'true' : call(api, 'SetValue', name, kept);
    },
  });

/** Some calls are refused, with an error. */
const refuses =
  (name: string, which: (element: string, value: string) => boolean, code: string, answer = 'false'): Change =>
  ({ api }) => {
    let last = '';
    const watched = Object.entries(api).map(([one, work]) => {
      const wrapped = (element = '', value = ''): string => {
        const isRefused = one === name && which(element, value);
        if (one !== 'GetLastError') last = isRefused ? code : '';
        if (one === 'GetLastError' && last) return last;
        if (isRefused && answer === 'false') return answer;
        return one === 'SetValue' ? work(element, value) : work(element);
      };
      return [one, wrapped] as const;
    });
    return Object.fromEntries(watched);
  };

/** Its session is right, and the next launch finds nothing of it. */
const keepsNothingLater: Change = ({ api }) => {
  const set = new Map<string, string>();
  return {
    ...api,
    GetValue: (name = '') => set.get(name) ?? (isStatus(name) || name === PLACE ? '' : call(api, 'GetValue', name)),
    SetValue: (name = '', value = '') => {
      set.set(name, value);
      return 'true';
    },
    Commit: () => 'true',
    Terminate: () => 'true',
    GetLastError: () => '0',
  };
};

export const MUTANTS = {
  'finds nothing of the launch before': keepsNothingLater,
  'forgets suspend_data between launches': ({ api }) => {
    let own = '';
    return {
      ...api,
      GetValue: (name = '') => (name === PLACE ? own : call(api, 'GetValue', name)),
      SetValue: (name = '', value = '') => {
        if (name === PLACE) own = value;
        return call(api, 'SetValue', name, value);
      },
    };
  },
  'answers “true” and keeps nothing': writes(() => undefined),
  'refuses every commit': refuses('Commit', () => true, '391'),
  'takes a commit and reports an error': refuses('Commit', () => true, '391', 'true'),
  'keeps 255 characters of suspend_data': writes((name, sent) => (name === PLACE ? sent.slice(0, 255) : sent)),
  'refuses 1,000 characters of suspend_data': refuses(
    'SetValue',
    (name, sent) => name === PLACE && sent.length > 999,
    '405',
  ),
  'turns + into a space': reads((name, _, own) => (name === PLACE ? own.replaceAll('+', ' ') : own)),
  'completes what was opened': reads((name, { launch }, own) =>
    launch === 2 && isStatus(name) && own === 'incomplete' ? 'completed' : own,
  ),
  'says failed below its own mark': reads((name, _, own) => (own === 'passed' && isStatus(name) ? 'failed' : own)),
  'loses the score': reads((name, _, own) => (name.endsWith('score.raw') ? '' : own)),
  'takes the pass back': reads((name, { launch }, own) =>
    launch === 3 && isStatus(name) && ['passed', 'completed'].includes(own) ? 'incomplete' : own,
  ),
  'forgets suspend_data after the pass': reads((name, { launch }, own) => (launch === 3 && name === PLACE ? '' : own)),
  'keeps nothing while a window closes': writes((name, sent) =>
    name === PLACE && sent.includes('.closing') ? undefined : sent,
  ),
  'throws at every value': ({ api }) => ({
    ...api,
    SetValue: () => {
      throw new Error('The frame is of another origin.');
    },
  }),
  'refuses single decisions': refuses('SetValue', (name) => name.startsWith('cmi.interactions'), '401'),
  'keeps no remarks': refuses('SetValue', (name) => name.startsWith('cmi.comments'), '401'),
  'does not say the name': reads((name, _, own) => (/(student|learner)_name/.test(name) ? '' : own)),
  'does not say who learns': reads((name, _, own) => (/(student|learner)_id/.test(name) ? '' : own)),
  'lets no session end': refuses('Terminate', () => true, '111'),
  'takes two seconds to save': ({ api, launch }) => {
    let commits = 0;
    return {
      ...api,
      Commit: () => {
        const until = performance.now() + (launch === 1 && commits === 0 ? 2010 : 0);
        while (performance.now() < until);
        commits += 1;
        return call(api, 'Commit', '');
      },
    };
  },
  'opens no session': refuses('Initialize', () => true, '102'),
} as const satisfies Readonly<Record<string, Change>>;

export type MutantName = keyof typeof MUTANTS;

/** The API as a package finds it, made wrong where a mutant is named. @param api the right one, without its prefix */
export function apiOf(api: Api, prefix: string, launch: number, mutant?: MutantName): Api {
  const made: Api = mutant === undefined ? api : MUTANTS[mutant]({ api, launch });
  const nameOf = (name: string): string => prefix + (prefix && name === 'Terminate' ? 'Finish' : name);
  return Object.fromEntries(Object.entries(made).map(([name, work]) => [nameOf(name), work]));
}
