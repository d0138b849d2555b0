/** The values of one session: what may be read and written, by name, with the error that each refusal has. */
import { type Element, type Found, findElement } from './elements.ts';
import { ELEMENTS_12 } from './elements-scorm12.ts';
import { ELEMENTS_2004 } from './elements-scorm2004.ts';
import { RESPONSES_12, RESPONSES_2004 } from './formats.ts';
import type { Standard } from './record.ts';

export type Refusal = 'unknown' | 'readOnly' | 'writeOnly' | 'format' | 'index' | 'dependency' | 'unset';
export type Read = { readonly value: string } | { readonly refused: Refusal };

export interface DataModel {
  read(name: string): Read;
  /** Why it is refused, or undefined where the value now stands. */
  write(name: string, value: string): Refusal | undefined;
  /** A value whatever its access; empty where there is none. */
  peek(name: string): string;
  /** Every value that the content has set, in this session or before. */
  all(): Record<string, string>;
}

const ELEMENTS: Readonly<Record<Standard, readonly Element[]>> = { scorm12: ELEMENTS_12, scorm2004: ELEMENTS_2004 };

/** @param given what the LMS says by itself @param kept what the content left in earlier sessions */
export function createDataModel(
  standard: Standard,
  given: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, string>>,
): DataModel {
  const own = new Map(Object.entries(kept));
  const peek = (name: string): string => own.get(name) ?? given[name] ?? '';
  const count = (collection: string): number => {
    const indexes = [...own.keys()]
      .filter((name) => name.startsWith(`${collection}.`))
      .map((name) => name.slice(collection.length + 1).split('.')[0]);
    return new Set(indexes).size;
  };

  const read = (name: string): Read => {
    const found = findElement(ELEMENTS[standard], name);
    if (!found) return { refused: 'unknown' };
    if (found.element.access === 'write') return { refused: 'writeOnly' };
    if (found.collections.some((one) => one.index >= count(one.name))) return { refused: 'index' };
    if (name.endsWith('._count')) return { value: String(count(name.slice(0, -'._count'.length))) };
    const value = own.get(name) ?? given[name];
    return value === undefined ? { refused: 'unset' } : { value };
  };

  const write = (name: string, value: string): Refusal | undefined => {
    const found = findElement(ELEMENTS[standard], name);
    if (!found) return 'unknown';
    const { element, collections } = found;
    if (element.access === 'read') return 'readOnly';
    if (collections.some((one) => one.index > count(one.name))) return 'index';
    if (lacksWhatComesFirst(found, peek)) return 'dependency';
    const response = responseFormat(standard, name, peek);
    if (!element.format(value) || (response && !response(value))) return 'format';
    own.set(name, value);
    return undefined;
  };

  return { read, write, peek, all: () => Object.fromEntries(own) };
}

/** Of an interaction and an objective the id comes first, and a response after its type (2004 RTE 4.2.9.1). */
function lacksWhatComesFirst({ element, collections }: Found, peek: (name: string) => string): boolean {
  const [outer] = collections;
  if (!outer || !/^cmi\.(interactions|objectives)$/.test(outer.name) || element.name.endsWith('.n.id')) return false;
  const start = `${outer.name}.${outer.index}`;
  const isAnswer = /_response$|\.pattern$/.test(element.name);
  return peek(`${start}.id`) === '' || (isAnswer && peek(`${start}.type`) === '');
}

function responseFormat(standard: Standard, name: string, peek: (name: string) => string) {
  const found = /^(cmi\.interactions\.\d+)\.(student|learner)_response$/.exec(name);
  if (!found) return undefined;
  return (standard === 'scorm12' ? RESPONSES_12 : RESPONSES_2004)[peek(`${found[1]}.type`)];
}
