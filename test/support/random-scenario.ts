/**
 * Random stories that hang together, for property tests: scenes only lead to later ones, the last ends, every list of
 * ways has an unconditional last, every decision has bands from 0. Flags switch choices and ways.
 */
import fc from 'fast-check';
import type { Choice, Decision, Goto, Item, Rating } from '../../courses/model/decisions.ts';
import type { Scenario, Scene } from '../../courses/model/schema.ts';
import { choice, ends, item, storyOf } from './story.ts';

const FLAGS = ['told', 'hid', 'late'];

export interface Size {
  /** Scenes before the last ending. */
  readonly scenes: number;
  readonly options: number;
}

export const SMALL: Size = { scenes: 5, options: 3 };
export const LARGE: Size = { scenes: 24, options: 6 };

export function randomScenario(size: Size = SMALL): fc.Arbitrary<Scenario> {
  return fc
    .integer({ min: 2, max: size.scenes })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => sceneAt(index, count, size))))
    .map((scenes) => storyOf([...scenes, ends(`n${scenes.length}`)], { id: 'rand' }));
}

function sceneAt(index: number, count: number, size: Size): fc.Arbitrary<Scene> {
  const later = gotoOf(index + 1, count);
  const asking = decisionOf(index, later, size).map(
    (decision): Scene => ({ id: `n${index}`, title: 'Asks', decision }),
  );
  const going = later.map((next): Scene => ({ id: `n${index}`, title: 'Goes on', next }));
  const ending = fc.constant(ends(`n${index}`, 'mixed'));
  if (index === 0) return asking;
  return fc.oneof({ weight: 6, arbitrary: asking }, { weight: 2, arbitrary: going }, { weight: 1, arbitrary: ending });
}

/** A few scenes ahead, so that ways are long and meet again. */
function gotoOf(from: number, count: number): fc.Arbitrary<Goto> {
  const scene = fc.integer({ min: from, max: Math.min(from + 2, count) }).map((at) => `n${at}`);
  const list = fc
    .tuple(condition, scene, scene)
    .map(([when, first, last]): Goto => [{ when, scene: first }, { scene: last }]);
  return fc.oneof({ weight: 3, arbitrary: scene }, { weight: 1, arbitrary: list });
}

const condition = fc.tuple(fc.boolean(), fc.constantFrom(...FLAGS)).map(([not, flag]) => (not ? `not ${flag}` : flag));
const set = fc.option(
  fc.constantFrom(...FLAGS).map((flag) => [flag]),
  { nil: undefined },
);
const rating = fc.constantFrom<Rating>('strong', 'sound', 'risky', 'harmful');
/** The first two are always offered. */
const whenOf = (index: number): fc.Arbitrary<string | undefined> =>
  index < 2 ? fc.constant(undefined) : fc.option(condition, { nil: undefined });

function decisionOf(index: number, later: fc.Arbitrary<Goto>, size: Size): fc.Arbitrary<Decision> {
  const id = `d${index}`;
  const ask = 'What now?';
  const options = fc.integer({ min: 3, max: size.options });
  const confidence = fc.constantFrom({}, { confidence: true });
  const choices = fc
    .integer({ min: 2, max: Math.min(5, size.options) })
    .chain((count) => listOf(count, choiceAt(later)));
  const items = options.chain((count) => listOf(count, itemAt));
  const bands = fc.tuple(later, later, set).map(([high, low, flags]) => [
    { from: 60, consequence: 'High.', to: high, ...(flags && { set: flags }) },
    { from: 0, consequence: 'Low.', to: low },
  ]);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(choices, confidence)
        .map(([all, sure]): Decision => ({ kind: 'choose', id, ask, choices: all, ...sure })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(items, bands, confidence)
        .map(([all, list, sure]): Decision => ({ kind: 'select', id, ask, choices: all, bands: list, ...sure })),
    },
    { weight: 1, arbitrary: orderOf(id, items, bands) },
    {
      weight: 1,
      arbitrary: later.map((to): Decision => ({ kind: 'weigh', id, ask, between: PULLS, consequence: 'So.', to })),
    },
    { weight: 1, arbitrary: later.map((to): Decision => ({ kind: 'write', id, ask, to })) },
  );
}

const PULLS: Extract<Decision, { kind: 'weigh' }>['between'] = [
  { standard: '2.2', pull: 'Privacy' },
  { standard: '5.6', pull: 'Trust' },
];

const listOf = <T>(count: number, at: (index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length: count }, (_, index) => at(index)));

const choiceAt =
  (later: fc.Arbitrary<Goto>) =>
  (index: number): fc.Arbitrary<Choice> =>
    fc
      .record({ rated: rating, to: later, flags: set, when: whenOf(index) })
      .map(({ rated, to, flags, when }) =>
        choice(`c${index}`, rated, to, { ...(flags && { set: flags }), ...(when !== undefined && { when }) }),
      );

const itemAt = (index: number): fc.Arbitrary<Item> =>
  fc
    .record({ rated: rating, when: whenOf(index) })
    .map(({ rated, when }) => item(`i${index}`, rated, when === undefined ? {} : { when }));

function orderOf(
  id: string,
  items: fc.Arbitrary<Item[]>,
  bands: fc.Arbitrary<Extract<Decision, { kind: 'order' }>['bands']>,
): fc.Arbitrary<Decision> {
  return fc.tuple(items, bands).map(([all, list]): Decision => {
    const choices = all.slice(0, 5);
    const order = choices.map((one) => one.id).reverse();
    return { kind: 'order', id, ask: 'In which order?', choices, order, bands: list };
  });
}

/** Numbers from which a walk takes its turns. */
export const turns: fc.Arbitrary<number[]> = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
