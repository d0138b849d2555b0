/** The three launches: what each does, and what it finds out. Nothing here but the calls to the LMS. */
import { type CheckId, type Results, withResult } from './checks.ts';
import type { Entry } from './listen-in.ts';
import { oneDecision } from './one-decision.ts';
import { comparePlaces, type Place, placeText, readPlace } from './place.ts';
import { SCORE, type Sitting } from './sitting.ts';

const SLOW = 2000;
const PLACE = 'cmi.suspend_data';

const said = ({ call, element, answer, code }: Entry): string => `${call} ${element} = ${answer} [${code}]`;
const isRefused = ({ call, answer }: Entry): boolean => call === 'SetValue' && answer !== 'true';

/** @returns the results, and the longest place that the LMS takes */
export function firstLaunch(sitting: Sitting, nonce: string, at: Date): { results: Results; place: Place } {
  const short: Place = { nonce, step: 'first', isLong: false };
  const long: Place = { ...short, isLong: true };
  let results = judgeOpening(sitting);
  results = judgeSaving(results, sitting.save(placeText(short), false));
  results = judgePlace(results, placeText(short), sitting.held().place, { empty: 'kept', cut: 'kept' });
  if (results.kept?.ok && results.commit?.ok) results = judgeLength(results, sitting, long);
  results = judgeDecision(results, sitting, at);
  results = judgeNotes(results, sitting);
  results = judgeIncomplete(results, sitting.held().statuses);
  return { results, place: results.length?.ok && results.unchanged?.ok ? long : short };
}

/**
 * @param place what the first launch saved last
 * @param isCertain false where it cannot be known, as that launch was in another browser
 */
export function secondLaunch(sitting: Sitting, place: Place, isCertain = true): Results {
  const found = sitting.lms.path;
  const before = sitting.found();
  const isNew = found === '' && ['', 'not attempted', 'unknown'].includes(before[0] ?? '');
  let results = judgeOpening(sitting);
  results = withResult(results, 'record', !isNew, `${PLACE} is empty, and the status is “${before[0]}”`);
  if (!isNew) {
    const sent = isCertain ? placeText(place) : found;
    results = judgePlace(results, sent, found, { empty: 'resume', cut: 'length' });
    results = judgeIncomplete(results, before);
  }
  results = judgeSaving(results, sitting.save(placeText({ ...place, step: 'passed' }), true));
  return judgePass(results, 'pass', sitting.held().statuses, sitting.held().score);
}

export function thirdLaunch(sitting: Sitting, place: Place): Results {
  const found = sitting.lms.path;
  let results: Results = withResult<CheckId>({}, 'look-back', found !== '', `${PLACE} is empty`);
  const step = readPlace(found)?.step;
  if (step) results = withResult(results, 'closing', step === 'closing', 'what was saved before that came back');
  results = judgePass(results, 'pass-kept', sitting.found(), sitting.held().score);
  if (sitting.lms.mode !== 'normal') return results;
  return judgeSaving(results, sitting.save(placeText({ ...place, step: 'third' }), true));
}

/** The last save and the end of the session. */
export function leaveSitting(sitting: Sitting, place: Place, passed: boolean): Results {
  if (sitting.lms.mode !== 'normal') return {};
  sitting.save(placeText(place), passed);
  sitting.lms.end();
  const ended = sitting.entries.findLast((one) => one.call === 'Finish' || one.call === 'Terminate');
  return withResult<CheckId>({}, 'end', ended?.answer === 'true', ended ? said(ended) : '');
}

function judgeOpening({ lms, entries }: Sitting): Results {
  return withResult(judgeSaving({}, entries), 'learner', lms.learner !== '', 'the id is empty');
}

function judgeSaving(results: Results, entries: readonly Entry[]): Results {
  const refused = entries.filter((one) => isRefused(one) && !one.element.startsWith('cmi.interactions'));
  let judged = withResult(results, 'values', refused.length === 0, refused.map(said).join('; '));
  for (const commit of entries.filter((one) => one.call === 'Commit')) {
    judged = withResult(judged, 'commit', commit.answer === 'true' && ['0', ''].includes(commit.code), said(commit));
    judged = withResult(judged, 'speed', commit.milliseconds < SLOW, `${Math.round(commit.milliseconds)} ms`);
  }
  return judged;
}

function judgeLength(results: Results, sitting: Sitting, long: Place): Results {
  const saved = sitting.save(placeText(long), false);
  const refused = saved.find((one) => isRefused(one) && one.element === PLACE);
  const rest = saved.filter((one) => one !== refused);
  if (refused) return judgeSaving(withResult(results, 'length', false, said(refused)), rest);
  return judgePlace(judgeSaving(results, rest), placeText(long), sitting.held().place, {
    empty: 'length',
    cut: 'length',
  });
}

/** @param means which check it is where nothing came back, and where only the beginning did */
function judgePlace(results: Results, sent: string, found: string, means: { empty: CheckId; cut: CheckId }): Results {
  const how = comparePlaces(sent, found);
  if (how === 'same') {
    return withResult(withResult(results, means.empty, true), 'unchanged', true);
  }
  const seen = `${sent.length} characters were sent, and ${found.length} came back`;
  return withResult(results, how === 'changed' ? 'unchanged' : means[how], false, seen);
}

function judgeDecision(results: Results, { lms, entries }: Sitting, at: Date): Results {
  const before = entries.length;
  lms.answered(oneDecision(at));
  const refused = entries.slice(before).filter(isRefused);
  return withResult(results, 'decisions', refused.length === 0, refused.map(said).join('; '));
}

/** In the place of a certificate's code. */
const LINE = 'Standpoint self-test, no certificate';

function judgeNotes(results: Results, { notes, entries }: Sitting): Results {
  const named = withResult(results, 'name', notes.learnerName !== '', 'the name is empty');
  // Where not even the place is taken, nobody looks for more.
  if (!results.kept?.ok || !results.commit?.ok) return named;
  const before = entries.length;
  const isThere = notes.write(LINE);
  const written = entries.slice(before).find((one) => one.call === 'SetValue');
  return withResult(named, 'certificate', isThere, written ? said(written) : '');
}

function judgeIncomplete(results: Results, [first = '', second = '']: readonly string[]): Results {
  const isSo = first === 'incomplete' && ['', 'unknown'].includes(second);
  return withResult(results, 'incomplete', isSo, `the status is “${[first, second].filter(Boolean).join(', ')}”`);
}

function judgePass(results: Results, id: 'pass' | 'pass-kept', statuses: readonly string[], score: string): Results {
  const words = statuses.join(', ');
  const isPassed = ['passed', 'completed, passed'].includes(words);
  const judged = withResult(results, id, isPassed, `the status is “${words}”`);
  // Where the pass is gone, nobody looks for its score.
  if (!isPassed) return judged;
  return withResult(
    judged,
    'score',
    score !== '' && Number(score) === SCORE,
    `${SCORE} was sent, and “${score}” is there`,
  );
}
