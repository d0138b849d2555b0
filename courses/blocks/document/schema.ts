import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Line, Markdown, Moment, When } from '../../model/fields.ts';

/** Something written to last: a policy, a letter, a notice. */
export const Document = Type.Object(
  {
    kind: Type.Literal('document'),
    form: Type.Union([Type.Literal('policy'), Type.Literal('letter'), Type.Literal('notice')]),
    title: Line,
    from: Type.Optional(Line),
    at: Type.Optional(Moment),
    body: Markdown,
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type Document = Static<typeof Document>;
