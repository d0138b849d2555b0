/**
 * Whether data has the shape that a schema describes, said in an author's words and all at once.
 *
 * TypeBox checks each single value. The walk from value to value is ours for two reasons: a union is entered by its
 * `kind`, so that a misspelt field of an e-mail is one finding and not eight (one for each block it is not), and the
 * library stops after eight errors.
 */
import type { TSchema } from 'typebox';
import { Errors } from 'typebox/schema';
import { didYouMean } from '../../courses/model/closest.ts';
import type { DataPath } from '../../courses/model/lint/finding.ts';
import { sayError, sayType } from './shape-words.ts';

export interface ShapeFinding {
  readonly path: DataPath;
  /** The finding is about the last key of the path, not about what stands behind it. */
  readonly atKey: boolean;
  readonly message: string;
}

/** The part of JSON Schema that our schemas use. */
interface SchemaNode {
  type?: string;
  const?: unknown;
  description?: string;
  required?: string[];
  properties?: Record<string, SchemaNode>;
  patternProperties?: Record<string, SchemaNode>;
  items?: SchemaNode | SchemaNode[];
  anyOf?: SchemaNode[];
}

/** Everything in which `value` departs from `schema`, in the order of the file's fields; empty where it fits. */
export function checkShape(schema: TSchema, value: unknown): ShapeFinding[] {
  return [...visit(schema as SchemaNode, value, [])];
}

const at = (path: DataPath, message: string, atKey = false): ShapeFinding => ({ path, message, atKey });

function* visit(node: SchemaNode, value: unknown, path: DataPath): Iterable<ShapeFinding> {
  if (node.anyOf) yield* visitUnion(node, node.anyOf, value, path);
  else if (node.type === 'object') yield* visitObject(node, value, path);
  else yield* visitSingle(node, value, path);
}

/** A single value, or a list and then its items. */
function* visitSingle(node: SchemaNode, value: unknown, path: DataPath): Iterable<ShapeFinding> {
  const { items, ...own } = node;
  const [error] = Errors(own, value)[1];
  if (error) yield at(path, sayError(error, own, value));
  else if (Array.isArray(value) && items) {
    for (const [index, one] of value.entries()) {
      const item = Array.isArray(items) ? items[index] : items;
      if (item) yield* visit(inherit(item, node), one, [...path, index]);
    }
  }
}

/** A list's description serves its items where they have none. */
const inherit = (item: SchemaNode, list: SchemaNode): SchemaNode =>
  item.description === undefined && list.description !== undefined && !item.properties && !item.anyOf
    ? { ...item, description: list.description }
    : item;

function* visitObject(node: SchemaNode, value: unknown, path: DataPath): Iterable<ShapeFinding> {
  if (!isObject(value)) {
    yield at(path, sayType('object', value));
    return;
  }
  for (const key of node.required ?? []) {
    if (!Object.hasOwn(value, key)) yield at(path, `“${key}” is missing here. Add it.`);
  }
  for (const [key, one] of Object.entries(value)) {
    const inner = propertyOf(node, key);
    if (inner) yield* visit(inner, one, [...path, key]);
    else yield at([...path, key], sayUnknown(node, key), true);
  }
}

function propertyOf(node: SchemaNode, key: string): SchemaNode | undefined {
  if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
  return Object.entries(node.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
}

function sayUnknown(node: SchemaNode, key: string): string {
  if (node.patternProperties) return `“${key}” cannot be a key. Use lower-case words joined by hyphens.`;
  const known = Object.keys(node.properties ?? {});
  const meant = didYouMean(key, known) || ` Fields here are ${known.join(', ')}.`;
  return `“${key}” is not a field here.${meant}`;
}

function* visitUnion(node: SchemaNode, branches: SchemaNode[], value: unknown, path: DataPath): Iterable<ShapeFinding> {
  const words = branches.map((one) => one.const);
  const type = Array.isArray(value) ? 'array' : typeof value;
  const branch = branches.find((one) => one.type === type);
  if (words.every((one) => typeof one === 'string')) {
    if (!words.includes(String(value))) yield at(path, sayOneOf(value, words));
  } else if (branches.every((one) => one.properties?.kind)) yield* visitKinds(branches, value, path);
  else if (branch) yield* visit(inherit(branch, node), value, path);
  else yield at(path, sayType(branches.map((one) => one.type ?? 'string').join(' or '), value));
}

function* visitKinds(branches: SchemaNode[], value: unknown, path: DataPath): Iterable<ShapeFinding> {
  const kinds = branches.map((one) => String(one.properties?.kind?.const));
  if (!isObject(value)) yield at(path, sayType('object', value));
  else if (!('kind' in value)) yield at(path, `“kind” is missing here. Add one of ${kinds.join(', ')}.`);
  else {
    const branch = branches.find((one) => one.properties?.kind?.const === value.kind);
    if (branch) yield* visit(branch, value, path);
    else yield at([...path, 'kind'], sayOneOf(value.kind, kinds));
  }
}

function sayOneOf(value: unknown, words: readonly string[]): string {
  return `“${String(value)}” is none of ${words.join(', ')}.${didYouMean(String(value), words)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
