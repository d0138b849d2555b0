/** What is wrong with one value, and what to do, for people who write courses and not schemas. */
import type { TLocalizedValidationError } from 'typebox/error';

const TYPES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'fields (a line each, “name: value”)',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
};

/** @param expected a JSON Schema type, or several joined by " or " */
export function sayType(expected: string, value: unknown): string {
  const wanted = expected.split(' or ').map((one) => TYPES[one] ?? one);
  const quotes = expected.includes('string') && ['number', 'boolean'].includes(typeof value);
  return `This should be ${wanted.join(' or ')}, and is ${nameOf(value)}.${quotes ? ' Put quotation marks round it.' : ''}`;
}

function nameOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object'
    ? 'a group of fields'
    : `the ${typeof value === 'string' ? 'text' : typeof value} “${shorten(String(value))}”`;
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @param node the schema of the value; its description says what an author may write */
export function sayError(error: TLocalizedValidationError, node: { description?: string }, value: unknown): string {
  const length = typeof value === 'string' ? value.length : 0;
  const expected = node.description ? ` Expected: ${node.description}` : '';
  switch (error.keyword) {
    case 'type':
      return sayType(String(error.params.type), value);
    case 'minLength':
      return `This text is empty. Write it, or take the field out where it may be left out.${expected}`;
    case 'maxLength':
      return `This text has ${length} characters. ${error.params.limit} are allowed: shorten it.`;
    case 'pattern':
      return `“${shorten(String(value))}” does not fit.${expected}`;
    case 'minimum':
    case 'maximum':
      return `${String(value)} does not fit. Give a number ${error.keyword === 'minimum' ? 'from' : 'up to'} ${error.params.limit}.`;
    case 'minItems':
      return `This list is too short. It needs at least ${error.params.limit}.`;
    case 'maxItems':
      return `This list is too long. It may hold at most ${error.params.limit}.`;
    case 'uniqueItems':
      return 'This list names something twice. Take one out.';
    case 'const':
      return `This should be “${String(error.params.allowedValue)}”.`;
    default:
      return `This does not fit.${expected}`;
  }
}
