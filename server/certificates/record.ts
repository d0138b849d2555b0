/** What a certificate certifies, frozen: the text that is signed and kept byte for byte. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Content } from '../../courses/model/content.ts';
import type { ModuleOutcome } from '../../courses/model/outcome.ts';
import { practised } from '../../courses/model/practised.ts';

const Titled = Type.Object({ id: Type.String(), title: Type.String() });

/** A module of a course that was taken in attempts of their own: in which version it was passed, and when. */
const Passed = Type.Object({
  ...Titled.properties,
  content: Type.Optional(Type.String()),
  passedAt: Type.Optional(Type.String()),
});

const CertificateRecord = Type.Object({
  format: Type.Literal(1),
  code: Type.String(),
  /** As the learner confirmed it. */
  name: Type.String(),
  course: Titled,
  /** The one module that was passed, or `modules`, which are all of the course's where `wholeCourse` says so. */
  module: Type.Optional(Titled),
  modules: Type.Optional(Type.Array(Passed)),
  wholeCourse: Type.Optional(Type.Literal(true)),
  edition: Type.String(),
  content: Type.String(),
  guidance: Type.Object({ id: Type.String(), title: Type.String(), publisher: Type.String(), notice: Type.String() }),
  practised: Type.Array(Type.String()),
  /** ISO 8601, UTC. */
  passedAt: Type.String(),
  issuedAt: Type.String(),
  issuer: Type.String(),
  how: Type.String(),
  /** Through whose LMS it was reported, where it was. */
  employer: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type CertificateRecord = Static<typeof CertificateRecord>;

const shape = Compile(CertificateRecord);

export interface Certified {
  readonly code: string;
  readonly name: string;
  /** What was taken, no more, and the hash of the version that it is of. */
  readonly content: Content;
  readonly hash: string;
  readonly wholeCourse?: boolean;
  /** Of each module of the content. */
  readonly outcomes: readonly ModuleOutcome[];
  /** Where each module had an attempt of its own: the version that it was passed in, and when. */
  readonly passes?: readonly { readonly hash: string; readonly passedAt: Date }[];
  readonly passedAt: Date;
  readonly issuedAt: Date;
  readonly issuer: string;
  /** Where it was not taken on this server: through whose LMS it was reported. */
  readonly employer?: { readonly id: string; readonly name: string };
}

export function makeRecord(of: Certified): CertificateRecord {
  const { course, guidance } = of.content;
  const { employer } = of;
  return {
    format: 1,
    code: of.code,
    name: of.name,
    course: { id: course.id, title: course.title },
    ...whatWasPassed(of),
    edition: course.edition,
    content: of.hash,
    guidance: { id: guidance.id, title: guidance.title, publisher: guidance.publisher, notice: guidance.notice },
    practised: practised(of.content, of.outcomes),
    passedAt: of.passedAt.toISOString(),
    issuedAt: of.issuedAt.toISOString(),
    issuer: of.issuer,
    how: employer ? `reported through ${possessive(employer.name)} LMS` : 'taken on this server',
    ...(employer && { employer: { id: employer.id, name: employer.name } }),
  };
}

const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

function whatWasPassed({ content, passes = [], wholeCourse = false }: Certified): Partial<CertificateRecord> {
  const modules = content.modules.map(({ id, title }, index) => {
    const pass = passes[index];
    return { id, title, ...(pass && { content: pass.hash, passedAt: pass.passedAt.toISOString() }) };
  });
  const [module, ...more] = modules;
  if (!module) throw new Error('A certificate needs a module.');
  if (wholeCourse) return { modules, wholeCourse };
  return more.length === 0 ? { module } : { modules };
}

/** The record that a stored text holds. @throws Error where the text is none: the database was changed by hand */
export function readRecord(text: string): CertificateRecord {
  const value: unknown = JSON.parse(text);
  if (!shape.Check(value)) throw new Error('A stored certificate cannot be read.');
  return value;
}
