/** The three launches in an LMS that speaks cmi5: what each does, and what it finds out. */
import { withResult } from '../checks.ts';
import { oneDecision } from '../one-decision.ts';
import type { Place } from '../place.ts';
import type { Cmi5CheckId, Cmi5Results } from './checks.ts';
import {
  isCertificate,
  isPlace,
  isWritten,
  judgeOpening,
  judgePlace,
  judgeSpeed,
  judgeStatements,
  said,
  says,
  worked,
} from './judge.ts';
import type { Entry } from './listen-in.ts';
import { placeText, readPlace } from './place.ts';
import type { Sitting } from './sitting.ts';

/** In the place of a certificate's code. */
const LINE = 'Standpoint self-test, no certificate';

/** @returns the results, and the longest place that the LRS takes */
export async function firstLaunch(
  sitting: Sitting,
  nonce: string,
  at: Date,
): Promise<{ results: Cmi5Results; place: Place }> {
  const short: Place = { nonce, step: 'first', isLong: false };
  const long: Place = { ...short, isLong: true };
  sitting.lms.answered(oneDecision(at));
  let { results } = await saved(judgeOpening(sitting), sitting, short);
  // With the second save an LRS meets If-Match for the first time.
  if (results.kept?.ok) {
    ({ results } = await saved(results, sitting, long, { empty: 'length', cut: 'length' }));
    if (results.length?.ok && results.unchanged?.ok) results = await judgeGuard(results, sitting, long);
  }
  results = await judgeCertificate(results, sitting);
  const held = await sitting.held();
  if (held === placeText(long)) return { results, place: long };
  // What came to nothing is not left there for the next launch to stumble over.
  if (held !== placeText(short)) await sitting.rewrite(placeText(short), {});
  return { results, place: short };
}

/** What earlier launches came to. */
export interface Earlier {
  readonly results: Cmi5Results;
  /** False where it cannot be known whether anything was saved, as that launch was in another browser. */
  readonly isCertain: boolean;
  /** Whether the registration is that of the first launch. */
  readonly isSame: boolean;
}

/** @param place what the first launch saved last */
export async function secondLaunch(
  sitting: Sitting,
  place: Place,
  { results: earlier, isCertain, isSame }: Earlier,
): Promise<Cmi5Results> {
  const found = sitting.lms.path;
  const opened = withResult(judgeOpening(sitting), 'registration', isSame, 'it is another than at the first launch');
  const sent = isCertain || found === '' ? placeText(place) : found;
  const before =
    isSame && isKept(earlier) ? judgePlace(opened, sent, found, { empty: 'resume', cut: 'resume' }) : opened;
  const { results, made, isSaved } = await saved(before, sitting, { ...place, step: 'passed' });
  return judgePass(results, sitting, made, isSaved);
}

export async function thirdLaunch(
  sitting: Sitting,
  place: Place,
  { results: earlier }: Pick<Earlier, 'results'>,
): Promise<Cmi5Results> {
  const { lms } = sitting;
  const wasPassed = earlier.pass?.ok === true;
  let results = judgeOpening(sitting);
  if (isKept(earlier)) results = withResult(results, 'look-back', lms.path !== '', 'the place is empty');
  const step = readPlace(lms.path)?.step;
  if (step && wasPassed) {
    results = withResult(results, 'closing', step === 'closing', 'what was saved before that came back');
  }
  if (results.readable?.ok && wasPassed) {
    results = withResult(results, 'pass-kept', lms.receipt() !== undefined, 'the statement is not there');
  }
  if (lms.mode !== 'normal') return results;
  return (await saved(results, sitting, { ...place, step: 'third' })).results;
}

/** The last save and the end of the session. */
export async function leaveSitting(sitting: Sitting, place: Place, passed: boolean): Promise<Cmi5Results> {
  const ended = (await sitting.leave(placeText(place), passed, false)).findLast(says('terminated'));
  const ok = ended !== undefined && worked(ended);
  // A pass that is refused takes the last word with it, and is named already.
  if (!ok && ended && says('passed')(ended)) return {};
  return withResult<Cmi5CheckId>({}, 'end', ok, ended ? said(ended) : 'no answer came');
}

