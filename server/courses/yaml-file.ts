/** One YAML file of a course: its data, where each part of it stands, and what is wrong with it as YAML. */
import { readFileSync, statSync } from 'node:fs';
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { DataPath } from '../../courses/model/lint/finding.ts';

/** A module of 15 minutes has about 100 kB; ten times that is a mistake. */
export const MOST_BYTES = 1_000_000;
/** Repeats by alias that a file may expand to: enough for a repeated block, too few for a "billion laughs". */
const MOST_ALIASES = 100;

interface YamlProblem {
  readonly line: number;
  readonly message: string;
}

export interface YamlFile {
  readonly file: string;
  /** As they were read: what the data was made from. Undefined where nothing was read. */
  readonly bytes: Buffer | undefined;
  /** Undefined where the file is missing or cannot be understood. */
  readonly data: unknown;
  readonly problems: readonly YamlProblem[];
  /** The line, from 1, of what a path leads to, or of its last key; of the nearest part there is, where it is missing. */
  lineOf(path: DataPath, atKey?: boolean): number;
}

export function readYamlFile(file: string): YamlFile {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return unreadable(file, 'There is no such file. Write it, or take its name out.');
  if (size > MOST_BYTES) return unreadable(file, `The file has ${size} bytes; ${MOST_BYTES} are allowed. Split it.`);
  return parseYaml(file, readFileSync(file));
}

function unreadable(file: string, message: string): YamlFile {
  return { file, bytes: undefined, data: undefined, problems: [{ line: 1, message }], lineOf: () => 1 };
}

function parseYaml(file: string, bytes: Buffer): YamlFile {
  const text = bytes.toString('utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problems = [...document.errors, ...document.warnings].map((one) => ({
    line: lines.linePos(one.pos[0]).line,
    message: sayYaml(one.code, one.message, text.slice(one.pos[0]).split(/[:\n]/, 1)[0] ?? ''),
  }));
  const understood = document.errors.every((one) => one.code === 'DUPLICATE_KEY');
  const read = understood ? toData(document) : { data: undefined };
  const more = 'problem' in read ? [{ line: 1, message: read.problem }] : [];
  return {
    file,
    bytes,
    data: 'data' in read ? read.data : undefined,
    problems: [...problems, ...more],
    lineOf: (path, atKey = false) => lines.linePos(offsetOf(document, path, atKey)).line,
  };
}

function toData(document: Document.Parsed): { data: unknown } | { problem: string } {
  try {
    return { data: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    // The yaml library throws ReferenceError for an alias without its anchor, and for more aliases than it may follow.
    if (error instanceof ReferenceError) return { problem: `An alias (*name) cannot be followed: ${error.message}` };
    throw error;
  }
}

/** @param word what stands at the place that the library names */
function sayYaml(code: string, message: string, word: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return `“${word.trim()}” stands twice here. Keep one.`;
    case 'TAB_AS_INDENT':
      return 'A tab indents this line. Use spaces.';
    case 'TAG_RESOLVE_FAILED':
      return 'Tags (words that begin with !) are not used in course files. Take it out, or put the text in quotation marks.';
    default:
      return `This is not valid YAML: ${message}. Check the indentation and the quotation marks.`;
  }
}

function offsetOf(document: Document.Parsed, path: DataPath, atKey: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, key] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
      : undefined;
    const next = pair ? pair.value : childOf(node, key);
    const last = index === path.length - 1;
    // A key's line serves the author better than that of a block of text, which begins on the next one.
    const start = pair && (last || atKey || next === null) ? startOf(pair.key) : startOf(next);
    if (start === undefined) return offset;
    offset = start;
    node = next;
  }
  return offset;
}

function childOf(node: unknown, key: string | number): unknown {
  if (typeof node !== 'object' || node === null || !('items' in node) || !Array.isArray(node.items)) return undefined;
  const item: unknown = node.items[Number(key)];
  return isPair(item) ? undefined : item;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);
