import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Markdown, When } from '../../model/fields.ts';

/** What happens, told to the learner in the second person, present tense. */
export const Narration = Type.Object(
  {
    kind: Type.Literal('narration'),
    text: Markdown,
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type Narration = Static<typeof Narration>;
