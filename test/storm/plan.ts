/** What a seed stands for: a format, a package, the decisions of one learner, and everything that goes wrong meanwhile. */
import { answersTo } from '../../courses/model/answers.ts';
import type { Content } from '../../courses/model/content.ts';
import { decisionAt, type State, start, step } from '../../courses/model/engine.ts';
import type { Token } from '../../courses/model/path.ts';
import type { Scenario } from '../../courses/model/schema.ts';
import { tinyContent } from '../support/tiny-course.ts';
import { twoModules } from '../support/two-modules.ts';
import { FORMATS, type Format } from './formats.ts';
import { type Dice, diceOf } from './seeded.ts';

/** One decision as the learner meets it. */
export interface Decided {
  readonly scenario: string;
  /** The question, word for word: how the learner knows which one it is. */
  readonly ask: string;
  readonly token: Token;
}

/** What happens between two decisions. */
export type Mishap =
  | 'a pause'
  | 'reload'
  | 'reload the frame'
  | 'close'
  | 'the tab dies'
  | 'the frame is removed'
  | 'offline'
  | 'a second window, and on in that one'
  | 'a second window, and on in the first'
  | 'a look in review mode'
  | 'an update'
  | 'the record is emptied';

export interface Plan {
  readonly seed: number;
  readonly format: Format;
  readonly content: Content;
  /** What an update brings: the same decisions under other words, so that nobody may notice more than that. */
  readonly updated: Content;
  readonly decisions: readonly Decided[];
  /** By the number of decisions before it. */
  readonly mishaps: ReadonlyMap<number, Mishap>;
  /** Drives what is drawn while the run goes on: how long it is offline, which calls of a launch fail. */
  readonly dice: Dice;
}

const MISHAPS: readonly Mishap[] = [
  'a pause',
  'a pause',
  'reload',
  'reload the frame',
  'close',
  'the tab dies',
  'the frame is removed',
  'offline',
  'offline',
  'a second window, and on in that one',
  'a second window, and on in the first',
  'a look in review mode',
  'an update',
  'the record is emptied',
];

/** A package that is all of its page has no frame. */
const IN_WINDOW = MISHAPS.filter((one) => !one.includes('frame'));

export function planOf(seed: number): Plan {
  const dice = diceOf(seed);
  // In turn, so that any 200 seeds have as many of each.
  const format = FORMATS[seed % FORMATS.length];
  if (!format) throw new Error('There are no formats.');
  const content = dice.chance(0.3) ? twoModules : tinyContent;
  const decisions = decide(content, dice);
  const mishaps = new Map<number, Mishap>();
  for (let before = 0; before <= decisions.length; before += 1) {
    if (dice.chance(0.4)) mishaps.set(before, dice.pick(format.fillsWindow ? IN_WINDOW : MISHAPS));
  }
  const updated = { ...content, course: { ...content.course, promise: `${content.course.promise} In other words.` } };
  return { seed, format, content, updated, decisions, mishaps, dice };
}

/** Every story once, and one of them again in half of the runs. */
function decide(content: Content, dice: Dice): Decided[] {
  const scenarios = content.modules.flatMap((one) => one.scenarios);
  const stories = dice.chance(0.5) ? [...scenarios, dice.pick(scenarios)] : scenarios;
  return stories.flatMap((one) => walk(one, dice));
}

function walk(scenario: Scenario, dice: Dice): Decided[] {
  const decided: Decided[] = [];
  let state: State = start(scenario);
  // Half of the learners do well, so that passes, and what follows them, are common.
  const well = dice.chance(0.5);
  for (let decision = decisionAt(state); decision; decision = decisionAt(state)) {
    const answers = answersTo(decision, state.flags);
    const scored = answers.map((answer) => ({ answer, points: step(state, answer).steps.at(-1)?.judged.points ?? 0 }));
    const best = Math.max(...scored.map((one) => one.points));
    const { answer } = dice.pick(well ? scored.filter((one) => one.points === best) : scored);
    const asksHowSure = 'confidence' in decision && decision.confidence === true;
    const given = asksHowSure && dice.chance(0.5) ? { ...answer, confidence: dice.roll(3) + 1 } : answer;
    decided.push({ scenario: scenario.id, ask: decision.ask, token: { decision: decision.id, ...given } });
    state = step(state, given);
  }
  return decided;
}
