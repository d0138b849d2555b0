/** A published document in one dated version, as data: its clauses and the standards that they name. */
import { type Static, Type } from 'typebox';
import { ClauseId, closed, Line, StandardNumber } from './fields.ts';

const ClauseKind = Type.Union([
  Type.Literal('obligation'),
  Type.Literal('expectation'),
  Type.Literal('definition'),
  Type.Literal('process'),
  Type.Literal('scope'),
  Type.Literal('context'),
]);
export type ClauseKind = Static<typeof ClauseKind>;

export const Clause = Type.Object(
  {
    id: ClauseId,
    section: Type.String({ pattern: '^[a-z]+$' }),
    kind: ClauseKind,
    modal: Line,
    paraphrase: Line,
    standards: Type.Array(StandardNumber),
  },
  closed,
);
export type Clause = Static<typeof Clause>;

export const Standard = Type.Object({ number: StandardNumber, topic: Line, checked: Type.Boolean() }, closed);
export type Standard = Static<typeof Standard>;

export const Guidance = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z-]+$' }),
    version: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
    title: Line,
    publisher: Line,
    status: Type.Union([Type.Literal('draft'), Type.Literal('final')]),
    notice: Type.String({ minLength: 1, description: 'The line every page of a course built on it carries.' }),
    sections: Type.Array(Type.Object({ id: Type.String(), title: Line }, closed), { minItems: 1 }),
    standards: Type.Array(Standard),
    clauses: Type.Array(Clause, { minItems: 1 }),
  },
  closed,
);
export type Guidance = Static<typeof Guidance>;

export { clauseName } from './clause-name.ts';
