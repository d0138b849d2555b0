/** The guidance clause by clause, with every story that practises or explains one. */
import type { Content } from '../../courses/model/content.ts';
import { type ClauseCoverage, coverage, type ExplainedAt } from '../../courses/model/coverage.ts';
import type { Clause, ClauseKind } from '../../courses/model/guidance.ts';

/** A story in which a clause is met, with the address of the place in its transcript. */
export interface Place {
  readonly text: string;
  readonly href: string;
}

interface CoveredClause {
  /** Its number within its section. */
  readonly number: string;
  readonly section: string;
  readonly kind: ClauseKind;
  readonly modal: string;
  readonly paraphrase: string;
  readonly practised: readonly Place[];
  /** In stories that do not practise it as well. */
  readonly explained: readonly Place[];
}

export interface CoveragePage {
  readonly totals: readonly {
    readonly kind: ClauseKind;
    readonly count: number;
    readonly practised: number;
    readonly explained: number;
  }[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly clauses: readonly CoveredClause[];
  }[];
}

const KINDS: readonly ClauseKind[] = ['obligation', 'expectation', 'definition', 'process', 'scope', 'context'];

export function listCoverage(content: Content): CoveragePage {
  const { course, guidance } = content;
  const covered = coverage({ modules: content.modules, about: course.about }, guidance).clauses;
  const clauses = guidance.clauses.map((clause) => describeClause(content, clause, covered));
  const sections = guidance.sections.map(({ id, title }) => ({
    id,
    title,
    clauses: clauses.filter((one) => one.section === id),
  }));
  const totals = KINDS.map((kind) => {
    const ofKind = clauses.filter((one) => one.kind === kind);
    const practised = ofKind.filter((one) => one.practised.length > 0).length;
    const explained = ofKind.filter((one) => one.practised.length === 0 && one.explained.length > 0).length;
    return { kind, count: ofKind.length, practised, explained };
  });
  return { totals, sections };
}

function describeClause(content: Content, clause: Clause, covered: readonly ClauseCoverage[]): CoveredClause {
  const { id, section, kind, modal, paraphrase } = clause;
  const { practised = [], explained = [] } = covered.find((one) => one.id === id) ?? {};
  const practisedIn = new Set(practised.map((one) => one.scenario));
  const only = explained.filter((one) => one.scenario === null || !practisedIn.has(one.scenario));
  const number = id.slice(section.length + 1);
  const places = { practised: placesOf(content, practised), explained: placesOf(content, only) };
  return { number, section, kind, modal, paraphrase, ...places };
}

/** One place a story, at the first scene: a clause that a story comes back to is still met in one story. */
export function placesOf(content: Content, where: readonly ExplainedAt[]): Place[] {
  const firsts = new Map<string, Place>();
  for (const { module, scenario, scene } of where) {
    if (module === null) firsts.set(scene, { text: 'About the course', href: `/courses/${content.course.id}/about` });
    const story = content.modules.find((one) => one.id === module)?.scenarios.find((one) => one.id === scenario);
    const key = `${module}/${scenario}`;
    if (!story || firsts.has(key)) continue;
    const href = `/modules/${content.course.id}/${module}/transcript#${scenario}-${scene}`;
    firsts.set(key, { text: story.title, href });
  }
  return [...firsts.values()];
}
