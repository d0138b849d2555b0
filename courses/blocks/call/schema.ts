import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Line, Person, When } from '../../model/fields.ts';

/** A video call: who is on it, what stands behind them, and what is said, as captions. */
export const Call = Type.Object(
  {
    kind: Type.Literal('call'),
    title: Line,
    tiles: Type.Array(
      Type.Object(
        {
          person: Person,
          camera: Type.Optional(Type.Union([Type.Literal('on'), Type.Literal('off')])),
          behind: Type.Optional(Line),
          note: Type.Optional(Line),
          when: Type.Optional(When),
        },
        closed,
      ),
      { minItems: 1, maxItems: 6 },
    ),
    captions: Type.Optional(
      Type.Array(Type.Object({ from: Person, text: Line, when: Type.Optional(When) }, closed), {
        minItems: 1,
        maxItems: 10,
      }),
    ),
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type Call = Static<typeof Call>;
