/** One session's sending: each save when its turn comes, and all that is left at once where the page is about to go. */
import type { Decided, Receipt, Report } from '../lms/lms.ts';
import type { Delivery } from './delivery.ts';
import type { Earning } from './earning.ts';
import type { Going } from './going.ts';
import type { Answer } from './lrs.ts';
import type { Place, PlaceRecord } from './place.ts';
import type { Session } from './session.ts';
import type { Maker } from './statements.ts';

export interface Sending {
  /** True at once where the LMS has it all already. */
  save(report: Report): boolean | Promise<boolean>;
  answered(decided: Decided): void;
  receipt(): Receipt | undefined;
  /** Asks the LMS for something else while the session lasts, and has the end wait for it; undefined once it ends. */
  within(ask: () => Promise<Answer>): Promise<Answer> | undefined;
  /** Resolves when the LMS has answered, or has had its time. */
  end(): Promise<void>;
}

export interface SendingParts {
  readonly seconds: () => number;
  readonly going: Going;
  readonly session: Session;
  readonly make: Maker;
  readonly delivery: Delivery;
  readonly place: Place;
  readonly earning: Earning;
}

/** How long a learner who leaves is kept waiting for the LMS's answers: to the path, and to all of it. */
const FOR_PATH = 2000;
const LEAVING = 4000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export function createSending(parts: SendingParts): Sending {
  const { seconds, session, make, delivery, place, earning } = parts;
  let latest: Report | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let ending: Promise<void> | undefined;
  let aside: Promise<unknown> | undefined;

  const spent = (): number => Math.round(place.found.seconds + seconds());
  const recordOf = ({ path, outcome }: Report): PlaceRecord => ({
    path,
    // What is noted is taken for said by an LMS that nobody may read.
    earned: outcome.passed ? earning.ids() : place.found.earned,
    seconds: spent(),
  });
  const isDone = (report: Report): boolean =>
    delivery.isEmpty() && place.holds(recordOf(report)) && (!report.outcome.passed || earning.isDone());

  async function commit(report: Report): Promise<boolean> {
    // A later one says all that this one would.
    if (latest?.path !== report.path) return false;
    const { passed } = report.outcome;
    const begun = ending || (await delivery.flush());
    const named = !passed || ending || (await earning.begin());
    const kept = ending || place.holds(recordOf(report)) || (await place.put(recordOf(report)));
    // Never a pass without the path that proves it, and nothing before the session's first word.
    if (!ending && passed && begun && named && kept) await earning.send(report, spent());
    await ending;
    return isDone(report);
  }

  async function finish(stays: boolean): Promise<void> {
    const began = session.now().began ?? Date.now();
    // Of what a page that goes sends at once anything may arrive first, and an LMS that hears "terminated" before the
    // place may refuse the place (8.2): of 120 closings on a busy machine 3 came in that order. So the session stays
    // open for the place, and the next launch finds it abandoned (9.3.6), which costs nobody a decision.
    // The same goes for a “passed” that is on its way still, which “terminated” may overtake.
    const isSent = latest === undefined || place.isSent(recordOf(latest));
    const isLate = parts.going.isGone() && (!isSent || delivery.isUnderway());
    const isEnd = !stays && !isLate;
    // Where a page dies offline nothing of it arrives, and the session can go on if it is opened again.
    if (isEnd) session.set({ over: navigator.onLine });
    const kept = latest && place.putLast(recordOf(latest));
    // After the last word an LMS may take nothing more. A page that goes has no time to wait, not even for a microtask:
    // an LMS that removes the frame does so in the midst of its own script.
    if (!parts.going.isGone()) {
      const sent = Promise.all([kept, aside, delivery.settled()]);
      await Promise.race([sent, parts.going.gone, pause(FOR_PATH)]);
    }
    const earned = latest ? earning.due(latest, spent()) : [];
    const terminated = isEnd ? [make.terminated(Math.max(0, (Date.now() - began) / 1000))] : [];
    await Promise.all([kept, delivery.finish([...earned, ...terminated])]);
  }

  return {
    save: (report) => {
      latest = report;
      if (isDone(report)) return true;
      const answer = turn.then(() => commit(report));
      turn = answer;
      return answer;
    },
    answered: (decided) => {
      const statement = make.answered(decided);
      if (statement) delivery.add(statement);
    },
    receipt: earning.receipt,
    within: (ask) => {
      if (ending) return undefined;
      const answer = ask();
      aside = answer;
      return answer;
    },
    end: () => {
      ending ??= Promise.race([finish(parts.going.isReload()), pause(LEAVING)]);
      return ending;
    },
  };
}
