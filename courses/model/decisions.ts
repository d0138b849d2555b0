/** What a scene may ask. Scores are those of `judge.ts`; tokens those of `path.ts`. */
import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Key, Line, Markdown, ShortId, StandardNumber, When } from './fields.ts';

export const Rating = Type.Union([
  Type.Literal('strong'),
  Type.Literal('sound'),
  Type.Literal('risky'),
  Type.Literal('harmful'),
]);
export type Rating = Static<typeof Rating>;

/** Where the story goes: a scene, or the first of a list whose condition holds (the last has none). */
export const Goto = Type.Union([
  Key,
  Type.Array(Type.Object({ when: Type.Optional(When), scene: Key }, closed), { minItems: 2, maxItems: 4 }),
]);
export type Goto = Static<typeof Goto>;

const SetFlags = Type.Array(Key, { minItems: 1, maxItems: 4, uniqueItems: true });

const choiceFields = {
  id: ShortId,
  text: Line,
  rating: Rating,
  reason: Markdown,
  clauses: ClauseIds,
  when: Type.Optional(When),
};

/** One answer of a `choose` decision. It carries its own consequence and leads somewhere. */
export const Choice = Type.Object(
  { ...choiceFields, consequence: Markdown, set: Type.Optional(SetFlags), to: Goto },
  closed,
);
export type Choice = Static<typeof Choice>;

/** One thing to tick, mark or put in order. What follows depends on the band that the whole answer reaches. */
const Item = Type.Object(choiceFields, closed);
export type Item = Static<typeof Item>;

/** What an answer of at least `from` percent leads to. Bands are listed from the highest; the last is from 0. */
const Band = Type.Object(
  {
    from: Type.Integer({ minimum: 0, maximum: 100 }),
    consequence: Markdown,
    set: Type.Optional(SetFlags),
    to: Goto,
  },
  closed,
);
export type Band = Static<typeof Band>;
const Bands = Type.Array(Band, { minItems: 1, maxItems: 3 });

/** What one person in a stated role chose here, and why. Illustrative until real practitioners have answered. */
const Voice = Type.Object(
  {
    who: Type.String({ minLength: 1, maxLength: 60, description: 'A role, such as Team manager, adults.' }),
    chose: Type.Array(ShortId, { minItems: 1, maxItems: 8 }),
    why: Line,
  },
  closed,
);
export type Voice = Static<typeof Voice>;

const asked = {
  id: ShortId,
  ask: Line,
  hint: Type.Optional(Line),
  panel: Type.Optional(Type.Array(Voice, { minItems: 3, maxItems: 4 })),
};
const scored = { ...asked, confidence: Type.Optional(Type.Boolean({ description: 'Ask how sure the learner is.' })) };

export const Choose = Type.Object(
  { kind: Type.Literal('choose'), ...scored, choices: Type.Array(Choice, { minItems: 2, maxItems: 5 }) },
  closed,
);
export type Choose = Static<typeof Choose>;

/** Tick all that apply. Items rated strong or sound are right, risky or harmful are wrong. */
export const Select = Type.Object(
  { kind: Type.Literal('select'), ...scored, choices: Type.Array(Item, { minItems: 3, maxItems: 9 }), bands: Bands },
  closed,
);
export type Select = Static<typeof Select>;

/** Mark phrases in a text: `text` holds each phrase as [words](#id), the id being that of its item. */
export const Spot = Type.Object(
  {
    kind: Type.Literal('spot'),
    ...scored,
    source: Type.Optional(Line),
    text: Type.String({ minLength: 1, maxLength: 1500, description: 'Plain text with each phrase as [words](#id).' }),
    choices: Type.Array(Item, { minItems: 3, maxItems: 9 }),
    bands: Bands,
  },
  closed,
);
export type Spot = Static<typeof Spot>;

/** Put in order. `choices` stand as they are first shown; `order` is the order that serves best. */
export const Order = Type.Object(
  {
    kind: Type.Literal('order'),
    ...scored,
    choices: Type.Array(Item, { minItems: 3, maxItems: 6 }),
    order: Type.Array(ShortId, { minItems: 3, maxItems: 6, uniqueItems: true }),
    bands: Bands,
  },
  closed,
);
export type Order = Static<typeof Order>;

/** One of the two pulls. Who leans to it reads its consequence, where it has one, and sets its flags. */
const Side = Type.Object(
  {
    standard: StandardNumber,
    pull: Line,
    consequence: Type.Optional(Markdown),
    set: Type.Optional(SetFlags),
  },
  closed,
);

/**
 * Place yourself between two standards that pull apart. Five places: 1 and 2 lean to the first, 4 and 5 to the second,
 * and who stands half way reads the decision's own consequence. Not scored.
 */
export const Weigh = Type.Object(
  {
    kind: Type.Literal('weigh'),
    ...asked,
    between: Type.Tuple([Side, Side]),
    consequence: Markdown,
    to: Goto,
  },
  closed,
);
export type Weigh = Static<typeof Weigh>;

/** Words for the learner alone: kept in the browser, never sent. The path says only that the scene was left. */
export const Write = Type.Object(
  { kind: Type.Literal('write'), ...asked, consequence: Type.Optional(Markdown), to: Goto },
  closed,
);
export type Write = Static<typeof Write>;

export const Decision = Type.Union([Choose, Select, Spot, Order, Weigh, Write]);
export type Decision = Static<typeof Decision>;
export type ScoredDecision = Choose | Select | Spot | Order;
