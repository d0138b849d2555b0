import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Line, Moment, Person, When } from '../../model/fields.ts';

const Message = Type.Object(
  {
    from: Type.Optional(Person),
    text: Type.Optional(Line),
    picture: Type.Optional(Type.String({ minLength: 1, maxLength: 300, description: 'A picture, told in words.' })),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 120, description: 'What the app says: "Kelly left".' })),
    at: Type.Optional(Moment),
    reactions: Type.Optional(Line),
    deleted: Type.Optional(Type.Boolean()),
    when: Type.Optional(When),
  },
  closed,
);

/** A chat, one to one or in a group; the learner's own messages are `from: me`. */
export const Chat = Type.Object(
  {
    kind: Type.Literal('chat'),
    title: Line,
    members: Type.Optional(Line),
    messages: Type.Array(Message, { minItems: 1, maxItems: 16 }),
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type Chat = Static<typeof Chat>;
export type Message = Static<typeof Message>;
