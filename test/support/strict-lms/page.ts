/** In the browser: puts the API where content looks for it, keeps what it records, and opens the package. */
import { apiOf } from './mutants.ts';
import { EMPTY, type LaunchLog, type LaunchOptions, type LmsRecord, OFFLINE, type Standard } from './record.ts';
import { Session } from './session.ts';

/** Everything the test reads: kept in the browser, so that it outlives the page that was closed. */
interface Kept {
  readonly record: LmsRecord;
  readonly launches: readonly LaunchLog[];
}

const KEY = 'strict-lms';

const NAMES: Readonly<Record<Standard, readonly [api: string, prefix: string]>> = {
  scorm12: ['API', 'LMS'],
  scorm2004: ['API_1484_11', ''],
};

/** Read each time: another window of the same learner may write between any two calls. */
const kept = (): Kept => JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? { record: EMPTY, launches: [] };

function launch(options: LaunchOptions): void {
  const before = kept();
  const session = new Session(options, before.record);
  const keep = (): void => {
    const launches = [...kept().launches];
    launches[before.launches.length] = session.log();
    localStorage.setItem(KEY, JSON.stringify({ record: session.record(), launches }));
  };
  const call =
    (name: Parameters<Session['call']>[0]) =>
    (...args: unknown[]): string => {
      standStill(options.slow);
      session.meet(kept().record);
      try {
        return session.call(name, args, navigator.onLine && !localStorage.getItem(OFFLINE));
      } finally {
        keep();
      }
    };
  const [api, prefix] = NAMES[options.standard];
  const right = {
    Initialize: call('Initialize'),
    Terminate: call('Terminate'),
    GetValue: call('GetValue'),
    SetValue: call('SetValue'),
    Commit: call('Commit'),
    GetLastError: () => String(session.lastError()),
    GetErrorString: (code: unknown) => `Error ${String(code)}`,
    GetDiagnostic: () => '',
  };
  Object.assign(window, { [api]: apiOf(right, prefix, before.launches.length + 1, options.mutant) });
  keep();
}

/** LMS calls are synchronous: a slow one holds the whole page. */
function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

const options: LaunchOptions = JSON.parse(decodeURIComponent(location.search.slice(1)));
launch(options);
if (options.place === 'window') open('package/index.html');
else {
  const frame = document.createElement('iframe');
  frame.title = 'Package';
  frame.src = 'package/index.html';
  frame.width = '650';
  frame.height = '666';
  document.body.append(frame);
}
