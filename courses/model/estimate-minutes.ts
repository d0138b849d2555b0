/** How long a module takes, for its page, its package's metadata, and lint. */
import type { Decision } from './decisions.ts';
import { leadsTo } from './lint/graph.ts';
import { proseIn, wordsOf } from './prose.ts';
import type { Module, Scenario, Scene } from './schema.ts';

/** What adults read silently: 238 words a minute of non-fiction, 260 of fiction (Brysbaert 2019, 190 studies). */
const WORDS_A_MINUTE = 238;
/** Time to think about each decision, besides reading it. */
const SECONDS_A_DECISION = 15;

/** As a page says it: whole minutes. */
export const estimateMinutes = (module: Module): number => Math.round(minutesOf(module));

/**
 * Minutes, halfway between the shortest and the longest way through every story. Counted is all that stands open to be
 * read, once: the scenes of the way, what is asked, one consequence, and in looking back the tension, what stays to be
 * judged and the question for supervision. Of what may follow an answer one learner reads one consequence, and after
 * `choose` one reason, so these count by their mean; the reasons of items that were ticked, marked or put in order are
 * all shown. Not counted is what is told a second time in looking back (decisions, consequences and the ending), and
 * what opens only on request: the text of clauses and the glossary. Within a minute or two of the mean of random walks.
 */
export function minutesOf(module: Module): number {
  const opening = words([module.question, module.summary, ...module.outcomes]);
  return module.scenarios.map(secondsOf).reduce((sum, one) => sum + one, secondsToRead(opening)) / 60;
}

const secondsToRead = (count: number): number => (count * 60) / WORDS_A_MINUTE;
const words = (texts: readonly string[]): number => texts.reduce((sum, one) => sum + wordsOf(one).length, 0);

function secondsOf(scenario: Scenario): number {
  const { title, setting, summary, you, touchesOn = '', tension, judgement, supervision } = scenario;
  const around = words([title, setting, summary, you, touchesOn, tension.text, judgement, supervision]);
  const way = fromScene(scenario, scenario.scenes[0]?.id, new Map());
  return secondsToRead(around) + (way.min + way.max) / 2;
}

interface Way {
  readonly min: number;
  readonly max: number;
}
const NOTHING: Way = { min: 0, max: 0 };

/** Seconds from a scene to an ending. A scene that is met again on the same way (which lint refuses) adds nothing. */
function fromScene(scenario: Scenario, id: string | undefined, known: Map<string, Way>): Way {
  const scene = scenario.scenes.find((one) => one.id === id);
  if (!scene) return NOTHING;
  const found = known.get(scene.id);
  if (found) return found;
  known.set(scene.id, NOTHING);
  const here = secondsIn(scene);
  const onward = leadsTo(scene).map((next) => fromScene(scenario, next, known));
  const way = {
    min: here + Math.min(...(onward.length === 0 ? [0] : onward.map((one) => one.min))),
    max: here + Math.max(0, ...onward.map((one) => one.max)),
  };
  known.set(scene.id, way);
  return way;
}

const secondsIn = (scene: Scene): number => secondsToRead(wordsIn(scene)) + (scene.decision ? SECONDS_A_DECISION : 0);

const wordsUnder = (value: unknown): number => words(proseIn(value).map((one) => one.text));

/** What one learner reads of a scene. Blocks on a condition count by half. */
function wordsIn({ title, blocks = [], decision, ending }: Scene): number {
  const always = blocks.filter((one) => one.when === undefined);
  const sometimes = blocks.filter((one) => one.when !== undefined);
  const told = words([title]) + wordsUnder(always) + wordsUnder(sometimes) / 2 + wordsUnder(ending);
  return told + (decision ? wordsInDecision(decision) : 0);
}

function wordsInDecision(decision: Decision): number {
  const all = wordsUnder(decision);
  if (decision.kind === 'choose') {
    const after = words(decision.choices.flatMap((one) => [one.consequence, one.reason]));
    return all - after + after / decision.choices.length;
  }
  if (decision.kind === 'weigh') {
    const after = [decision, ...decision.between].map((one) => one.consequence ?? '');
    return all - (words(after) * 2) / 3;
  }
  if (!('bands' in decision)) return all;
  const after = wordsUnder(decision.bands);
  return all - after + after / decision.bands.length;
}
