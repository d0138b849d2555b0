/** Hands the attempt to the LMS until it is taken, and knows at every moment whether it was. */
import { encodePath } from '../../courses/model/path.ts';
import type { Attempt } from './attempt.ts';
import type { Kept } from './kept.ts';
import type { Decided, Lms, Taken } from './lms/lms.ts';

/** `without-pass`: the LMS has the decisions, and not the pass. `lost-here`: neither the LMS nor this browser has it. */
export type SaveState = 'saved' | 'saving' | 'without-pass' | 'unsaved' | 'lost-here' | 'nothing-recorded';

export interface Saving {
  /** The attempt that this sitting goes on with. It is saved here where the LMS does not have it yet. */
  open(attempt: Attempt, save: boolean): void;
  save(attempt: Attempt, decided?: Decided): void;
  /** Saves what waits, now: for LMSs that are back. */
  flush(): void;
  /** Saves all again, now: for pages that may be about to disappear, so that the time spent counts as well. */
  again(): void;
  /** Saves all again and ends the session, once. The answer is when the LMS has heard of it. */
  end(): Promise<void> | undefined;
  state(): SaveState;
}

export interface SavingParts {
  readonly lms: Lms;
  readonly kept: Kept;
  /** False where the answer "true" means nothing: LMSs were seen to say it while the browser was offline. */
  readonly online: () => boolean;
  readonly changed: (state: SaveState) => void;
  /** Runs `work` later; the answer cancels it. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

const FIRST_RETRY = 2000;
const LAST_RETRY = 60_000;
/** A page that disappears has no later: an LMS that refuses is asked again at once, so often in all. */
const LAST_TRIES = 3;

export function createSaving({ lms, kept, online, changed, later }: SavingParts): Saving {
  let latest: Attempt | undefined;
  let waiting: Attempt | undefined;
  let state: SaveState = lms.mode === 'normal' ? 'saved' : 'nothing-recorded';
  let retry = FIRST_RETRY;
  let cancel: (() => void) | undefined;
  let ended = false;
  /** It has refused once: Moodle’s 1.2 then answers "true" to the same values and does not send them. */
  let doubtful = false;

  const show = (next: SaveState): void => {
    if (next === state) return;
    state = next;
    changed(next);
  };
  const isReachable = (): boolean => lms.kind === 'alone' || online();
  const plan = (milliseconds: number): void => {
    cancel?.();
    cancel = later(flush, milliseconds);
  };

  function flush(last = false): void {
    if (!waiting || ended) return;
    const attempt = waiting;
    const path = encodePath(attempt.replayed.path);
    // Other windows of the same learner hear of it, so that none of them puts the record back; and the page may be gone
    // before there is an answer.
    const here = lms.kind === 'lms' && kept.write(path);
    const reachable = isReachable();
    // Offline an LMS may say that it has what it then forgets. It is asked all the same where there is no later.
    const answer = (reachable || last) && lms.save({ path, outcome: attempt.outcome });
    if (typeof answer !== 'object') {
      doubtful ||= reachable && !answer;
      settle(attempt, answer, here);
      return;
    }
    cancel?.();
    void answer.then((taken) => settle(attempt, taken, here));
  }

  function settle(attempt: Attempt, answer: Taken, here: boolean): void {
    // A later one is on its way, and says all that this one did.
    if (attempt !== waiting) return;
    const taken = isReachable() && answer;
    // Otherwise the next launch sees whether it is there.
    if (taken && !doubtful) kept.clear(attempt.replayed.path.nonce);
    if (taken === true) {
      waiting = undefined;
      retry = FIRST_RETRY;
      cancel?.();
      show('saved');
      return;
    }
    show(taken || (here ? 'unsaved' : 'lost-here'));
    plan(retry);
    retry = Math.min(retry * 2, LAST_RETRY);
  }

  const again = (last = false): void => {
    // A browser keeps no session time, and another tab may have gone further meanwhile.
    if (lms.kind === 'lms') waiting = latest;
    flush(last);
  };

  const save = (attempt: Attempt, decided?: Decided): void => {
    if (lms.mode !== 'normal' || ended) return;
    latest = attempt;
    waiting = attempt;
    if (decided) lms.answered(decided);
    show('saving');
    // After the next paint: a commit may hold the page for most of a second, and the learner has just decided.
    plan(0);
  };

  return {
    open: (attempt, needed) => {
      if (needed) save(attempt);
      else if (lms.mode === 'normal') latest = attempt;
      if (waiting) waiting = attempt;
    },
    save,
    flush,
    again,
    end: () => {
      if (ended) return undefined;
      again(true);
      for (let tries = 1; waiting && lms.kind === 'lms' && tries < LAST_TRIES; tries += 1) flush(true);
      ended = true;
      cancel?.();
      return lms.end();
    },
    state: () => state,
  };
}
