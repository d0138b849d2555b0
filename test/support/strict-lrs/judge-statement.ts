/** What each statement has to be by itself, whatever came before it (cmi5 9). */
import { isDeepStrictEqual } from 'node:util';
import type { Breach, Heard, Session } from './record.ts';

export const ADL = 'http://adlnet.gov/expapi/verbs/';
const DEFINED = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories/';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DURATION = /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;

export interface AtLaunch {
  readonly actor: unknown;
  readonly activityId: string;
}

/** `completed` of http://adlnet.gov/expapi/verbs/completed; of other verbs the whole id. */
export const verbOf = ({ verb }: Heard): string => String(verb?.id ?? '').replace(ADL, '');

export const isDefined = (statement: Heard): boolean => DEFINED.includes(verbOf(statement));

export function judgeStatement(one: Heard, session: Session, launch: AtLaunch): Breach[] {
  return [
    ...judgeForm(one, launch),
    ...judgeContext(one, session),
    ...judgeResult(one, session),
    ...judgeAnswered(one),
  ];
}

function judgeForm(one: Heard, { actor, activityId }: AtLaunch): Breach[] {
  const breaches: Breach[] = [];
  if (typeof one.id !== 'string' || !UUID.test(one.id)) breaches.push(['statement-id', `The id is ${one.id}.`]);
  if (!isDeepStrictEqual(one.actor, actor)) breaches.push(['actor', 'The actor is not the one of the launch.']);
  if (typeof one.verb?.id !== 'string' || !URL.canParse(one.verb.id)) breaches.push(['verb', 'The verb has no IRI.']);
  const object = String(one.object?.id ?? '');
  const isRight = isDefined(one) ? object === activityId : object.startsWith(`${activityId}/`);
  if (!isRight) breaches.push(['object', `The object is ${object}.`]);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(one.timestamp))) {
    breaches.push(['timestamp', `The timestamp is ${one.timestamp}.`]);
  }
  return breaches;
}

function judgeContext(one: Heard, { registration, contextTemplate }: Session): Breach[] {
  const { context = {}, result = {} } = one;
  const breaches: Breach[] = [];
  if (context.registration !== registration) {
    breaches.push(['registration', `The registration is ${context.registration}.`]);
  }
  if (!holds(context, contextTemplate)) breaches.push(['context-template', 'A part of the template is missing.']);
  const category = [context.contextActivities?.category ?? []].flat().map((activity) => Object(activity).id);
  if (category.includes(`${CATEGORIES}cmi5`) !== isDefined(one)) {
    breaches.push(['category', `A statement “${verbOf(one)}” has the categories ${category.join(', ') || 'none'}.`]);
  }
  const moves = isDefined(one) && (result.success !== undefined || result.completion !== undefined);
  if (category.includes(`${CATEGORIES}moveon`) !== moves) {
    breaches.push(['moveon-category', `A statement “${verbOf(one)}” has the categories ${category.join(', ')}.`]);
  }
  return breaches;
}

/** Whether everything in the template stands in the context: lists have all its entries, and perhaps more. */
function holds(context: unknown, template: unknown): boolean {
  if (Array.isArray(template)) {
    return Array.isArray(context) && template.every((one) => context.some((other) => isDeepStrictEqual(other, one)));
  }
  if (typeof template !== 'object' || template === null) return context === template;
  return Object.entries(template).every(([name, value]) => holds(Object(context)[name], value));
}

function judgeResult(one: Heard, { masteryScore }: Session): Breach[] {
  if (!isDefined(one)) return [];
  const verb = verbOf(one);
  const { score, success, completion, duration } = one.result ?? {};
  const breaches: Breach[] = [];
  if (completion !== (verb === 'completed' ? true : undefined)) {
    breaches.push(['completion', `A statement “${verb}” says completion ${completion}.`]);
  }
  if (success !== (verb === 'passed' ? true : verb === 'failed' ? false : undefined)) {
    breaches.push(['success', `A statement “${verb}” says success ${success}.`]);
  }
  const isTimed = duration === undefined ? verb === 'initialized' : DURATION.test(String(duration));
  if (!isTimed) breaches.push(['duration', `A statement “${verb}” has the duration ${duration}.`]);
  if (score !== undefined && verb !== 'passed' && verb !== 'failed') {
    breaches.push(['score-with-pass', `A statement “${verb}” has a score.`]);
  } else if (score !== undefined) breaches.push(...judgeScore(one, score, masteryScore));
  return breaches;
}

function judgeScore({ context }: Heard, score: Readonly<Record<string, unknown>>, mark: number | undefined): Breach[] {
  const { scaled, raw, min, max } = score;
  const breaches: Breach[] = [];
  const isScaled = typeof scaled === 'number' && scaled >= 0 && scaled <= 1;
  const isRaw = [raw, min, max].every(Number.isInteger) && Number(raw) >= Number(min) && Number(raw) <= Number(max);
  if (!isScaled || !isRaw) breaches.push(['score-bounded', `The score is ${JSON.stringify(score)}.`]);
  const judged = mark === undefined || (Number(scaled) >= mark && context?.extensions?.[MASTERY] === mark);
  if (!judged)
    breaches.push(['mastery-score', `The score ${scaled} passed under the mark ${mark}, or does not name it.`]);
  return breaches;
}

function judgeAnswered(one: Heard): Breach[] {
  if (verbOf(one) !== 'answered') return [];
  const { type, interactionType, choices } = one.object?.definition ?? {};
  const ids = [choices ?? []].flat().map((choice) => Object(choice).id);
  const given = String(one.result?.response ?? '').split('[,]');
  const isRight =
    type === 'http://adlnet.gov/expapi/activities/cmi.interaction' &&
    ['choice', 'sequencing'].includes(String(interactionType)) &&
    typeof one.result?.success === 'boolean' &&
    given.every((id) => ids.includes(id));
  return isRight
    ? []
    : [['interaction', `An answer ${one.result?.response} was given to ${interactionType} of ${ids}.`]];
}
