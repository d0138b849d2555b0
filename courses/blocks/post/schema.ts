import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Line, Markdown, Moment, Person, When } from '../../model/fields.ts';

const Comment = Type.Object({ from: Person, text: Line, at: Type.Optional(Moment), when: Type.Optional(When) }, closed);

/** A social post: who may see it, and what people made of it. `screenshot` shows it as somebody's picture of it. */
export const Post = Type.Object(
  {
    kind: Type.Literal('post'),
    place: Line,
    author: Person,
    headline: Type.Optional(Line),
    at: Type.Optional(Moment),
    audience: Line,
    state: Type.Optional(
      Type.Union([Type.Literal('posted'), Type.Literal('draft'), Type.Literal('screenshot')], {
        description: 'posted (the default), draft, or screenshot.',
      }),
    ),
    text: Markdown,
    picture: Type.Optional(Type.String({ minLength: 1, maxLength: 300, description: 'A picture, told in words.' })),
    reactions: Type.Optional(Type.Integer({ minimum: 0 })),
    shares: Type.Optional(Type.Integer({ minimum: 0 })),
    comments: Type.Optional(Type.Array(Comment, { minItems: 1, maxItems: 10 })),
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type Post = Static<typeof Post>;
