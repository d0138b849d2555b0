import { type Static, Type } from 'typebox';
import { ClauseIds, closed, Line, When } from '../../model/fields.ts';

/** A privacy settings panel: each row a setting, what it says now, and what the small print adds. */
export const Settings = Type.Object(
  {
    kind: Type.Literal('settings'),
    title: Line,
    rows: Type.Array(
      Type.Object(
        {
          label: Line,
          value: Line,
          hint: Type.Optional(Line),
          changed: Type.Optional(Type.Boolean({ description: 'Marked as changed by an update.' })),
          when: Type.Optional(When),
        },
        closed,
      ),
      { minItems: 1, maxItems: 8 },
    ),
    when: Type.Optional(When),
    clauses: Type.Optional(ClauseIds),
  },
  closed,
);
export type Settings = Static<typeof Settings>;
