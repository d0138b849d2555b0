/**
 * What may be written when. The formats of the data model let through much that some LMS then turns into a wrong
 * record: a score before the pass becomes “failed”, a completion taken back locks an attempt.
 */
import type { Standard } from './record.ts';

/** A rule broken: the id of the requirement without its standard, and what was seen. */
export interface Breach {
  readonly rule: string;
  readonly text: string;
}

export interface Seen {
  readonly peek: (name: string) => string;
  /** Names set in this session, and those set since the last commit. */
  readonly inSession: ReadonlySet<string>;
  readonly sinceCommit: ReadonlySet<string>;
}

const NAMES = {
  scorm12: { score: 'cmi.core.score', exit: 'cmi.core.exit', time: 'cmi.core.session_time' },
  scorm2004: { score: 'cmi.score', exit: 'cmi.exit', time: 'cmi.session_time' },
} as const;

/** Better states are higher; what is reached is never given back. */
const RANKS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'cmi.core.lesson_status': { browsed: 0, incomplete: 0, completed: 1, passed: 2 },
  'cmi.completion_status': { unknown: 0, 'not attempted': 0, incomplete: 1, completed: 2 },
  'cmi.success_status': { unknown: 0, passed: 1 },
};
const RISING = ['cmi.core.score.raw', 'cmi.score.raw', 'cmi.score.scaled', 'cmi.progress_measure'];

/** Judges one value at the moment it is set; `held` is what stood there before. */
export function judgeWrite(name: string, value: string, held: string): Breach[] {
  const ranks = RANKS[name];
  if (ranks && value === 'failed') {
    return [{ rule: 'never-failed', text: `${name} was set to failed, which locks the attempt in some LMSs.` }];
  }
  const lower = ranks
    ? (ranks[value] ?? 0) < (ranks[held] ?? 0)
    : RISING.includes(name) && held !== '' && Number(value) < Number(held);
  return lower ? [{ rule: 'never-lowered', text: `${name} went from ${held} to ${value}.` }] : [];
}

/** Judges everything that stands when it is committed. */
export function judgeCommit(standard: Standard, seen: Seen): Breach[] {
  const { exit, time } = NAMES[standard];
  const breaches: Breach[] = [];
  const left = seen.inSession.has(exit) ? seen.peek(exit) : '';
  if (left !== 'suspend') breaches.push({ rule: 'exit-suspend', text: `${exit} is “${left}” at a commit.` });
  if (!seen.sinceCommit.has(time)) breaches.push({ rule: 'time-with-commit', text: `${time} was not set.` });
  return [...breaches, ...(standard === 'scorm12' ? states12(seen) : states2004(seen))];
}

function states12(seen: Seen): Breach[] {
  const status = seen.peek('cmi.core.lesson_status');
  const earned = status === 'passed' || status === 'completed';
  const stated = earned || status === 'incomplete';
  return [
    ...(stated ? [] : [{ rule: 'status-stated', text: `lesson_status is “${status}” at a commit.` }]),
    ...judgeScore('scorm12', earned, seen),
  ];
}

function states2004(seen: Seen): Breach[] {
  const completion = seen.peek('cmi.completion_status');
  const success = seen.peek('cmi.success_status');
  const progress = seen.peek('cmi.progress_measure');
  const state = `${completion}, ${success}, progress “${progress}”`;
  const earned = completion === 'completed';
  const stated = earned || completion === 'incomplete';
  const agree = progress !== '' && earned === (Number(progress) === 1) && earned === (success === 'passed');
  return [
    ...(stated ? [] : [{ rule: 'status-stated', text: `The attempt is ${state} at a commit.` }]),
    ...(stated && !agree ? [{ rule: 'states-agree', text: `The attempt is ${state} at a commit.` }] : []),
    ...judgeScore('scorm2004', earned, seen),
  ];
}

function judgeScore(standard: Standard, earned: boolean, { peek }: Seen): Breach[] {
  const at = (part: string): string => peek(`${NAMES[standard].score}.${part}`);
  const raw = at('raw');
  if (raw === '') return [];
  const breaches: Breach[] = [];
  if (!earned) breaches.push({ rule: 'score-with-pass', text: `A score of ${raw} was sent before the pass.` });
  const bounded = at('min') === '0' && at('max') === '100' && Number(raw) >= 0 && Number(raw) <= 100;
  const scaled = standard === 'scorm12' || Math.abs(Number(at('scaled') || '-9') - Number(raw) / 100) < 1e-6;
  if (!bounded || !scaled) {
    const text = `The score is ${raw} of ${at('min')} to ${at('max')}, scaled “${at('scaled')}”.`;
    breaches.push({ rule: 'score-bounded', text });
  }
  return breaches;
}

/** Judges a session as it is ended by the content. */
export function judgeTerminate(standard: Standard, seen: Seen): Breach[] {
  const { time } = NAMES[standard];
  const dirty = [...seen.sinceCommit].filter((name) => name !== 'adl.nav.request');
  const request = seen.sinceCommit.has('adl.nav.request') || seen.inSession.has('adl.nav.request');
  return [
    ...(dirty.length > 0 ? [{ rule: 'commit-before-end', text: `${dirty.join(', ')} was never committed.` }] : []),
    ...(seen.inSession.has(time) ? [] : [{ rule: 'time-with-commit', text: `${time} was not set.` }]),
    ...(standard === 'scorm2004' && !request
      ? [{ rule: 'nav-request', text: 'adl.nav.request was not set before Terminate.' }]
      : []),
  ];
}
