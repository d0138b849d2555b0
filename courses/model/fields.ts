/**
 * The small fields that blocks, decisions and courses are made of. Each says in its `description` what an author
 * may write there; the descriptions reach the editor through the JSON Schema file.
 */
import { Type } from 'typebox';

/** Short ids stand in the path, so they are short, lower-case and never given to something else later. */
export const ShortId = Type.String({
  pattern: '^[a-z0-9]{1,4}$',
  description: 'One to four lower-case letters or digits. It is written into learners’ records: never reuse it.',
});

/** Names of things that never reach the path: scenes, flags, people. */
export const Key = Type.String({
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  maxLength: 48,
  description: 'Lower-case words joined by hyphens.',
});

/** Plain text on one line: shown as it stands, never read as Markdown. */
export const Line = Type.String({
  minLength: 1,
  maxLength: 400,
  pattern: '^[^\\n]*\\S[^\\n]*$',
  description: 'Plain text on one line.',
});

/** Markdown without HTML. `contentMediaType` is how `content.ts` finds what to render. */
export const Markdown = Type.String({
  minLength: 1,
  maxLength: 4000,
  contentMediaType: 'text/markdown',
  description: 'Markdown; HTML is shown as text.',
});

/** What the clock of the story says: a time, or a word such as "Tuesday". */
export const Moment = Type.String({ minLength: 1, maxLength: 40, description: 'For example 21:09, or Tuesday.' });

/** A key of the scenario's `people`, `me` for the learner, or (with a capital letter) somebody who is only named. */
export const Person = Type.String({
  minLength: 1,
  maxLength: 60,
  description: 'A key of people, me, or a plain name.',
});

const Condition = Type.String({
  pattern: '^(not )?[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  description: 'A flag that a choice has set, or "not" and a flag.',
});

/** Shown, offered or followed only where every condition holds. */
export const When = Type.Union([Condition, Type.Array(Condition, { minItems: 1, maxItems: 6 })], {
  description: 'One condition, or a list that must all hold.',
});

export const ClauseId = Type.String({
  pattern: '^[a-z]+\\.[0-9]+$',
  description: 'A clause of the guidance: its section and point, such as security.3.',
});

export const StandardNumber = Type.String({
  pattern: '^[1-6]\\.[0-9]+$',
  description: 'A professional standard: a group from 1 to 6 and a number, such as 2.6, in quotation marks.',
});

export const ClauseIds = Type.Array(ClauseId, {
  minItems: 1,
  maxItems: 3,
  uniqueItems: true,
  description: 'One to three clause ids of the guidance, such as security.3.',
});

export const closed = { additionalProperties: false } as const;
