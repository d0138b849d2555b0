/** The examples of the gallery: every block's from its folder, every kind of decision's from `courses/gallery`. */
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Static, type TSchema, Type } from 'typebox';
import { Block } from '../../courses/blocks/schema.ts';
import { rendered } from '../../courses/model/content.ts';
import { Decision } from '../../courses/model/decisions.ts';
import { closed, Line, ShortId } from '../../courses/model/fields.ts';
import { checkShape } from '../courses/check-shape.ts';
import { readYamlFile } from '../courses/yaml-file.ts';
import { renderMarkdown } from '../markdown.ts';
import { root } from '../root.ts';

const People = Type.Record(Type.String(), Type.Object({ name: Line, role: Type.Optional(Line) }, closed));
const BlockExamples = Type.Array(Type.Object({ name: Line, people: Type.Optional(People), block: Block }, closed));
const DecisionExample = Type.Object(
  { name: Line, decision: Decision, answer: Type.Array(ShortId, { minItems: 1 }) },
  closed,
);

/** What dist/gallery.json holds, with Markdown rendered. */
export interface Examples {
  readonly blocks: Static<typeof BlockExamples>;
  readonly decisions: readonly Static<typeof DecisionExample>[];
}

/** @throws Error with file, line and words for the first example that does not fit its schema */
export function readExamples(): Examples {
  const files = (pattern: string) => globSync(pattern, { cwd: root }).sort();
  return {
    blocks: files('courses/blocks/*/example.yaml').flatMap((file) => read(BlockExamples, file)),
    decisions: files('courses/gallery/*.yaml').map((file) => read(DecisionExample, file)),
  };
}

function read<Schema extends TSchema>(schema: Schema, file: string): Static<Schema> {
  const yaml = readYamlFile(path.join(root, file));
  const [problem] = [
    ...yaml.problems,
    ...checkShape(schema, yaml.data).map((one) => ({ ...one, line: yaml.lineOf(one.path) })),
  ];
  if (problem) throw new Error(`${file}:${problem.line} ${problem.message}`);
  return rendered(schema, yaml.data as Static<Schema>, renderMarkdown);
}

/** The build's part. */
export async function compileExamples(): Promise<void> {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist/gallery.json'), JSON.stringify(readExamples()));
}
