import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Line, Markdown, Moment, Person, When } from '../../model/fields.ts';

/** Entries in a case record, as the case management system shows them. */
export const CaseRecord = Type.Object(
  {
    kind: Type.Literal('record'),
    title: Line,
    entries: Type.Array(
      Type.Object(
        {
          by: Person,
          at: Moment,
          heading: Type.Optional(Line),
          text: Markdown,
          access: Type.Optional(Line),
          when: Type.Optional(When),
        },
        closed,
      ),
      { minItems: 1, maxItems: 6 },
    ),
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type CaseRecord = Static<typeof CaseRecord>;
