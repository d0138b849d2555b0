import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Line, Markdown, Moment, Person, When } from '../../model/fields.ts';

/** An e-mail: a line in the inbox, an open message, or a draft with the address that the program offers. */
export const Email = Type.Object(
  {
    kind: Type.Literal('email'),
    state: Type.Optional(
      Type.Union([Type.Literal('open'), Type.Literal('inbox'), Type.Literal('draft'), Type.Literal('sent')], {
        description: 'open (the default), inbox (one line of it), draft or sent.',
      }),
    ),
    from: Person,
    to: Type.Array(Person, { minItems: 1, maxItems: 12 }),
    cc: Type.Optional(Type.Array(Person, { minItems: 1, maxItems: 12 })),
    subject: Line,
    at: Type.Optional(Moment),
    body: Type.Optional(Markdown),
    attachments: Type.Optional(Type.Array(Line, { minItems: 1, maxItems: 6 })),
    suggestion: Type.Optional(
      Type.Object(
        { typed: Line, offered: Type.Array(Line, { minItems: 1, maxItems: 4 }) },
        {
          ...closed,
          description: 'What the address box completes: what was typed, and what it offers.',
        },
      ),
    ),
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type Email = Static<typeof Email>;
