/** The self-test for cmi5 begins: opens a session as our player does, runs the launch that is due, and shows what it found. */
import { watchGoing } from '../../player/cmi5/going.ts';
import { type LaunchQuery, readQuery } from '../../player/cmi5/launch.ts';
import { digest } from '../../player/digest.ts';
import { storeOf } from '../../player/storage.ts';
import { withResult } from '../checks.ts';
import { copyOnAsking } from '../copy-report.ts';
import { noted, notesIn } from '../notes.ts';
import { launchesDone, type Place } from '../place.ts';
import { reportText } from '../report.ts';
import { testView } from '../view.ts';
import { CMI5_CHECKS, type Cmi5CheckId, type Cmi5Results } from './checks.ts';
import { judgeRefusal } from './judge.ts';
import { firstLaunch, leaveSitting, secondLaunch, thirdLaunch } from './launches.ts';
import { placeText, readPlace } from './place.ts';
import { openSitting, type Sitting } from './sitting.ts';

const NEEDED = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;

const launched = performance.now();
const seconds = (): number => (performance.now() - launched) / 1000;
// Before the test listens, so that it knows first that the page goes.
const going = watchGoing();

let results: Cmi5Results = {};
let launch = 0;
let place: Place = { nonce: '0', step: 'first', isLong: false };
let state: { readonly hasLeft?: boolean; readonly isUnsure?: boolean; readonly returnUrl?: string } = {};

function show(focus: boolean): void {
  const main = document.getElementById('main');
  if (!main) return;
  const report = reportText(`Standpoint self-test, made for cmi5, launch ${launch}`, CMI5_CHECKS, results);
  const { hasLeft = false, isUnsure = false, returnUrl = '' } = state;
  main.innerHTML = testView({ launch, checks: CMI5_CHECKS, results, report, isUnsure, hasLeft, returnUrl }).text;
  if (focus) main.querySelector('h1')?.focus();
}

function add(more: Cmi5Results): void {
  for (const [id, { ok, seen }] of Object.entries(more)) results = withResult(results, id as Cmi5CheckId, ok, seen);
}

/** What this browser and the LRS know of earlier launches, and a way to note this one. */
function recall({ lms }: Sitting, registration: string) {
  const store = storeOf(() => localStorage);
  const notes = notesIn<Cmi5CheckId>(store, lms.learner);
  const held = readPlace(lms.path);
  const before = noted(notes.read(), held);
  const nonce = held?.nonce ?? before?.place.nonce ?? digest(`${registration} ${Date.now()}`);
  place = before?.place ?? held ?? { nonce, step: 'first', isLong: false };
  launch = Math.max(before?.launches ?? 0, held ? launchesDone(held) : 0) + 1;
  add(before?.results ?? {});
  const isSame = (before?.registration ?? registration) === registration;
  const keep = (): boolean => notes.write({ launches: launch, place, results, registration });
  return { isKnown: before !== undefined, isSame, keep };
}

async function run(sitting: Sitting, registration: string): Promise<void> {
  const { lms } = sitting;
  const { isKnown, isSame, keep } = recall(sitting, registration);
  const isWritable = lms.mode === 'normal';
  // After the pass many LMSs open every launch for review; before it, nothing could be tested.
  if (launch < 3) add({ mode: { ok: isWritable, seen: `the mode is ${lms.mode}` } });
  if (!isWritable && launch < 3) launch = 0;
  state = { isUnsure: launch === 1, ...(lms.returnUrl && { returnUrl: lms.returnUrl }) };

  const second = async (isCertain: boolean): Promise<void> => {
    launch = 2;
    state = { ...state, isUnsure: false };
    add(await secondLaunch(sitting, place, { results, isCertain, isSame }));
    place = { ...place, step: 'passed' };
  };
  leaveWhereAsked(sitting, keep, () => second(true));
  if (launch === 1) {
    const first = await firstLaunch(sitting, place.nonce, new Date());
    add(first.results);
    place = first.place;
  } else if (launch === 2) await second(isKnown);
  else if (launch === 3) {
    add(await thirdLaunch(sitting, place, { results }));
    place = { ...place, step: 'third' };
  }
  if (launch === 0) return;
  add({ storage: { ok: keep(), seen: 'localStorage refuses' } });
  keep();
}

/** Every session is ended, also one in which nothing may be written (cmi5 9.3.8). */
function leaveWhereAsked(sitting: Sitting, keep: () => boolean, again: () => Promise<void>): void {
  document.addEventListener('click', async ({ target }) => {
    const action = target instanceof HTMLElement ? target.dataset.do : undefined;
    if ((action !== 'leave' && action !== 'again') || state.hasLeft) return;
    if (action === 'again') await again();
    else {
      state = { ...state, hasLeft: true };
      add(await leaveSitting(sitting, place, launch > 1));
    }
    keep();
    show(true);
  });
  addEventListener('pagehide', ({ persisted }) => {
    if (state.hasLeft) return;
    const last = placeText(launch === 2 ? { ...place, step: 'closing' } : place);
    // One that may come back is saved, as packages do, and goes on.
    if (persisted && sitting.lms.mode === 'normal') void sitting.save(last, launch > 1);
    if (persisted) return;
    state = { ...state, hasLeft: true };
    void sitting.leave(last, launch > 1, true);
  });
}

const isWhole = (query: Partial<LaunchQuery> | undefined): query is LaunchQuery =>
  query !== undefined && NEEDED.every((one) => query[one]);

async function begin(): Promise<void> {
  const query = readQuery(location.search);
  if (isWhole(query)) {
    const { sitting, entries } = await openSitting({ query, seconds, tab: storeOf(() => sessionStorage), going });
    if (sitting) await run(sitting, digest(query.registration));
    else add(judgeRefusal(entries));
  } else {
    const missing = NEEDED.filter((one) => !query?.[one]);
    add({ launch: { ok: false, seen: `the address has no ${missing.join(', ')}` } });
  }
  show(false);
}

copyOnAsking();
void begin();
