/** cmi5 under the interface of the other standards. What is sent when follows cmi5 9.3 and 10. */
import { type Lms, modeOf, type Report, type Reporting } from '../lms/lms.ts';
import type { Store } from '../storage.ts';
import { deliveryTo } from './delivery.ts';
import { earningOf } from './earning.ts';
import type { Going } from './going.ts';
import { type LaunchData, type LaunchQuery, readLaunch } from './launch.ts';
import { type Log, lrsAt } from './lrs.ts';
import { notesIn } from './notes.ts';
import { placeOf } from './place.ts';
import { createSending, type Sending } from './sending.ts';
import { beginSession } from './session.ts';
import { statementMaker } from './statements.ts';

export interface Cmi5Parts {
  readonly query: LaunchQuery;
  readonly reporting: Reporting;
  /** Seconds since the launch. */
  readonly seconds: () => number;
  readonly tab: Store;
  readonly going: Going;
  readonly log: Log;
}

/** Undefined where the LMS opens no session, or has ended the one that this page belongs to. */
export async function openCmi5(parts: Cmi5Parts): Promise<Lms | undefined> {
  const { query, reporting } = parts;
  const session = await beginSession(query, parts.tab, parts.log);
  if (!session || session.now().over) return undefined;
  const lrs = lrsAt(query.endpoint, session.now().token, parts.log);
  const found = await readLaunch(lrs, query);
  if (!found) return undefined;
  const { data } = found;
  const make = statementMaker(query, data);
  const delivery = deliveryTo(lrs, query, session);
  const place = placeOf(lrs, query, found.place);
  if (session.now().began === undefined) {
    session.set({ began: Date.now() });
    delivery.add(make.initialized());
  }
  const mode = modeOf((data.launchMode ?? '').toLowerCase());
  const [earning] = await Promise.all([
    earningOf({ delivery, make, score: reporting.score, noted: place.found.earned }),
    delivery.flush(),
  ]);
  if (mode === 'normal') await earning.begin();
  const sending = createSending({ ...parts, session, make, delivery, place, earning });
  // Only where something may be written is there anything to note.
  const notes = mode === 'normal' ? { notes: notesIn(lrs, query, sending) } : {};
  return { ...lmsOf({ parts, data, mode, path: place.found.path, sending }), ...notes };
}

interface Opened {
  readonly parts: Cmi5Parts;
  readonly data: LaunchData;
  readonly mode: Lms['mode'];
  readonly path: string;
  readonly sending: Sending;
}

function lmsOf({ parts: { query, reporting }, data, mode, path, sending }: Opened): Lms {
  const { homePage = '', name = '' } = query.actor.account ?? {};
  const returnUrl = safeUrl(data.returnURL);
  const { masteryScore } = data;
  return {
    kind: 'lms',
    refused: false,
    path,
    mode,
    learner: name && `${homePage} ${name}`,
    save: (report: Report) => sending.save(report),
    answered: (decided) => {
      if (reporting.interactions) sending.answered(decided);
    },
    receipt: sending.receipt,
    end: sending.end,
    ...(returnUrl !== undefined && { returnUrl }),
    // What is passed is judged by the LMS's mark where it has one (10); it has four decimals at most.
    ...(typeof masteryScore === 'number' && { passMark: Math.round(masteryScore * 10_000) / 100 }),
  };
}

/** An address of a page, and nothing that would run as a script here. */
function safeUrl(text: string | undefined): string | undefined {
  return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}