/** Whether places are taken and kept, as far as is known: what follows where they are not is no finding of its own. */
const isKept = ({ commit, kept, conditions }: Cmi5Results): boolean =>
  [commit, kept, conditions].every((one) => one?.ok !== false);

interface Saved {
  readonly results: Cmi5Results;
  readonly made: readonly Entry[];
  readonly isSaved: boolean;
}

/** Saves a place, and judges what came of it. Behind the first launch every save is with the pass. */
async function saved(
  before: Cmi5Results,
  sitting: Sitting,
  place: Place,
  means: { readonly empty: Cmi5CheckId; readonly cut: Cmi5CheckId } = { empty: 'kept', cut: 'kept' },
): Promise<Saved> {
  const text = placeText(place);
  const { made, isSaved } = await sitting.save(text, place.step !== 'first');
  const judged = judgeSpeed(judgeStatements(before, made), made);
  const written = made.filter((one) => isPlace(one) && isWritten(one));
  const taken = written.find(worked);
  if (taken) {
    const held = await sitting.held();
    const results = judgePlace(withResult(withResult(judged, 'commit', true), 'conditions', true), text, held, means);
    return { results, made, isSaved };
  }
  const [refused] = written.slice(-1);
  if (!refused) return { results: withResult(judged, 'commit', false, 'it was not asked for'), made, isSaved };
  const isBare = worked({ ...refused, ...(await sitting.rewrite(text, {})) });
  const seen = isBare ? `${said(refused)} with ${conditionOf(refused)}, and taken without` : said(refused);
  const id = isBare ? 'conditions' : means.empty === 'length' ? 'length' : 'commit';
  return { results: withResult(judged, id, false, seen), made, isSaved };
}

const conditionOf = ({ headers }: Entry): string => (headers['if-match'] ? 'If-Match' : 'If-None-Match');

/** A write over what has been replaced meanwhile, as another window's would be, has to be refused. */
async function judgeGuard(results: Cmi5Results, sitting: Sitting, place: Place): Promise<Cmi5Results> {
  const given = sitting.entries.filter((one) => isPlace(one) && one.status === 200);
  const etags = [...new Set(given.map((one) => one.etag))];
  const judged = withResult(results, 'etag', !etags.includes(undefined), 'no ETag came with the place');
  const [earlier] = etags;
  if (earlier === undefined || etags.length < 2) return judged;
  const { status } = await sitting.rewrite(placeText(place), { 'If-Match': earlier });
  return withResult(judged, 'guard', status === 412, `an If-Match of an earlier version was answered ${status}`);
}

async function judgeCertificate(results: Cmi5Results, { lms, entries }: Sitting): Promise<Cmi5Results> {
  // Where not even the place is taken, nobody looks for more.
  if (!lms.notes || !isKept(results)) return results;
  const isThere = await lms.notes.write(LINE);
  const written = entries.findLast((one) => isCertificate(one) && isWritten(one));
  return withResult(results, 'certificate', isThere, written ? said(written) : 'it could not be read');
}

function judgePass(
  results: Cmi5Results,
  { lms, score }: Sitting,
  made: readonly Entry[],
  isSaved: boolean,
): Cmi5Results {
  const isSaid = made.some(says('passed'));
  // Without a place or a first word no pass is said: those are named already.
  if (
    !isSaid &&
    [results.statements, results.commit, results.conditions, results.kept].some((one) => one?.ok === false)
  )
    return results;
  const seen = isSaid ? '“passed” was answered as taken, and is not there' : 'it was not said';
  const judged = withResult(results, 'pass', isSaid && isSaved, seen);
  const receipt = lms.receipt();
  if (!receipt) return judged;
  const isRight = receipt.score !== '' && Number(receipt.score) === score;
  return withResult(judged, 'score', isRight, `${score} was sent, and “${receipt.score}” is there`);
}
