/** The ids that tests bear in their names, read from the tests themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../server/root.ts';

/** `nameOf('id')`, or an id whose first part is the judge that the test goes over. */
const CITED = /nameOf\((?:'([^']+)'|`\$\{judge\}\.([^`]+)`)\)/g;

/** Ids without a test that calls itself by them are not among them. */
export function citedInTests(): ReadonlySet<string> {
  const folder = path.join(root, 'test');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.test.ts'));
  const found = files
    .filter((one) => !one.endsWith('requirements.test.ts'))
    .flatMap((one) => [...readFileSync(path.join(folder, one), 'utf8').matchAll(CITED)])
    .flatMap(([, id, rule]) => (id ? [id] : [`scorm12.${rule}`, `scorm2004.${rule}`]));
  return new Set(found);
}
