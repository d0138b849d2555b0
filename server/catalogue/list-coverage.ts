/** The guidance clause by clause, with every story that practises or explains one. */
import type { Content } from '../../courses/model/content.ts';
import { type ClauseCoverage, coverage, type ExplainedAt } from '../../courses/model/coverage.ts';
import type { ClauseKind } from '../../courses/model/guidance.ts';

/** A story in which a clause is met, with the address of the place in its transcript. */
export interface Place {
  readonly text: string;
  readonly href: string;
}

export interface CoveredClause {
  readonly number: string;
  readonly kind: ClauseKind;
  readonly modal: string;
  readonly paraphrase: string;
  readonly practised: readonly Place[];
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
  const covered = coverage({ modules: content.modules, about: course.about }, guidance);
  const coverageOf = (id: string): ClauseCoverage | undefined => covered.clauses.find((one) => one.id === id);
  const sections = guidance.sections.map(({ id, title }) => ({
    id,
    title,
    clauses: guidance.clauses
      .filter((one) => one.section === id)
      .map(({ id: clause, kind, modal, paraphrase }) => ({
        number: clause.slice(clause.indexOf('.') + 1),
        kind,
        modal,
        paraphrase,
        practised: placesOf(content, coverageOf(clause)?.practised ?? []),
        explained: placesOf(content, coverageOf(clause)?.explained ?? []),
      })),
  }));
  const all = sections.flatMap((one) => one.clauses);
  const totals = KINDS.map((kind) => {
    const ofKind = all.filter((one) => one.kind === kind);
    const practised = ofKind.filter((one) => one.practised.length > 0).length;
    const explained = ofKind.filter((one) => one.practised.length === 0 && one.explained.length > 0).length;
    return { kind, count: ofKind.length, practised, explained };
  });
  return { totals, sections };
}

/** One place a story, at the first scene: a clause that a story comes back to is still met in one story. */
function placesOf(content: Content, where: readonly ExplainedAt[]): Place[] {
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
