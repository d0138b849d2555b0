/** Every block has examples that fit its schema and show what they hold: the gallery and the docs are made of them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Block } from '../../courses/blocks/schema.ts';
import { blockView } from '../../courses/blocks/view.ts';
import { root } from '../../server/root.ts';

const folder = path.join(root, 'courses/blocks');
const kinds = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());

interface Example {
  readonly name: string;
  readonly people?: Record<string, { name: string; role?: string }>;
  readonly block: Block;
}

describe.each(kinds.map(({ name }) => name))('a %s block', (kind) => {
  const examples: Example[] = parse(readFileSync(path.join(folder, kind, 'example.yaml'), 'utf8'));

  test.each(examples)('in its example “$name” fits the schema and shows every word', ({ people, block }) => {
    expect(block.kind).toBe(kind);
    expect([...Value.Errors(Block, block)]).toEqual([]);
    const shown = blockView(block, { people, flags: new Set() })
      .text.replace(/<[^>]*>/g, ' ')
      .replaceAll('&#39;', "'");
    for (const words of wordsOf(block)) expect(shown).toContain(words);
  });
});

/** The texts of a block that a reader must find: people are shown by name, and keywords of the schema not at all. */
function wordsOf(value: unknown, key = ''): string[] {
  if (['kind', 'state', 'form', 'camera', 'when', 'from', 'by', 'person', 'author', 'to', 'cc'].includes(key))
    return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => wordsOf(one, name));
  return [];
}
