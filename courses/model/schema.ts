/** What authors write: a course, its modules, their scenarios and scenes. See design.md's words in ARCHITECTURE.md. */
import { type Static, Type } from 'typebox';
import { Block } from '../blocks/schema.ts';
import { Decision, Goto } from './decisions.ts';
import { ClauseId, closed, Key, Line, Markdown, Moment, ShortId, StandardNumber } from './fields.ts';

const Person = Type.Object({ name: Line, role: Type.Optional(Line) }, closed);

const Ending = Type.Object(
  {
    tone: Type.Union([Type.Literal('well'), Type.Literal('mixed'), Type.Literal('hard')]),
    title: Line,
    text: Markdown,
  },
  { ...closed, description: 'How the story ends: well, mixed or hard.' },
);

const sceneFields = {
  id: Key,
  at: Type.Optional(Moment),
  title: Line,
  blocks: Type.Optional(Type.Array(Block, { maxItems: 8 })),
};

/** A scene shows its blocks, and then asks, goes on, or ends: one of the three. */
export const Scene = Type.Object(
  {
    ...sceneFields,
    decision: Type.Optional(Decision),
    next: Type.Optional(Goto),
    ending: Type.Optional(Ending),
  },
  closed,
);
export type Scene = Static<typeof Scene>;
export type Ending = Static<typeof Ending>;

export const Scenario = Type.Object(
  {
    id: ShortId,
    title: Line,
    setting: Line,
    summary: Line,
    you: Type.String({ minLength: 1, maxLength: 200, description: 'Who the learner is in this story.' }),
    touchesOn: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 120,
        description:
          'What may be hard to read in it, told before it begins. It ends the sentence “This story touches on”.',
      }),
    ),
    people: Type.Optional(
      Type.Record(Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }), Person, {
        description: 'The people of the story, by key. The learner is me.',
      }),
    ),
    situations: Type.Optional(Type.Array(Type.String(), { description: 'Which situation sketches it grew from.' })),
    tension: Type.Object(
      {
        between: Type.Array(StandardNumber, { minItems: 2, maxItems: 2 }),
        text: Markdown,
      },
      { ...closed, description: 'Two standards that pull apart here, and how.' },
    ),
    judgement: Type.String({
      minLength: 1,
      maxLength: 800,
      contentMediaType: 'text/markdown',
      description: 'What the guidance leaves to judgement or to the employer’s policy.',
    }),
    supervision: Line,
    scenes: Type.Array(Scene, { minItems: 2, maxItems: 60 }),
  },
  closed,
);
export type Scenario = Static<typeof Scenario>;

export const Module = Type.Object(
  {
    id: Key,
    title: Line,
    question: Line,
    summary: Markdown,
    section: Type.String({ pattern: '^[a-z]+$', description: 'The section of the guidance that it teaches first.' }),
    outcomes: Type.Array(Line, { minItems: 2, maxItems: 5, description: 'What the learner can do afterwards.' }),
    scenarios: Type.Array(Scenario, { minItems: 1, maxItems: 8 }),
  },
  closed,
);
export type Module = Static<typeof Module>;

export const CourseFile = Type.Object(
  {
    id: Key,
    title: Line,
    audience: Line,
    promise: Line,
    summary: Markdown,
    guidance: Type.String({ pattern: '^[a-z-]+@[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'Which guidance version.' }),
    edition: Type.String({ pattern: '^[0-9]+\\.[0-9]+$', description: 'Shown to people; machines use the hash.' }),
    passMark: Type.Integer({ minimum: 1, maximum: 100 }),
    modules: Type.Array(Key, { minItems: 1, maxItems: 12, description: 'The module files, in teaching order.' }),
    glimpse: Type.Optional(
      Type.Object(
        { scenario: Key, scene: Key },
        { ...closed, description: 'The moment that the course page shows: a scene with a message and a choice.' },
      ),
    ),
    about: Type.Optional(
      Type.Object(
        { text: Markdown, clauses: Type.Array(ClauseId) },
        { ...closed, description: 'The About page, and the clauses that it explains.' },
      ),
    ),
    glossary: Type.Optional(
      Type.Array(Type.Object({ term: Line, meaning: Line }, closed), { description: 'Terms of the trade.' }),
    ),
  },
  closed,
);
export type CourseFile = Static<typeof CourseFile>;

/** A course with its modules: what the files of a course folder say together. */
export interface Course extends Omit<CourseFile, 'modules'> {
  modules: Module[];
}
