/** The statements of a session: those that cmi5 defines (9.3), and one for each decision where they are asked for. */
import { isScored, offered, serves } from '../../../courses/model/judge.ts';
import type { Decided } from '../lms/lms.ts';
import { duration2004 } from '../lms/times.ts';
import type { Context, LaunchData, LaunchQuery } from './launch.ts';

export interface Statement {
  readonly id: string;
  readonly timestamp: string;
  readonly actor: unknown;
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: { readonly id: string };
  readonly context: Context;
  readonly result?: Result;
}

interface Result {
  readonly completion?: true;
  readonly success?: boolean;
  readonly score?: { readonly scaled: number; readonly raw: number; readonly min: 0; readonly max: 100 };
  readonly response?: string;
  readonly duration?: string;
}

type Verb = 'initialized' | 'completed' | 'passed' | 'terminated' | 'answered';
export type Earned = 'completed' | 'passed';

export const verbId = (verb: Verb): string => `http://adlnet.gov/expapi/verbs/${verb}`;
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

export type Maker = ReturnType<typeof statementMaker>;

export function statementMaker(query: LaunchQuery, { contextTemplate, masteryScore }: LaunchData) {
  const make = (verb: Verb, object: { id: string }, result: Result | undefined, context: Context): Statement => ({
    id: uuid(),
    timestamp: new Date().toISOString(),
    actor: query.actor,
    verb: { id: verbId(verb), display: { en: verb } },
    object,
    context: { ...contextTemplate, ...context, registration: query.registration },
    ...(result && { result }),
  });
  const defined = (verb: Exclude<Verb, 'answered'>, result?: Result, extensions?: Context['extensions']): Statement => {
    const { contextActivities } = contextTemplate;
    const ours = result?.success === undefined && !result?.completion ? ['cmi5'] : ['cmi5', 'moveon'];
    const category = [contextActivities?.category ?? [], ours.map((one) => ({ id: CATEGORY + one }))].flat();
    return make(verb, { id: query.activityId }, result, {
      contextActivities: { ...contextActivities, category },
      // Nothing of the LMS's is overwritten (10).
      ...(extensions && { extensions: { ...extensions, ...contextTemplate.extensions } }),
    });
  };
  return {
    initialized: () => defined('initialized'),
    terminated: (seconds: number) => defined('terminated', { duration: duration2004(seconds) }),
    completed: (seconds: number) => defined('completed', { completion: true, duration: duration2004(seconds) }),
    /** @param percent undefined where no score is to be reported */
    passed: (seconds: number, percent: number | undefined) =>
      defined(
        'passed',
        {
          success: true,
          ...(percent !== undefined && { score: { scaled: percent / 100, raw: percent, min: 0, max: 100 } }),
          duration: duration2004(seconds),
        },
        percent !== undefined && masteryScore !== undefined ? { [MASTERY]: masteryScore } : undefined,
      ),
    answered: (decided: Decided) => answered(make, query, decided),
  };
}

/** "cmi5 allowed" (7.1.3): the LMS's context, and no category of cmi5. Undefined where there is no right or wrong. */
function answered(
  make: (verb: Verb, object: { id: string }, result: Result, context: Context) => Statement,
  { activityId }: LaunchQuery,
  { scenario, step, seconds }: Decided,
): Statement | undefined {
  const { decision, answer, flags, judged } = step;
  if (!isScored(decision)) return undefined;
  const english = (text: string) => ({ 'en-GB': text });
  const definition = {
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    interactionType: decision.kind === 'order' ? 'sequencing' : 'choice',
    description: english(decision.ask),
    choices: offered(decision, flags).map(({ id, text }) => ({ id, description: english(text) })),
  };
  const object = { id: `${activityId}/test/${scenario}/question/${decision.id}`, definition };
  const success = judged.rating !== undefined && serves({ rating: judged.rating });
  return make(
    'answered',
    object,
    { response: answer.chosen.join('[,]'), success, duration: duration2004(seconds) },
    {},
  );
}

/** Version 4, as cmi5 asks for (9.1). `crypto.randomUUID` is missing where an LMS is served without TLS. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return ([4, 6, 8, 10].includes(at) ? '-' : '') + marked.toString(16).padStart(2, '0');
  });
  return hex.join('');
}
