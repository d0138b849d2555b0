/** What a statement may be after those that came before it, in its session and in its registration (cmi5 9.3, 10). */
import { isDefined, verbOf } from './judge-statement.ts';
import type { Breach, Heard, Session } from './record.ts';

export interface Before {
  readonly session: Session;
  /** Every statement of the registration so far. */
  readonly registration: readonly Heard[];
}

export function judgeOrder(one: Heard, { session, registration }: Before): Breach[] {
  const verb = verbOf(one);
  const said = (statements: readonly Heard[]): boolean => statements.some((other) => verbOf(other) === verb);
  const breaches: Breach[] = [];
  if (session.over) breaches.push(['terminated-last', `“${verb}” came after the session was terminated.`]);
  else breaches.push(...judgeFirst(verb, session));
  if (verb === 'failed') breaches.push(['never-failed', 'A statement “failed” came.']);
  if (verb === 'completed' && said(registration)) breaches.push(['completed-once', '“completed” came again.']);
  if (verb === 'passed' && said(registration)) breaches.push(['passed-once', '“passed” came again.']);
  const [last] = session.statements.slice(-1);
  if (last && String(one.timestamp) < String(last.timestamp)) {
    breaches.push(['timestamp-order', `“${verb}” is dated before “${verbOf(last)}”, which came first.`]);
  }
  const isQuiet = session.mode !== 'Normal' && !['initialized', 'terminated'].includes(verb);
  if (isQuiet) breaches.push(['launch-mode', `“${verb}” was said in the mode ${session.mode}.`]);
  return breaches;
}

function judgeFirst(verb: string, session: Session): Breach[] {
  const isFirst = session.statements.length === 0;
  const breaches: Breach[] = [];
  if (!session.launchDataRead) breaches.push(['launch-data-read', 'A statement came before LMS.LaunchData was read.']);
  if (!session.preferencesRead) breaches.push(['preferences-read', 'The learner’s preferences were not asked for.']);
  if (verb === 'initialized' && !isFirst) breaches.push(['initialized-once', '“initialized” came again.']);
  if (verb !== 'initialized' && isFirst) breaches.push(['initialized-first', `“${verb}” came first.`]);
  return breaches;
}

/** Whether the LMS calls the AU satisfied (13.1.4). */
export function isSatisfied(moveOn: string, registration: readonly Heard[]): boolean {
  const said = (verb: string): boolean => registration.some((one) => isDefined(one) && verbOf(one) === verb);
  if (moveOn === 'Passed' || moveOn === 'Completed') return said(moveOn.toLowerCase());
  if (moveOn === 'CompletedOrPassed') return said('completed') || said('passed');
  return moveOn === 'NotApplicable' || (said('completed') && said('passed'));
}
