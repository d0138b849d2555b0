/** What a certificate certifies, frozen: the text that is signed and kept byte for byte. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Content } from '../../courses/model/content.ts';
import type { ModuleOutcome } from '../../courses/model/outcome.ts';

const Titled = Type.Object({ id: Type.String(), title: Type.String() });

const CertificateRecord = Type.Object({
  format: Type.Literal(1),
  code: Type.String(),
  /** As the learner confirmed it. */
  name: Type.String(),
  course: Titled,
  module: Titled,
  edition: Type.String(),
  content: Type.String(),
  guidance: Type.Object({ id: Type.String(), title: Type.String(), publisher: Type.String(), notice: Type.String() }),
  practised: Type.Array(Type.String()),
  /** ISO 8601, UTC. */
  passedAt: Type.String(),
  issuedAt: Type.String(),
  issuer: Type.String(),
  how: Type.Literal('taken on this server'),
});
export type CertificateRecord = Static<typeof CertificateRecord>;

const shape = Compile(CertificateRecord);

export interface Certified {
  readonly code: string;
  readonly name: string;
  /** The module's own content, and the hash of the version that it is of. */
  readonly content: Content;
  readonly hash: string;
  readonly outcome: ModuleOutcome;
  readonly passedAt: Date;
  readonly issuedAt: Date;
  readonly issuer: string;
}

export function makeRecord(of: Certified): CertificateRecord {
  const { course, guidance, modules } = of.content;
  const module = modules.find((one) => one.id === of.outcome.module);
  if (!module) throw new Error(`The content has no module ${of.outcome.module}.`);
  return {
    format: 1,
    code: of.code,
    name: of.name,
    course: { id: course.id, title: course.title },
    module: { id: module.id, title: module.title },
    edition: course.edition,
    content: of.hash,
    guidance: { id: guidance.id, title: guidance.title, publisher: guidance.publisher, notice: guidance.notice },
    practised: [...of.outcome.practised],
    passedAt: of.passedAt.toISOString(),
    issuedAt: of.issuedAt.toISOString(),
    issuer: of.issuer,
    how: 'taken on this server',
  };
}

/** The record that a stored text holds. @throws Error where the text is none: the database was changed by hand */
export function readRecord(text: string): CertificateRecord {
  const value: unknown = JSON.parse(text);
  if (!shape.Check(value)) throw new Error('A stored certificate cannot be read.');
  return value;
}
