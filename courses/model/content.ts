/**
 * What a course becomes when it is published: everything the player and the server need, frozen, with Markdown already
 * rendered. The hash over it (sha-256 of its JSON, made by the server) names the published version.
 */
import type { TSchema } from 'typebox';
import type { Clause, Guidance, Standard } from './guidance.ts';
import { type Course, type CourseFile, Module } from './schema.ts';

export interface Content {
  readonly format: 1;
  readonly course: Omit<CourseFile, 'modules' | 'glossary' | 'guidance'>;
  readonly guidance: {
    /** Document and version, such as communicating-online@2025-08-20. */
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly status: Guidance['status'];
    readonly notice: string;
    readonly sections: Guidance['sections'];
    readonly clauses: readonly Clause[];
    readonly standards: readonly Standard[];
  };
  readonly glossary: readonly { term: string; meaning: string }[];
  readonly modules: readonly Module[];
}

export type RenderMarkdown = (markdown: string) => string;

/** The content of a course. Fields marked text/markdown in the schema come out as HTML; `render` must allow none in. */
export function compileCourse(course: Course, guidance: Guidance, render: RenderMarkdown): Content {
  const { modules, glossary = [], guidance: _, ...rest } = course;
  const { id, version, ...document } = guidance;
  return {
    format: 1,
    course: {
      ...rest,
      summary: render(rest.summary),
      ...(rest.about && { about: { ...rest.about, text: render(rest.about.text) } }),
    },
    guidance: { ...document, id: `${id}@${version}` },
    glossary,
    modules: modules.map((one) => rendered(Module, one, render)),
  };
}

/**
 * The part of a content that some of its modules need: those modules, the clauses and standards they name, and the
 * glossary's terms that stand in them. The course's own pages are no part of any module.
 */
export function selectModules(content: Content, ids: readonly string[]): Content {
  const modules = content.modules.filter((one) => ids.includes(one.id));
  const text = JSON.stringify(modules);
  // Every quoted word that could be an id, found in one pass: asking for each clause by itself took 4 ms a module.
  const named = new Set(Array.from(text.matchAll(/"([a-z0-9.-]+)"/g), ([, word]) => word));
  const clauses = content.guidance.clauses.filter((one) => named.has(one.id));
  const numbers = new Set(clauses.flatMap((one) => one.standards));
  const standards = content.guidance.standards.filter((one) => numbers.has(one.number) || named.has(one.number));
  const said = (text + JSON.stringify([clauses, standards])).toLowerCase();
  const glossary = content.glossary.filter((one) => said.includes(one.term.toLowerCase()));
  const taught = [...modules, ...clauses].map((one) => one.section);
  const sections = content.guidance.sections.filter((one) => taught.includes(one.id));
  const { about: _, glimpse: __, ...course } = content.course;
  return { ...content, course, modules, glossary, guidance: { ...content.guidance, sections, clauses, standards } };
}

/** A copy of `value` in which every string that its schema marks as Markdown is rendered. */
export function rendered<T>(schema: TSchema, value: T, render: RenderMarkdown): T {
  return walk(schema as Node, value, render) as T;
}

interface Node {
  contentMediaType?: string;
  properties?: Record<string, Node>;
  /** Of a tuple, one for each place. */
  items?: Node | Node[];
  anyOf?: Node[];
  const?: unknown;
}

function walk(schema: Node, value: unknown, render: RenderMarkdown): unknown {
  if (typeof value === 'string') return schema.contentMediaType === 'text/markdown' ? render(value) : value;
  if (Array.isArray(value)) {
    const { items } = schema;
    return value.map((one, index) => {
      const inner = Array.isArray(items) ? items[index] : items;
      return inner ? walk(inner, one, render) : one;
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const kind = 'kind' in value ? value.kind : undefined;
  const branch = schema.anyOf?.find((one) => kind !== undefined && one.properties?.kind?.const === kind) ?? schema;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const inner = branch.properties?.[key];
      return [key, inner ? walk(inner, one, render) : one];
    }),
  );
}
