/** The self-test begins: finds the LMS as our player does, runs the launch that is due, and shows what it found out. */
import { findApi } from '../player/lms/find-api.ts';
import { storeOf } from '../player/storage.ts';
import { CHECKS, type Results, withResult } from './checks.ts';
import { copyOnAsking } from './copy-report.ts';
import { firstLaunch, leaveSitting, secondLaunch, thirdLaunch } from './launches.ts';
import { noted, notesIn } from './notes.ts';
import { launchesDone, type Place, readPlace } from './place.ts';
import { reportText } from './report.ts';
import { type Family, openSitting, type Sitting } from './sitting.ts';
import { testView } from './view.ts';

const launched = performance.now();
const seconds = (): number => (performance.now() - launched) / 1000;
const own: Family = document.documentElement.dataset.standard === 'scorm12' ? 'scorm12' : 'scorm2004';
const NAMES = { scorm12: 'API', scorm2004: 'API_1484_11' } as const;

let results: Results = {};
let family: Family = own;
let launch = 0;
let hasLeft = false;
let isUnsure = false;

function show(focus: boolean): void {
  const main = document.getElementById('main');
  if (!main) return;
  const about = `Standpoint self-test, made for ${document.documentElement.dataset.standard}, LMS speaks ${family}, launch ${launch}`;
  const report = reportText(about, CHECKS, results);
  main.innerHTML = testView({ launch, checks: CHECKS, results, report, isUnsure, hasLeft }).text;
  if (focus) main.querySelector('h1')?.focus();
}

function add(more: Results): void {
  for (const [id, { ok, seen }] of Object.entries(more)) results = withResult(results, id as keyof Results, ok, seen);
}

/** The API of the package's own standard first, as in the player; some LMSs import one as the other. */
function open(): Sitting | undefined {
  const other: Family = own === 'scorm12' ? 'scorm2004' : 'scorm12';
  let isFound = false;
  for (const one of [own, other]) {
    const api = findApi(NAMES[one], window);
    if (!api) continue;
    isFound = true;
    const { sitting } = openSitting(one, api, seconds);
    if (!sitting) continue;
    family = one;
    add({ api: { ok: true, seen: '' }, session: { ok: true, seen: '' } });
    add({ standard: { ok: one === own, seen: one === own ? '' : `${NAMES[one]} is there` } });
    return sitting;
  }
  add({ api: { ok: isFound, seen: 'neither API nor API_1484_11 is there' } });
  if (isFound) add({ session: { ok: false, seen: 'Initialize was refused' } });
  return undefined;
}

function run(sitting: Sitting): void {
  const notes = notesIn(
    storeOf(() => localStorage),
    sitting.lms.learner,
  );
  const held = readPlace(sitting.lms.path);
  const before = noted(notes.read(), held);
  const nonce =
    held?.nonce ?? before?.place.nonce ?? crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? '0';
  let place: Place = before?.place ?? held ?? { nonce, step: 'first', isLong: false };
  launch = Math.max(before?.launches ?? 0, held ? launchesDone(held) : 0) + 1;
  isUnsure = launch === 1;
  add(before?.results ?? {});
  const isWritable = sitting.lms.mode === 'normal';
  // After the pass many LMSs open every launch for review; before it, nothing could be tested.
  if (launch < 3) add({ mode: { ok: isWritable, seen: `the mode is ${sitting.lms.mode}` } });

  const second = (isCertain: boolean): void => {
    launch = 2;
    isUnsure = false;
    add(secondLaunch(sitting, place, isCertain));
    place = { ...place, step: 'passed' };
  };
  if (!isWritable && launch < 3) launch = 0;
  else if (launch === 1) {
    const first = firstLaunch(sitting, nonce, new Date());
    add(first.results);
    place = first.place;
  } else if (launch === 2) second(before !== undefined);
  else if (launch === 3) {
    add(thirdLaunch(sitting, place));
    place = { ...place, step: 'third' };
  }
  const keep = (): boolean => notes.write({ launches: launch, place, results });
  if (launch > 0) {
    add({ storage: { ok: keep(), seen: 'localStorage refuses' } });
    keep();
  }

  const leave = (closing: boolean): void => {
    if (hasLeft || launch === 0) return;
    hasLeft = true;
    if (closing && launch === 2) place = { ...place, step: 'closing' };
    add(leaveSitting(sitting, place, launch > 1));
    keep();
  };
  document.addEventListener('click', ({ target }) => {
    const action = target instanceof HTMLElement ? target.dataset.do : undefined;
    if (action === 'leave') {
      leave(false);
      show(true);
    }
    if (action === 'again') {
      second(true);
      keep();
      show(true);
    }
  });
  addEventListener('pagehide', () => leave(true));
}

copyOnAsking();
const sitting = open();
if (sitting) run(sitting);
show(false);
