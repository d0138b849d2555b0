/** The report as text: what was tested where, each check by its id, and the calls of this launch. */
import { logText } from '../player/log.ts';
import type { Check, Result } from './checks.ts';

/** A place fills 4,000 characters, and says nothing beyond its length. */
const LONG = /[^\s=]{100,}/g;

export function reportText(
  about: string,
  checks: Readonly<Record<string, Check>>,
  results: Readonly<Partial<Record<string, Result>>>,
): string {
  const lines = Object.entries(checks).map(([id, { bad }]) => {
    const result = results[id];
    if (!result) return `not tested  ${id}`;
    return result.ok ? `ok          ${id}` : `WRONG       ${id}: ${result.seen || bad}`;
  });
  return [about, ...lines, '', logText('The calls of this launch:')]
    .join('\n')
    .replace(LONG, (text) => `${text.slice(0, 40)}…(${text.length} characters)`);
}
